import Testing

@testable import WallboardTerminal

struct FrameTrimmerTests {
  @Test(arguments: [
    // What stands before a reset has no effect; text in between has.
    ("\u{1B}[39;49m\u{1B}(B\u{1B}[0;2m40", "\u{1B}[39;49m\u{1B}[0;2m40"),
    ("\u{1B}[0;1m\u{1B}[31m\u{1B}[mx", "\u{1B}[mx"),
    ("\u{1B}[0;1mx\u{1B}[0my", "\u{1B}[0;1mx\u{1B}[my"),
    ("\u{1B}[0;1m\u{1B}[30m\u{1B}[43m5", "\u{1B}[0;1;30;43m5"),
    ("\u{1B}[mx\u{1B}[0;2my\u{1B}[0;2;31mz", "\u{1B}[mx\u{1B}[2my\u{1B}[31mz"),
    ("\u{1B}[0;31mx\u{1B}[39my\u{1B}[0;2m", "\u{1B}[0;31mx\u{1B}[my\u{1B}[2m"),
    (
      "\u{1B}[0;38;5;208;48;2;1;2;3mx\u{1B}[0;38;5;9mx",
      "\u{1B}[0;38;5;208;48;2;1;2;3mx\u{1B}[0;38;5;9mx"
    ),
    // Nobody sees how a blank would look, unless it is underlined, reversed or coloured.
    ("\u{1B}[0;2mx\u{1B}[m  \u{1B}[0;2my", "\u{1B}[0;2mx  y"),
    ("\u{1B}[0;2mx\u{1B}[m\u{1B}[15X\u{1B}[0;2my", "\u{1B}[0;2mx\u{1B}[15Xy"),
    ("\u{1B}[0;4mx\u{1B}[m y", "\u{1B}[0;4mx\u{1B}[m y"),
    ("\u{1B}[0;4;31mx\u{1B}[0;4;32m y", "\u{1B}[0;4;31mx\u{1B}[32m y"),
    ("\u{1B}[0;7mx\u{1B}[0;1;7m y", "\u{1B}[0;7mx\u{1B}[1m y"),
    ("\u{1B}[mx\u{1B}[41m\u{1B}[K\u{1B}[m", "\u{1B}[mx\u{1B}[41m\u{1B}[K\u{1B}[m"),
    // The next frame begins as ncurses left this one.
    ("\u{1B}[0;1mx\u{1B}[m", "\u{1B}[0;1mx\u{1B}[m"),
    // A move within the row is made by its column.
    ("\u{1B}[2;3Hx\u{1B}[2;30Hy\u{1B}[3;30Hz", "\u{1B}[2;3Hx\u{1B}[30Gy\u{1B}[3;30Hz"),
    (
      "\u{1B}[2;3Hx\n\u{1B}[2;3Hy\u{1B}[H\u{1B}[2;9Hz",
      "\u{1B}[2;3Hx\n\u{1B}[2;3Hy\u{1B}[H\u{1B}[2;9Hz"
    ),
    ("\u{1B}[2;3Hx\u{1B}[Ay\u{1B}[2;9H", "\u{1B}[2;3Hx\u{1B}[Ay\u{1B}[2;9H"),
    // The beginning of the next row is a line's end, unless a line feed may scroll there.
    ("\u{1B}[2;3Hx\u{1B}[3;1Hy\u{1B}[4;1Hz", "\u{1B}[2;3Hx\r\ny\r\nz"),
    ("\u{1B}[2;3Hx\u{1B}[4;1Hy\u{1B}[3;1Hz", "\u{1B}[2;3Hx\u{1B}[4;1Hy\u{1B}[3;1Hz"),
    ("\u{1B}[1;2r\u{1B}[2;3Hx\u{1B}[3;1Hy", "\u{1B}[1;2r\u{1B}[2;3Hx\u{1B}[3;1Hy"),
    ("\u{1B}[3;1Hx\u{1B}[9999999999999999999;1Hy", "\u{1B}[3;1Hx\u{1B}[9999999999999999999;1Hy"),
    // What is repeated is written: REP is lost on many that call themselves xterm.
    ("\u{1B}[0;2m-\u{1B}[4bx", "\u{1B}[0;2m-----x"), ("\u{1B}[4b-\u{1B}[b", "--"),
    ("-\u{1B}[9999999999b", "-" + String(repeating: "-", count: 1_000)),
    // The last cell of the screen, which ncurses keeps from scrolling, does not end a frame's mode.
    ("\u{1B}[2;3H\u{1B}[?7lx\u{1B}[?7h", "\u{1B}[2;3H\u{1B}[?7lx\u{1B}[?7h"),
    // Not sequences of renditions, whole or at all.
    ("\u{1B}[1m\u{1B}[2;3Hz", "\u{1B}[1m\u{1B}[2;3Hz"),
    ("\u{1B}[0;1;99mx\u{1B}[2my", "\u{1B}[0;1;99mx\u{1B}[2my"),
    ("\u{1B}[?25l\u{1B}(0q", "\u{1B}[?25l\u{1B}(0q"),
    ("\u{1B}[1", "\u{1B}[1"), ("\u{1B}", "\u{1B}"), ("", ""),
    ("李\u{1B}(B雯", "李雯"),
  ])
  func sameInFewerBytes(frame: String, expected: String) {
    #expect(trimmed(frame) == expected)
  }

  @Test func aTerminalThatKnowsNoOtherMoves() {
    let frame = "\u{1B}[2;3Hx\u{1B}[2;30Hy\u{1B}[3;1Hz"
    #expect(trimmed(frame, moves: []) == frame)
  }

  private func trimmed(_ frame: String, moves: CursorMoves = [.toColumn, .toNextLine]) -> String {
    let bytes = FrameTrimmer.trim(Array(frame.utf8), moves: moves)
    return String(decoding: bytes, as: UTF8.self)
  }
}
