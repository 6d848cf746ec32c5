/// What a person did at the keyboard, or to the window.
package enum Key: Hashable, Sendable {
  /// A printable character, as typed.
  case character(Character)

  /// A letter with the control key, as the lower-case letter: `control("d")`.
  case control(Character)

  /// A key pressed together with Alt, or after Escape.
  case alt(Character)

  /// F1 to F63.
  case function(Int)

  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right
  case home, end, pageUp, pageDown

  /// The window changed its size.
  case resize

  case mouse(MouseEvent)

  /// Text that was pasted, at most 4,096 bytes of it; no key of it was pressed.
  case paste(String)
}

extension Key {
  /// The key behind one character that a terminal sent outside of any escape sequence; `nil` for
  /// what is no key.
  package init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00: self = .control(" ")
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01..<0x1B: self = .control(Self.character(scalar.value + 0x60))
    case 0x1C..<0x20: self = .control(Self.character(scalar.value + 0x40))
    case 0x80..<0xA0: return nil
    default: self = .character(Character(scalar))
    }
  }

  private static func character(_ value: UInt32) -> Character {
    Character(Unicode.Scalar(value) ?? ScalarClass.replacement)
  }
}

extension Key {
  /// The key behind a control sequence with these parameters and this final byte; `nil` for one
  /// that is not understood, and for a key that is let go.
  init?(final: UInt8, parameters: String) {
    let letter = Character(Unicode.Scalar(final))
    if letter == "M" || letter == "m" {
      guard let event = MouseEvent(parameters: parameters, final: final) else { return nil }
      self = .mouse(event)
      return
    }
    // xterm puts `>` in front where it was told to (`modifyCursorKeys` and the like at 3).
    let numbers = parameters.hasPrefix(">") ? parameters.dropFirst() : parameters[...]
    let report = KeyReport(parameters: numbers)
    if report?.isRelease == true { return nil }
    let key =
      switch letter {
      case "u": numbers == parameters ? report?.key : nil
      case "~": report?.otherKey ?? Self.numbered[numbers.prefix { $0 != ";" }]
      case let letter: Self.lettered[letter]
      }
    guard let key else { return nil }
    self = key
  }

  /// The key behind Escape, the letter O and this byte (SS3): what terminals send in application
  /// keypad mode.
  init?(shifted final: UInt8) {
    let letter = Character(Unicode.Scalar(final))
    guard let key = Self.lettered[letter] ?? Self.keypad[letter] else { return nil }
    self = key
  }

  private static let lettered: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "F": .end, "H": .home, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "S": .function(4),
  ]

  private static let keypad: [Character: Key] = [
    "M": .enter, "R": .function(3), "j": .character("*"), "k": .character("+"),
    "l": .character(","), "m": .character("-"), "n": .character("."), "o": .character("/"),
    "p": .character("0"), "q": .character("1"), "r": .character("2"), "s": .character("3"),
    "t": .character("4"), "u": .character("5"), "v": .character("6"), "w": .character("7"),
    "x": .character("8"), "y": .character("9"),
  ]

  private static let numbered: [Substring: Key] = [
    "1": .home, "2": .insert, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home,
    "8": .end, "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4),
    "15": .function(5), "17": .function(6), "18": .function(7), "19": .function(8),
    "20": .function(9), "21": .function(10), "23": .function(11), "24": .function(12),
  ]
}
