import TestSupport
import Testing
import WallboardScreen

@testable import WallboardTerminal

@Suite("A frame on its way to the terminal")
struct FrameWriterTests {
  @Test(
    "says the same in fewer bytes",
    arguments: [
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
      ("\u{1B}[0;1;31;40mx\u{1B}[0;31;40my", "\u{1B}[0;1;31;40mx\u{1B}[22my"),
      ("\u{1B}[0;1;31;40mx\u{1B}[0;2;31;40my", "\u{1B}[0;1;31;40mx\u{1B}[22;2my"),
      ("\u{1B}[0;1;2;31;40mx\u{1B}[0;1;31;40my", "\u{1B}[0;1;2;31;40mx\u{1B}[22;1my"),
      ("\u{1B}[0;3;4;7;31;40mx\u{1B}[0;7;31;40my", "\u{1B}[0;3;4;7;31;40mx\u{1B}[23;24my"),
      ("\u{1B}[0;7;31;44mx\u{1B}[0;31;44my", "\u{1B}[0;7;31;44mx\u{1B}[27my"),
      (
        "\u{1B}[0;1;38;5;243;48;5;234mx\u{1B}[0;1;38;5;243my",
        "\u{1B}[0;1;38;5;243;48;5;234mx\u{1B}[49my"
      ),
      ("\u{1B}[0;1mx\u{1B}[0;2my", "\u{1B}[0;1mx\u{1B}[0;2my"),
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
    #expect(finished(frame) == expected)
  }

  @Test("has no other moves where a terminal knows none")
  func aTerminalThatKnowsNoOtherMoves() {
    let frame = "\u{1B}[2;3Hx\u{1B}[2;30Hy\u{1B}[3;1Hz"
    #expect(finished(frame, moves: []) == frame)
  }

  @Test("is left as it is where nothing has to be done")
  func plain() {
    let frame = "\u{1B}[5;1H\u{1B}[38;5;196m李雯\u{1B}[m│ é"
    #expect(finished(frame) == frame)
    #expect(finished("") == "")
  }

  @Test("has the colours of its slots, before and behind, and all others unchanged")
  func colors() {
    let colors = [16: Array("2;255;128;0".utf8), 255: Array("5;200".utf8)]
    #expect(
      finished("\u{1B}[38;5;16ma\u{1B}[48;5;255mb\u{1B}[38;5;17mc\u{1B}[35md", colors: colors)
        == "\u{1B}[38;2;255;128;0ma\u{1B}[48;5;200mb\u{1B}[38;5;17mc\u{1B}[35md")
    for part in ["\u{1B}", "\u{1B}[38;5;", "\u{1B}[38;5;16", "\u{1B}[38;5;m", "38;5;16m"] {
      #expect(finished(part, colors: colors) == part)
    }
  }

  @Test("has the colours of its slots in renditions that are known, too, and those once")
  func colorsOfRenditions() {
    let colors = [16: Array("2;255;128;0".utf8), 255: Array("5;200".utf8)]
    #expect(
      finished(
        "\u{1B}[0;1m\u{1B}[38;5;16ma\u{1B}[m\u{1B}[38;5;16m \u{1B}[48;5;255mb\u{1B}[38;5;17mc",
        colors: colors)
        == "\u{1B}[0;1;38;2;255;128;0ma \u{1B}[22;48;5;200mb\u{1B}[38;5;17mc")
  }
}

