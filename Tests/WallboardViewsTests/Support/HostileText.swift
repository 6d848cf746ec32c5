import Testing
import WallboardScreen

/// Text from outside that steers terminals, takes no column, or is longer than any field.
enum HostileText {
  static func texts(length: Int) -> [String] {
    [
      "\u{1B}[2J\u{1B}]0;owned\u{7}", "a\u{202E}b\u{2066}c\u{200F}", "\u{9B}31m\u{85}\u{2028}x",
      String(repeating: "A", count: length), String(repeating: "漢", count: length),
      "e" + String(repeating: "\u{301}", count: length), "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "\u{FEFF}\u{200B}\u{AD}",
      "\u{E0041}\u{E007F}\u{F8FF}\u{FFFE}", "line\r\nbreak\ttab\u{0}nul", " ", "",
    ]
  }

  /// Every row is as wide as the screen, and has no scalar that a terminal would obey or hide.
  static func expectHarmless(
    _ canvas: Canvas, ascii: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for row in canvas.rows {
      #expect(TextLayout.width(of: row) == canvas.size.width, sourceLocation: sourceLocation)
      #expect(
        row.unicodeScalars.allSatisfy {
          $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
            && !$0.properties.isBidiControl && !$0.properties.isDefaultIgnorableCodePoint
            && (!ascii || $0.isASCII)
        }, "\(row)", sourceLocation: sourceLocation)
    }
  }
}
