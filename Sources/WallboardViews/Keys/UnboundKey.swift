import WallboardBoard
import WallboardScreen

/// What is said of a key that means nothing where it was pressed.
struct UnboundKey: RegionMaker {
  let context: FrameContext
  let key: Key

  /// In the context of keys that is on; `nil` for what nobody pressed on purpose.
  var words: String? {
    switch key {
    case .mouse, .resize: nil
    case .paste: view.prompt == nil ? "Nothing can be pasted here" : nil
    case .character(let character) where isOnBoard && character.isASCIIDigit:
      missingPanel(character) ?? missingKey
    case _: missingKey
    }
  }

  private var keys: KeyContext { KeyContext(view) }
  private var isOnBoard: Bool { keys == .panels || keys == .pane }

  private var missingKey: String {
    let name = "“\(key.safeName(ascii: lettering.isASCII))”"
    let what = isForPane ? "\(name) is a key of a followed call" : "No key \(name) here"
    guard keys != .help, let help = self.key(of: .toggleHelp, in: keys) else { return what }
    return "\(what); \(help) shows the keys"
  }

  /// Whether it would mean something in the pane of a followed call.
  private var isForPane: Bool {
    keys == .panels && settings.keymap.intent(for: key, in: .pane) != nil
  }

  /// Which panels there are; `nil` where digits do not stand for panels.
  private func missingPanel(_ digit: Character) -> String? {
    let digits = settings.keymap.panelDigits(in: keys)
    guard let first = digits.first, let last = digits.last else { return nil }
    return "No panel \(digit); \(first) to \(last) are panels"
  }
}

extension Keymap {
  /// The digits that go to panels, as they are bound.
  fileprivate func panelDigits(in keys: KeyContext) -> [Character] {
    bindings.filter { $0.contexts.contains(keys) && $0.intent.goesToPanel }
      .flatMap(\.keys).compactMap { key in
        if case .character(let character) = key, character.isASCIIDigit { character } else { nil }
      }.sorted()
  }
}

extension Intent {
  fileprivate var goesToPanel: Bool {
    if case .focus = self { true } else { false }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Key {
  /// Its name; of a character that cannot be seen, or steers text, its number.
  fileprivate func safeName(ascii: Bool) -> String {
    let (character, prefix): (Character, String)
    switch self {
    case .character(let typed): (character, prefix) = (typed, "")
    case .alt(let typed): (character, prefix) = (typed, "Alt-")
    case _: return name(ascii: ascii)
    }
    guard let scalar = character.unicodeScalars.first, !scalar.isSeenAlone else {
      return name(ascii: ascii)
    }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\(prefix)U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}

extension Unicode.Scalar {
  fileprivate var isSeenAlone: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator, .nonspacingMark, .spacingMark, .enclosingMark:
      self == " "
    case _: true
    }
  }
}
