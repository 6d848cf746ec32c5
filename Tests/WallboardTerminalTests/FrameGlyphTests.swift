import TestSupport
import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("Glyphs of doubtful width")
struct FrameGlyphTests {
  @Test(
    "of which nothing is known are written into columns that are cleared, and left by the column")
  func places() {
    #expect(
      trimmed("ab😀" + mark(2, width: 2, isAmbiguous: false) + "│" + mark(4))
        == "ab  \u{1B}[3G😀\u{1B}[5G│\u{1B}[6G")
    #expect(
      trimmed("e\u{301}\u{323}" + mark(0, scalars: 3, isAmbiguous: false) + "x")
        == " \u{1B}[1Ge\u{301}\u{323}\u{1B}[2Gx")
  }

  @Test("side by side are written by halves, so that they fit if each takes two columns")
  func halves() {
    let line = (0..<9).map { "─" + mark($0) }.joined()
    #expect(trimmed(line + "x") == "────\u{1B}[5G──\u{1B}[7G─\u{1B}[8G─\u{1B}[9G─\u{1B}[10Gx")
  }

  @Test("are not left by the column where the cursor goes elsewhere anyway")
  func moves() {
    let dot = "\u{1B}[1;3H●" + mark(2)
    #expect(trimmed(dot + "\u{1B}[1;9Hx") == "\u{1B}[1;3H●\u{1B}[9Gx")
    #expect(trimmed(dot + "\u{1B}[0;1m\u{1B}[7Gx") == "\u{1B}[1;3H●\u{1B}[7G\u{1B}[0;1mx")
    #expect(trimmed(dot + "\u{1B}[2;1Hx") == "\u{1B}[1;3H●\r\nx")
    #expect(trimmed(dot + "\rx") == "\u{1B}[1;3H●\rx")
    #expect(trimmed(dot + "\u{8}x") == "\u{1B}[1;3H●\u{1B}[4G\u{8}x")
    #expect(trimmed(dot + "\u{1B}[5X") == "\u{1B}[1;3H●\u{1B}[4G\u{1B}[5X")
  }

  @Test("are left by the oldest sequences where a terminal knows no others")
  func oldMoves() {
    #expect(trimmed("●" + mark(2) + "x", moves: []) == "●\r\u{1B}[3Cx")
    #expect(
      trimmed("e\u{301}" + mark(0, scalars: 2, isAmbiguous: false) + "x", moves: [])
        == " \re\u{301}\r\u{1B}[1Cx")
  }

  @Test("at a row's end stay in it, and what they may have covered is written again")
  func edge() {
    let border = "│" + mark(9, isAtEdge: true)
    #expect(
      trimmed("\u{1B}[1;9H\u{1B}[0;31mr\u{1B}[m" + border + "\u{1B}[2;1Hx")
        == "\u{1B}[1;9H\u{1B}[0;31mr\u{1B}[m\u{1B}[?7l│\u{1B}[9G\u{1B}[31mr\r\n\u{1B}[mx\u{1B}[?7h")
    #expect(
      trimmed("\u{1B}[1;8H\u{1B}[m李" + border)
        == "\u{1B}[1;8H\u{1B}[m李\u{1B}[?7l│\u{1B}[8G李\u{1B}[?7h")
    #expect(trimmed("\u{1B}[m " + border) == "\u{1B}[m \u{1B}[?7l│\u{1B}[?7h")
    #expect(
      trimmed("\u{1B}[m" + border + "\u{1B}[?7lx\u{1B}[?7h" + border)
        == "\u{1B}[m\u{1B}[?7l│x│\u{1B}[9Gx\u{1B}[?7h")
  }

  @Test("have neighbours whose marks are not shown")
  func neighbors() {
    #expect(trimmed("a" + GlyphMark.neighbor(7).text + "b") == "ab")
  }

  /// Canvases that change at random, written as ncurses writes them: what has changed and no more.
  @Test(
    "let every letter stand in its column, in terminals of every opinion",
    arguments: [
      SmallTerminal.Opinion.usual, .wideStaying, .wideDropping, .narrow, .wideEmoji,
    ])
  func anyCanvas(opinion: SmallTerminal.Opinion) {
    for seed: UInt64 in 1...40 {
      var author = CanvasAuthor(seed: seed)
      let size = Size(width: Int.random(in: 2...30, using: &author.random), height: 3)
      var terminal = SmallTerminal(size, opinion)
      var writer = RowWriter()
      var canvas = Canvas(size: size)
      for _ in 0..<12 {
        author.change(&canvas)
        let frame = writer.frame(of: canvas)
        terminal.show(FrameTrimmer.trim(Array(frame.utf8), moves: [.toColumn, .toNextLine]))
        let wrong = terminal.differences(from: canvas)
        guard wrong.isEmpty else {
          Issue.record("seed \(seed): \(wrong.prefix(3)) in \(terminal.rows)")
          return
        }
      }
    }
  }

  private func mark(
    _ column: Int, width: Int = 1, scalars: Int = 1, isAmbiguous: Bool = true,
    isAtEdge: Bool = false
  ) -> String {
    GlyphMark.position(
      GlyphPosition(
        column: column, width: width, scalarCount: scalars, isAmbiguous: isAmbiguous,
        isAtEdge: isAtEdge)
    ).text
  }

  private func trimmed(_ frame: String, moves: CursorMoves = [.toColumn, .toNextLine]) -> String {
    String(decoding: FrameTrimmer.trim(Array(frame.utf8), moves: moves), as: UTF8.self)
  }
}

