/// Turns what was read in one go into keys.
///
/// Escape sequences that the terminal's description does not know arrive as single characters.
/// Common ones are understood and all others swallowed: their letters must not act as commands.
package struct KeyDecoder {
  private var input: ArraySlice<TypedInput>

  /// The keys that were pressed.
  package static func decode(_ input: [TypedInput]) -> [Key] {
    var decoder = KeyDecoder(input: input[...])
    var keys: [Key] = []
    while let typed = decoder.input.popFirst() {
      if let key = decoder.key(from: typed) { keys.append(key) }
    }
    return keys
  }

  private init(input: ArraySlice<TypedInput>) {
    self.input = input
  }

  private mutating func key(from typed: TypedInput) -> Key? {
    switch typed {
    case .key(let key): key
    case .scalar("\u{1B}"): keyAfterEscape()
    case .scalar(let scalar): Key(typed: scalar)
    }
  }

  private mutating func keyAfterEscape() -> Key? {
    guard case .scalar(let scalar)? = input.first, scalar != "\u{1B}" else { return .escape }
    input.removeFirst()
    switch scalar {
    case "[": return readControlSequence()
    case "O": return readShiftedFunction()
    default: return Self.alt(scalar)
    }
  }

  // ECMA-48, 5.4: parameters and intermediates, then one final byte. A lone "Alt-[" has neither.
  private mutating func readControlSequence() -> Key? {
    var parameters = ""
    while case .scalar(let scalar)? = input.popFirst() {
      switch scalar.value {
      case 0x20..<0x40: parameters.unicodeScalars.append(scalar)
      case 0x40..<0x7F: return Self.key(final: scalar, parameters: parameters)
      default: return nil
      }
    }
    return nil
  }

  private mutating func readShiftedFunction() -> Key? {
    guard case .scalar(let final)? = input.popFirst() else { return nil }
    if final == "M" { return .enter }
    return Self.key(final: final, parameters: "")
  }

  private static func key(final: Unicode.Scalar, parameters: String) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "Z": .backTab
    case "~": editingKey(parameters.prefix { $0 != ";" })
    default: nil
    }
  }

  private static func editingKey(_ parameter: Substring) -> Key? {
    switch parameter {
    case "1", "7": .home
    case "2": .insert
    case "3": .delete
    case "4", "8": .end
    case "5": .pageUp
    case "6": .pageDown
    default: nil
    }
  }

  private static func alt(_ scalar: Unicode.Scalar) -> Key? {
    guard case .character(let character)? = Key(typed: scalar) else { return nil }
    return .alt(character)
  }
}
