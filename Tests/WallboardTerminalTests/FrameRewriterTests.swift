import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("A frame on its way to the terminal")
struct FrameRewriterTests {
  private func finish(_ frame: String, colors: [Int: [UInt8]] = [:]) -> String {
    String(decoding: FrameRewriter.finish(Array(frame.utf8), colors: colors), as: UTF8.self)
  }

  @Test("is left as it is where nothing has to be done")
  func plain() {
    let frame = "\u{1B}[5;1H\u{1B}[38;5;196m李雯\u{1B}[m│ é"
    #expect(finish(frame) == frame)
    #expect(finish("") == "")
  }

  @Test("has the colours of its slots, before and behind, and all others unchanged")
  func colors() {
    let colors = [16: Array("2;255;128;0".utf8), 255: Array("5;200".utf8)]
    #expect(
      finish("\u{1B}[38;5;16ma\u{1B}[48;5;255mb\u{1B}[38;5;17mc\u{1B}[35md", colors: colors)
        == "\u{1B}[38;2;255;128;0ma\u{1B}[48;5;200mb\u{1B}[38;5;17mc\u{1B}[35md")
    for part in ["\u{1B}", "\u{1B}[38;5;", "\u{1B}[38;5;16", "\u{1B}[38;5;m", "38;5;16m"] {
      #expect(finish(part, colors: colors) == part)
    }
  }
}
