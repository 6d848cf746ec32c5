import Testing
import WallboardScreen

@Suite("Two presses")
struct DoublePressTests {
  private let start = ContinuousClock.now

  private func kinds(_ presses: [(x: Int, milliseconds: Int)]) -> [MouseEvent.Kind?] {
    var judge = DoublePress()
    return presses.map { x, milliseconds in
      let press = Key.mouse(MouseEvent(.press, at: Point(x: x, y: 0)))
      let key = judge.judge(press, at: start.advanced(by: .milliseconds(milliseconds)))
      if case .mouse(let event) = key { return event.kind }
      return nil
    }
  }

  @Test("at one place within 400 ms are one double press, and a third is a press again")
  func double() {
    #expect(kinds([(1, 0), (1, 400), (1, 500)]) == [.press, .doublePress, .press])
  }

  @Test("too late or elsewhere are two")
  func single() {
    #expect(kinds([(1, 0), (1, 401)]) == [.press, .press])
    #expect(kinds([(1, 0), (2, 10), (1, 20)]) == [.press, .press, .press])
  }
}
