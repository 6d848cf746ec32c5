/// What a wait for input came back with; empty when the time was up.
package struct Readiness: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Keys can be read.
  package static let input = Readiness(rawValue: 1 << 0)

  /// The other descriptor has something to read.
  package static let wakeUp = Readiness(rawValue: 1 << 1)

  /// The terminal wants to be drawn although nothing changed: it was resized, resumed, or takes
  /// output again after a frame had to be left out.
  package static let frameWanted = Readiness(rawValue: 1 << 2)

  /// A signal asks the program to end.
  package static let termination = Readiness(rawValue: 1 << 3)

  /// The terminal is gone.
  package static let hangUp = Readiness(rawValue: 1 << 4)
}
