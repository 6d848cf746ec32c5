import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("A frame on its way to the terminal")
struct FrameRewriterTests {
  private func finish(_ frame: String, colors: [Int: [UInt8]] = [:]) -> String {
    String(decoding: FrameRewriter.finish(Array(frame.utf8), colors: colors), as: UTF8.self)
  }

  /// The marks by which a glyph says where it stands.
  private func marks(column: Int, width: Int, scalars: Int) -> String {
    let position = GlyphPosition(column: column, width: width, scalarCount: scalars)
    return String(String.UnicodeScalarView(position.marks.compactMap { Unicode.Scalar($0) }))
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

  @Test("clears the columns of a doubtful glyph, and goes on at the column after it")
  func places() {
    #expect(
      finish("ab😀\(marks(column: 2, width: 2, scalars: 1))│")
        == "ab  \u{1B}[3G😀\u{1B}[5G│")
    #expect(
      finish("e\u{301}\u{323}\(marks(column: 0, width: 1, scalars: 3))x")
        == " \u{1B}[1Ge\u{301}\u{323}\u{1B}[2Gx")
  }

  @Test("keeps its border wherever the terminal takes a glyph to end", arguments: [0, 1, 2, 3])
  func border(columns: Int) {
    let text = "│😀\(marks(column: 1, width: 2, scalars: 1))a│"
    var terminal = SmallTerminal(columns: 5, widthOfOthers: columns)
    terminal.show("xxxxx\r")
    terminal.show(finish(text))
    #expect(terminal.cells[0] == "│")
    #expect(terminal.cells[3] == "a")
    #expect(terminal.cells[4] == "│")
    #expect(!terminal.cells.contains("x"))
  }

  @Test("every place on the largest canvas has marks of its own")
  func everyPosition() {
    for column in 0..<Canvas.maximumSize.width {
      for width in 1...2 {
        for scalars in 1...3 {
          let position = GlyphPosition(column: column, width: width, scalarCount: scalars)
          let marks = marks(column: column, width: width, scalars: scalars)
          #expect(GlyphPosition(Array(marks.utf8)[...]) == position)
        }
      }
    }
  }

  @Test("No text from outside has such a mark")
  func marksAreOurs() {
    for value: UInt32 in 0xE0100...0xE01EF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ScalarClass(scalar) == .joiner)
    }
  }
}

/// A line of a terminal that has its own opinion of how wide what is not known to it is.
private struct SmallTerminal {
  private(set) var cells: [Character]
  private let widthOfOthers: Int
  private var column = 0

  init(columns: Int, widthOfOthers: Int) {
    cells = Array(repeating: " ", count: columns)
    self.widthOfOthers = widthOfOthers
  }

  mutating func show(_ text: String) {
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\r": column = 0
      case "\u{1B}":
        let order = rest.prefix { $0 != "G" }
        rest = rest.dropFirst(order.count + 1)
        column = (Int(order.dropFirst()) ?? 1) - 1
      case _:
        let isKnown = character.isASCII || character == "│"
        put(character, columns: isKnown ? 1 : widthOfOthers)
      }
    }
  }

  private mutating func put(_ character: Character, columns: Int) {
    for offset in 0..<columns where column + offset < cells.count {
      cells[column + offset] = offset == 0 ? character : " "
    }
    column = min(column + columns, cells.count - 1)
  }
}
