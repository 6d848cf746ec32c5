import CNcurses
import WallboardScreen

/// What the terminal's description says.
enum Capabilities {
  static var canMoveCursor: Bool { !string("cup").isEmpty }

  /// Whether control sequences are written as ECMA-48 has them, so that what the description does
  /// not know of may be sent too: what is no order to such a terminal is ignored, not shown.
  static var isStandard: Bool { string("cup").starts(with: [0x1B, UInt8(ascii: "[")]) }

  /// What is known of it beside moving to a place.
  static var moves: CursorMoves {
    var moves: CursorMoves = []
    if string("hpa") == Array("\u{1B}[%i%p1%dG".utf8) { moves.insert(.toColumn) }
    // Below the last row of a terminal that has shrunk a line feed scrolls: no harm where the screen
    // is ours alone.
    if unsafe wallboard_has("xenl"), isStandard, hasAlternateScreen {
      moves.insert(.toNextLine)
    }
    return moves
  }

  /// How glyphs are marked. A terminal that wraps before anything follows in the last column is one
  /// in which ncurses does not go to where the next row begins.
  static var marking: GlyphMarking {
    guard isStandard, unsafe wallboard_has("xenl") else { return .none }
    return string("rmam").isEmpty ? .exceptCorner : .all
  }

  /// What has text go on in the next row again: the rest of a frame that switches it off may never
  /// be written.
  static var wrapping: [UInt8] { isStandard ? AutoWrap.on : [] }

  /// What empties the screen, without the time that it takes.
  static var emptying: ArraySlice<UInt8> { string("clear").prefix { $0 != UInt8(ascii: "$") } }

  /// What brings back the whole screen as the region that scrolls (DECSTBM) and text as the character
  /// set (ECMA-35: G0 is ASCII, and G0 is in use).
  static var healing: [UInt8] { isStandard ? Array("\u{1B}[r\u{1B}(B\u{0F}".utf8) : [] }

  /// Whether it says that a colour may be told by its parts.
  static var hasDirectColor: Bool { unsafe wallboard_has("RGB") || wallboard_has("Tc") }

  /// What brings the terminal back to how a shell wants it: keypad mode, attributes, colours,
  /// cursor, screen. Each part stands for itself, so that one that is lacking costs no other.
  static var restoringBytes: [UInt8] {
    wrapping + wiping + ["rmkx", "sgr0", "op", "cnorm", "rmcup"].flatMap { string($0) }
  }

  /// What leaves nothing of the board behind, whether the terminal has another screen to go back to
  /// or only its description says so.
  static var wiping: [UInt8] {
    isStandard ? Array("\u{1B}[m".utf8) + erasing : string("clear")
  }

  /// What empties the screen in the rendition that is chosen, for good. The first row goes by itself:
  /// GNU screen, tmux and PuTTY put into their history what is erased all at once.
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