/// Draws at random.
private struct CanvasAuthor {
  private static let words = [
    "a", "word", "12:04", " ", "   ", "●", "▲", "─────", "│", "…", "José", "Жанна", "李雯", "😀",
    "e\u{301}x", "▁▂▃", "·",
  ]
  private static let roles: [StyleRole] = [.text, .title, .border]

  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func change(_ canvas: inout Canvas) {
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      // The last columns more often than others: there is less room for what is wider.
      let column =
        Bool.random(using: &random)
        ? Int.random(in: 0..<canvas.size.width, using: &random)
        : canvas.size.width - Int.random(in: 1...2, using: &random)
      canvas.draw(
        Self.words.randomElement(using: &random) ?? "",
        at: Point(x: column, y: Int.random(in: 0..<canvas.size.height, using: &random)),
        role: Self.roles.randomElement(using: &random) ?? .text)
    }
  }
}

/// Writes frames as ncurses does: each cell that differs from the last frame's in anything, and
/// moves between those that do not stand side by side.
private struct RowWriter {
  private struct Item: Equatable {
    let text: String
    let role: StyleRole
  }

  private var shown: [Point: Item] = [:]

  mutating func frame(of canvas: Canvas) -> String {
    var frame = ""
    for y in 0..<canvas.size.height {
      let row = MarkedRow(cells: canvas.row(y), isLast: y == canvas.size.height - 1)
      var expected = -1
      for x in 0..<canvas.size.width where !row.cells[x].glyph.isContinuation {
        let item = item(at: x, of: row)
        guard shown[Point(x: x, y: y)] != item else { continue }
        shown[Point(x: x, y: y)] = item
        if row.cells[x].glyph.width == 2 { shown[Point(x: x + 1, y: y)] = nil }
        if x != expected { frame += "\u{1B}[\(y + 1);\(x + 1)H" }
        frame += "\u{1B}[0;\(item.role == .text ? 31 : item.role == .title ? 32 : 33)m" + item.text
        expected = x + row.cells[x].glyph.width
      }
    }
    return frame + "\u{1B}[m"
  }

  private func item(at x: Int, of row: MarkedRow) -> Item {
    let glyph = row.cells[x].glyph
    var text = ""
    glyph.append(to: &text)
    let mark = row.mark(at: x, scalarCount: text.unicodeScalars.count, .all)
    return Item(text: text + (mark?.text ?? ""), role: row.cells[x].role)
  }
}
