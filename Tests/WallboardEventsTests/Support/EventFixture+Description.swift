import EventFixtures
import Testing

extension EventFixture: CustomTestStringConvertible {
  package var testDescription: String { name }
}
