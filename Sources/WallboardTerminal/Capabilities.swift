import CNcurses
import WallboardScreen

/// What the terminal's description says.
enum Capabilities {
  static var canMoveCursor: Bool { !string("cup").isEmpty }

  /// Whether control sequences are written as ECMA-48 has them. Then sequences that the description
  /// does not know may be sent too: such a terminal ignores what it does not understand.
  static var isStandard: Bool { string("cup").starts(with: [0x1B, UInt8(ascii: "[")]) }

  /// Ways to move the cursor beside going to a place.
  static var moves: CursorMoves {
    var moves: CursorMoves = []
    if string("hpa") == Array("\u{1B}[%i%p1%dG".utf8) { moves.insert(.toColumn) }
    // In the last row of a terminal that has shrunk a line feed scrolls, which does no harm where
    // nothing goes into a history.
    if unsafe wallboard_has("xenl"), isStandard, hasAlternateScreen {
      moves.insert(.toNextLine)
    }
    return moves
  }

  /// Which glyphs are marked. In a terminal that wraps as soon as the last column is written (no
  /// `xenl`), ncurses relies on where that leaves the cursor, so that nothing may be put there anew.
  static var marking: GlyphMarking {
    guard isStandard, unsafe wallboard_has("xenl") else { return .none }
    return string("rmam").isEmpty ? .exceptCorner : .all
  }

  /// Has text go on in the next row again: the rest of a frame that switched it off may never have
  /// been written.
  static var wrapping: [UInt8] { isStandard ? AutoWrap.on : [] }

  /// What empties the screen, without its padding.
  static var emptying: ArraySlice<UInt8> { string("clear").prefix { $0 != UInt8(ascii: "$") } }

  /// What makes the whole screen the region that scrolls (DECSTBM) and ASCII the character set
  /// (ECMA-35: G0 is ASCII, and G0 is in use).
  static var healing: [UInt8] { isStandard ? Array("\u{1B}[r\u{1B}(B\u{0F}".utf8) : [] }

  /// Whether colours may be told by their red, green and blue parts.
  static var hasDirectColor: Bool { unsafe wallboard_has("RGB") || wallboard_has("Tc") }

  /// What brings the terminal back to how a shell wants it: keypad mode, attributes, colours,
  /// cursor, screen.
  static var restoringBytes: [UInt8] {
    wrapping + wiping + ["rmkx", "sgr0", "op", "cnorm", "rmcup"].flatMap { string($0) }
  }

  /// What leaves nothing of the board behind, even if the terminal has no other screen to go back to,
  /// whatever its description says.
  static var wiping: [UInt8] {
    isStandard ? Array("\u{1B}[m".utf8) + erasing : string("clear")
  }

  /// What empties the screen in the current rendition. The first row goes by itself: GNU screen, tmux
  /// and PuTTY put a whole screen that is erased at once into their history.
  static var erasing: [UInt8] {
    isStandard ? Array("\u{1B}[H\u{1B}[K\u{1B}[2;1H\u{1B}[J\u{1B}[H".utf8) : []
  }

  /// Whether there is another screen, from which nothing goes into a history.
  static var hasAlternateScreen: Bool { !string("smcup").isEmpty }

  /// The sequences that keys send.
  static var keySequences: KeySequences {
    let functions = (1...63).map { ("kf\($0)", Key.function($0)) }
    return KeySequences((editingKeys + functions).map { (string($0), $1) })
  }

  private static let editingKeys: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
    ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kent", .enter), ("kcbt", .backTab),
    ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert),
  ]

  private static func string(_ name: String) -> [UInt8] {
    guard let value = unsafe wallboard_capability(name) else { return [] }
    return unsafe withoutPadding(Array(String(cString: value).utf8))
  }

  // terminfo(5): a delay is written $<…> and is for the library that sends the string.
  private static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
