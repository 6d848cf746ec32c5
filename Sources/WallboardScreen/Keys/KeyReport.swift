/// A key that is reported by its number and the modifiers held down with it. Nobody asks for that
/// here, but a program that had the terminal before may have left it on.
///
/// There are two forms: kitty's keyboard protocol (`CSI number:shifted:base ; modifiers:event ; text u`,
/// which xterm's `formatOtherKeys` uses too), and xterm's `modifyOtherKeys`
/// (`CSI 27 ; modifiers ; number ~`). The result is the key as it would be without them.
struct KeyReport {
  /// What is held down or locked, as kitty numbers it. xterm has Meta where kitty has Super.
  struct Modifiers: OptionSet {
    let rawValue: Int

    static let shift = Modifiers(rawValue: 1 << 0)
    static let alt = Modifiers(rawValue: 1 << 1)
    static let control = Modifiers(rawValue: 1 << 2)
    static let `super` = Modifiers(rawValue: 1 << 3)
    static let hyper = Modifiers(rawValue: 1 << 4)
    static let meta = Modifiers(rawValue: 1 << 5)
    static let capsLock = Modifiers(rawValue: 1 << 6)
  }

  private static let release = 3
  private static let otherKeys = 27
  /// Digits of a number; no character has more, and no modifiers.
  private static let longestNumber = 7

  /// What is between semicolons, and in it between colons; 0 for what is left out, which is no number
  /// of anything.
  private let fields: [[Int]]

  /// `nil` where the parameters are more than numbers.
  init?(parameters: some StringProtocol) {
    var fields: [[Int]] = []
    for field in parameters.split(separator: ";", omittingEmptySubsequences: false) {
      let numbers = field.split(separator: ":", omittingEmptySubsequences: false)
        .map { Self.number($0) }
      fields.append(numbers.compactMap(\.self))
      guard fields.last?.count == numbers.count else { return nil }
    }
    self.fields = fields
  }

  /// Whether the key was let go.
  var isRelease: Bool { value(1, 1) == Self.release }

  /// The key of kitty's form.
  var key: Key? {
    let held = modifiers.subtracting([.shift, .capsLock])
    if held.isEmpty, let typed { return typed }
    let code = value(0)
    if let key = Self.functional[code] { return key }
    let plain = shifted(code) ?? code
    // What a layout of another script has in the place of a Latin letter.
    let latin = plain < 0x80 ? plain : value(0, 2)
    return Self.key(held.contains(.control) && latin > 0 ? latin : plain, held, modifiers)
  }

  /// The key of xterm's form, whose number is that of the character; `nil` for other sequences.
  var otherKey: Key? {
    guard fields.count == 3, value(0) == Self.otherKeys else { return nil }
    var held = modifiers.subtracting(.shift)
    if held.remove(.super) != nil { held.insert(.alt) }
    return Self.key(value(2), held, modifiers)
  }

  private var modifiers: Modifiers {
    // Num Lock is told with the keys that it changes.
    Modifiers(rawValue: max(0, value(1) - 1) & 0x7F)
  }

  private func value(_ field: Int, _ part: Int = 0) -> Int {
    guard field < fields.count, part < fields[field].count else { return 0 }
    return fields[field][part]
  }

  private static func number(_ digits: some StringProtocol) -> Int? {
    guard digits.utf8.count <= longestNumber, digits.utf8.allSatisfy({ (0x30..<0x3A).contains($0) })
    else { return nil }
    return digits.isEmpty ? 0 : Int(digits)
  }

  /// The text that the key is said to make; more than one character, as from an input method, is none
  /// that presses keys.
  private var typed: Key? {
    guard fields.count > 2 else { return nil }
    let text = fields[2].compactMap { UInt32(exactly: $0).flatMap(Unicode.Scalar.init) }
    guard let first = text.first, text.count == fields[2].count,
      text.allSatisfy({ Key(typed: $0)?.isCharacter == true })
    else { return nil }
    guard text.count > 1 else { return Key(typed: first) }
    return .paste(String(String.UnicodeScalarView(text)))
  }

  /// The number of what the key makes with Shift or the lock; `nil` where that is known by the code.
  private func shifted(_ code: Int) -> Int? {
    let isShifted = modifiers.contains(.shift)
    if isShifted, value(0, 1) > 0 { return value(0, 1) }
    guard let scalar = Self.scalar(code) else { return nil }
    if scalar.properties.isLowercase {
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      guard isShifted != modifiers.contains(.capsLock), upper.count == 1 else { return nil }
      return upper.first.map { Int($0.value) }
    }
    // Not told: as on the keyboard that most have.
    return isShifted ? Self.shiftedOnUSKeyboard[scalar].map { Int($0.value) } : nil
  }

  /// The key that the number of a character is with that held down, as terminals send it otherwise.
  private static func key(_ code: Int, _ held: Modifiers, _ all: Modifiers) -> Key? {
    guard held.isSubset(of: [.control, .alt]), code > 0, !functionalCodes.contains(code),
      let scalar = scalar(code), scalar.isASCII || !held.contains(.control),
      let key = Key(typed: held.contains(.control) ? controlled(scalar) : scalar)
    else { return nil }
    if key == .tab, code == 9, all.contains(.shift) { return .backTab }
    guard held.contains(.alt) else { return key }
    if case .character(let character) = key { return .alt(character) }
    return nil
  }

  private static func scalar(_ code: Int) -> Unicode.Scalar? {
    UInt32(exactly: code).flatMap(Unicode.Scalar.init)
  }

  // VT100 User Guide, table 3-5, with what has become usual since (kitty's "Legacy ctrl mapping").
  private static func controlled(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "@"..."_", "a"..."z": Unicode.Scalar(UInt8(scalar.value & 0x1F))
    case " ", "2": "\u{00}"
    case "3"..."7": Unicode.Scalar(UInt8(scalar.value - 0x18))
    case "8", "?": "\u{7F}"
    case "/": "\u{1F}"
    case "~": "\u{1E}"
    default: scalar
    }
  }

  private static let shiftedOnUSKeyboard = Dictionary(
    uniqueKeysWithValues: zip(
      "`1234567890-=[]\\;',./".unicodeScalars, "~!@#$%^&*()_+{}|:\"<>?".unicodeScalars))

  /// The numbers of keys that make no character (kitty's "Functional key definitions").
  private static let functionalCodes = 57_344...63_743

  private static let functional: [Int: Key] = {
    let functions = (13...35).map { (57_363 + $0, Key.function($0)) }
    let keypad = zip(57_399..., "0123456789./*-+".map(Key.character)).map { ($0, $1) }
    let others: [(Int, Key)] = [
      (57_414, .enter), (57_415, .character("=")), (57_416, .character(",")),
      (57_417, .left), (57_418, .right), (57_419, .up), (57_420, .down), (57_421, .pageUp),
      (57_422, .pageDown), (57_423, .home), (57_424, .end), (57_425, .insert), (57_426, .delete),
    ]
    return Dictionary(uniqueKeysWithValues: functions + keypad + others)
  }()
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = self { true } else { false }
  }
}