@Suite("Glyphs of doubtful width")
struct FrameGlyphTests {
  @Test(
    "of which nothing is known are written into columns that are cleared, and left by the column")
  func places() {
    #expect(
      finished("ab😀" + mark(2, width: 2, isAmbiguous: false) + "│" + mark(4))
        == "ab  \u{1B}[3G😀\u{1B}[5G│\u{1B}[6G")
    #expect(
      finished("e\u{301}\u{323}" + mark(0, scalars: 3, isAmbiguous: false) + "x")
        == " \u{1B}[1Ge\u{301}\u{323}\u{1B}[2Gx")
  }

  @Test("side by side are written by halves, so that they fit if each takes two columns")
  func halves() {
    let line = (0..<9).map { "─" + mark($0) }.joined()
    #expect(finished(line + "x") == "────\u{1B}[5G──\u{1B}[7G─\u{1B}[8G─\u{1B}[9G─\u{1B}[10Gx")
  }

  @Test("are not left by the column where the cursor goes elsewhere anyway")
  func moves() {
    let dot = "\u{1B}[1;3H●" + mark(2)
    #expect(finished(dot + "\u{1B}[1;9Hx") == "\u{1B}[1;3H●\u{1B}[9Gx")
    #expect(finished(dot + "\u{1B}[0;1m\u{1B}[7Gx") == "\u{1B}[1;3H●\u{1B}[7G\u{1B}[0;1mx")
    #expect(finished(dot + "\u{1B}[2;1Hx") == "\u{1B}[1;3H●\r\nx")
    #expect(finished(dot + "\rx") == "\u{1B}[1;3H●\rx")
    #expect(finished(dot + "\u{8}x") == "\u{1B}[1;3H●\u{1B}[4G\u{8}x")
    #expect(finished(dot + "\u{1B}[5X") == "\u{1B}[1;3H●\u{1B}[4G\u{1B}[5X")
  }

  @Test("are left by the oldest sequences where a terminal knows no others")
  func oldMoves() {
    #expect(finished("●" + mark(2) + "x", moves: []) == "●\r\u{1B}[3Cx")
    #expect(
      finished("e\u{301}" + mark(0, scalars: 2, isAmbiguous: false) + "x", moves: [])
        == " \re\u{301}\r\u{1B}[1Cx")
  }

  @Test("at a row's end stay in it, and what they may have covered is written again")
  func edge() {
    let border = "│" + mark(9, isAtEdge: true)
    #expect(
      finished("\u{1B}[1;9H\u{1B}[0;31mr\u{1B}[m" + border + "\u{1B}[2;1Hx")
        == "\u{1B}[1;9H\u{1B}[0;31mr\u{1B}[m\u{1B}[?7l│\u{1B}[9G\u{1B}[31mr\r\n\u{1B}[mx\u{1B}[?7h")
    #expect(
      finished("\u{1B}[1;8H\u{1B}[m李" + border)
        == "\u{1B}[1;8H\u{1B}[m李\u{1B}[?7l│\u{1B}[8G李\u{1B}[?7h")
    // Known to take one column, though it has three bytes.
    #expect(
      finished("\u{1B}[1;9H\u{1B}[m─" + border)
        == "\u{1B}[1;9H\u{1B}[m─\u{1B}[?7l│\u{1B}[9G─\u{1B}[?7h")
    #expect(finished("\u{1B}[m " + border) == "\u{1B}[m \u{1B}[?7l│\u{1B}[?7h")
    #expect(
      finished("\u{1B}[m" + border + "\u{1B}[?7lx\u{1B}[?7h" + border)
        == "\u{1B}[m\u{1B}[?7l│x│\u{1B}[9Gx\u{1B}[?7h")
  }

  @Test("have neighbours whose marks are not shown")
  func neighbors() {
    #expect(finished("a" + GlyphMark.neighbor(7).text + "b") == "ab")
  }

  /// Canvases that change at random, written as ncurses writes them: what has changed and no more. Where
  /// a terminal is known to draw what is ambiguous in one column, it is told less from then on.
  @Test(
    "let every letter stand in its column, in terminals of every opinion",
    arguments: [
      (SmallTerminal.Opinion.usual, false), (.wideStaying, false), (.wideDropping, false),
      (.narrow, false), (.wideEmoji, false), (.usual, true), (.narrow, true), (.wideEmoji, true),
    ])
  func anyCanvas(opinion: SmallTerminal.Opinion, isTold: Bool) {
    for seed: UInt64 in 1...40 {
      var author = CanvasAuthor(seed: seed)
      let size = Size(width: Int.random(in: 2...30, using: &author.random), height: 3)
      var terminal = SmallTerminal(size, opinion)
      var writer = RowWriter()
      var canvas = Canvas(size: size)
      for change in 0..<12 {
        writer.isAmbiguousNarrow = isTold && change >= 4
        author.change(&canvas)
        let frame = writer.frame(of: canvas)
        terminal.show(FrameWriter.finish(Array(frame.utf8), moves: [.toColumn, .toNextLine]))
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
}

/// The frame as it goes to the terminal.
private func finished(
  _ frame: String, moves: CursorMoves = [.toColumn, .toNextLine], colors: [Int: [UInt8]] = [:]
) -> String {
  String(
    decoding: FrameWriter.finish(Array(frame.utf8), moves: moves, colors: colors), as: UTF8.self)
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

  var isAmbiguousNarrow = false
  private var shown: [Point: Item] = [:]

  mutating func frame(of canvas: Canvas) -> String {
    var frame = ""
    for y in 0..<canvas.size.height {
      let row = MarkedRow(
        cells: canvas.row(y), isLast: y == canvas.size.height - 1,
        isAmbiguousNarrow: isAmbiguousNarrow)
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
