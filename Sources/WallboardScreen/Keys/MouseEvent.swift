/// What a person did with the mouse.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press
    /// The second press at one place within ``DoublePress/interval``.
    case doublePress
    case wheelUp
    case wheelDown
  }

  package var kind: Kind
  /// The cell under the pointer.
  package let point: Point

  package init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}

extension MouseEvent {
  /// The columns and rows that a report may name; others are garbage.
  private static let places = 1...9_999
  /// Shift, Alt and Control, which are added to the button's number.
  private static let modifiers = 0b1_1100

  /// A report as xterm's mode 1006 has it: `<`, button, column and row, for a press with the final
  /// byte `M`; `nil` for what means nothing here, as the release of a button does.
  init?(parameters: String, final: UInt8) {
    guard final == UInt8(ascii: "M"), parameters.first == "<" else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2]
    else { return nil }
    self.init(button: button, column: column, row: row)
  }

  /// The three bytes of a report from a terminal that knows only the older form: each 32 more than
  /// what it tells.
  init?(offsetBytes bytes: [UInt8]) {
    guard bytes.count == 3 else { return nil }
    let numbers = bytes.map { Int($0) - 32 }
    self.init(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private init?(button: Int, column: Int, row: Int) {
    guard Self.places.contains(column), Self.places.contains(row) else { return nil }
    guard let kind = Self.kind(ofButton: button & ~Self.modifiers) else { return nil }
    self.init(kind, at: Point(x: column - 1, y: row - 1))
  }

  // Motion with a button held down has 32 added to it, and so is none of these.
  private static func kind(ofButton button: Int) -> Kind? {
    switch button {
    case 0: .press
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }
}

/// Tells the second of two quick presses at one place from the first.
package struct DoublePress: Sendable {
  /// The longest time between the two.
  package static let interval: Duration = .milliseconds(400)

  private var last: (point: Point, time: ContinuousClock.Instant)?

  package init() {}

  /// The key, as a double press where it is the second of two.
  package mutating func judge(_ key: Key, at time: ContinuousClock.Instant) -> Key {
    guard case .mouse(var event) = key, event.kind == .press else { return key }
    if let last, last.point == event.point, time - last.time <= Self.interval {
      event.kind = .doublePress
      self.last = nil
    } else {
      last = (event.point, time)
    }
    return .mouse(event)
  }
}
