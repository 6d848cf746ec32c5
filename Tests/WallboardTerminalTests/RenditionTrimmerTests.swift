import Testing

@testable import WallboardTerminal

struct RenditionTrimmerTests {
  @Test(arguments: [
    // What stands before a reset has no effect; text in between has.
    ("\u{1B}[39;49m\u{1B}(B\u{1B}[0;2m40", "\u{1B}[0;2m40"),
    ("\u{1B}[1m\u{1B}[31m\u{1B}[mx", "\u{1B}[mx"),
    ("\u{1B}[1mx\u{1B}[0my", "\u{1B}[1mx\u{1B}[0my"),
    ("\u{1B}[0;1m\u{1B}[30m\u{1B}[43m5", "\u{1B}[0;1m\u{1B}[30m\u{1B}[43m5"),
    // Moves are kept, and a rendition before one may be seen after it.
    ("\u{1B}[1m\u{1B}[2;3H\u{1B}[mz", "\u{1B}[1m\u{1B}[2;3H\u{1B}[mz"),
    // A colour that begins with 3 is no reset, nor one whose parts hold a 0.
    ("\u{1B}[1m\u{1B}[38;2;0;0;0mx", "\u{1B}[1m\u{1B}[38;2;0;0;0mx"),
    // Not sequences of renditions, whole or at all.
    ("\u{1B}[?25l\u{1B}(0q", "\u{1B}[?25l\u{1B}(0q"),
    ("\u{1B}[1", "\u{1B}[1"), ("\u{1B}", "\u{1B}"), ("", ""),
    ("李\u{1B}(B雯", "李雯"),
  ])
  func whatHasNoEffectIsLeftOut(frame: String, expected: String) {
    let trimmed = RenditionTrimmer.trim(Array(frame.utf8))
    #expect(String(decoding: trimmed, as: UTF8.self) == expected)
  }
}
