import TestSupport
import Testing
import WallboardScreen

struct CanvasTests {
  private func canvas(_ width: Int, _ height: Int) -> Canvas {
    Canvas(size: Size(width: width, height: height))
  }

  @Test func drawsTextAndSaysHowFarItWent() {
    var canvas = canvas(8, 2)
    let used = canvas.draw("live", at: Point(x: 1, y: 1), role: .live)
    #expect(used == 4)
    #expect(canvas.rows == ["        ", " live   "])
    #expect(canvas.roleRows == ["text*8", "text*1 live*4 text*3"])
  }

  @Test(arguments: [
    (-2, "cdef  ", 6), (0, "abcdef", 6), (3, "   abc", 3), (6, "      ", 6), (-6, "      ", 6),
    (-60, "      ", 6), (Int.max, "      ", 6), (Int.min, "      ", 6),
  ])
  func clipsAtBothEdges(x: Int, expected: String, used: Int) {
    var canvas = canvas(6, 1)
    #expect(canvas.draw("abcdef", at: Point(x: x, y: 0)) == used)
    #expect(canvas.rows == [expected])
  }

  @Test(arguments: [(-1, " 本語 "), (0, "日本語"), (1, " 日本 "), (2, "  日本"), (5, "      ")])
  func aWideGlyphAtTheEdgeBecomesASpace(x: Int, expected: String) {
    var canvas = canvas(6, 1)
    canvas.draw("日本語", at: Point(x: x, y: 0))
    #expect(canvas.rows == [expected])
  }

  @Test(arguments: [(0, "x 本"), (1, " x本"), (2, "日x "), (3, "日 x")])
  func overwritingHalfOfAWideGlyphBlanksTheOther(x: Int, expected: String) {
    var canvas = canvas(4, 1)
    canvas.draw("日本", at: .zero)
    canvas.draw("x", at: Point(x: x, y: 0))
    #expect(canvas.rows == [expected])
  }

  @Test func aWideGlyphAcrossTwoWideOnesBlanksBoth() {
    var canvas = canvas(4, 1)
    canvas.draw("日本", at: .zero)
    canvas.draw("語", at: Point(x: 1, y: 0))
    #expect(canvas.rows == [" 語 "])
  }

  @Test func widthAndClipLimitWhatIsDrawn() {
    var canvas = canvas(8, 2)
    #expect(canvas.draw("abcdef", at: .zero, width: 3) == 3)
    let clip = Rect(x: 2, y: 1, width: 3, height: 1)
    canvas.draw("abcdef", at: Point(x: 0, y: 1), clip: clip)
    canvas.draw("hidden", at: .zero, clip: clip)
    canvas.draw("hidden", at: .zero, width: -4)
    #expect(canvas.rows == ["abc     ", "  cde   "])
  }

  @Test func unsafeTextIsDrawnHarmlessly() {
    var canvas = canvas(12, 1)
    canvas.draw("a\u{1B}[2J\u{202E}b\nc\u{9B}", at: .zero)
    #expect(canvas.rows == ["a␛[2Jb c\u{FFFD}   "])
  }

  @Test func marksStayWithTheirBase() {
    var canvas = canvas(4, 1)
    #expect(canvas.draw("e\u{301}\u{302}\u{303}\u{304}x", at: .zero) == 2)
    let row = canvas.rows.first.map { Array($0.unicodeScalars) }
    #expect(row == Array("e\u{301}\u{302}x  ".unicodeScalars))
  }

  @Test func boxesNeedRoom() {
    var canvas = Canvas(size: Size(width: 5, height: 3), glyphs: .ascii)
    canvas.drawBox(canvas.bounds)
    #expect(canvas.rows == ["+---+", "|   |", "+---+"])
    #expect(canvas.roleRows == ["border*5", "border*1 text*3 border*1", "border*5"])
    let before = canvas
    canvas.drawBox(Rect(x: 0, y: 0, width: 1, height: 3))
    #expect(canvas == before)
  }

  @Test func aBoxThatHangsOutIsClipped() {
    var canvas = canvas(4, 2)
    canvas.drawBox(Rect(x: -1, y: -1, width: 4, height: 3))
    #expect(canvas.rows == ["  │ ", "──╯ "])
  }

  @Test func emphasisAndRolesAreLaidOver() {
    var canvas = canvas(6, 1)
    canvas.draw("ab", at: .zero, role: .good)
    canvas.emphasize(Rect(x: 1, y: 0, width: 2, height: 9), [.selected, .bold])
    canvas.restyle(Rect(x: 5, y: 0, width: 9, height: 1), role: .critical)
    #expect(
      canvas.roleRows == [
        "good*1 good+selected+bold*1 text+selected+bold*1 text*2 critical*1"
      ])
  }

  @Test func fillTakesNarrowCharactersOnly() {
    var canvas = canvas(3, 1)
    canvas.fill(canvas.bounds, with: "░")
    #expect(canvas.rows == ["░░░"])
    canvas.fill(canvas.bounds, with: "日")
    #expect(canvas.rows == ["   "])
  }

  @Test(arguments: [Size.zero, Size(width: 1, height: 1), Size(width: 0, height: 3)])
  func tinyCanvasesNeverTrap(size: Size) {
    var canvas = Canvas(size: size)
    for x in -3...3 {
      for y in -2...2 {
        let point = Point(x: x, y: y)
        canvas.draw("a日e\u{301}", at: point)
        canvas.drawBox(Rect(origin: point, size: Size(width: 3, height: 3)))
        canvas.fill(Rect(origin: point, size: Size(width: 2, height: 2)))
        canvas.emphasize(Rect(origin: point, size: Size(width: 9, height: 9)), .dim)
        #expect((canvas.cell(at: point) != nil) == canvas.bounds.contains(point))
        #expect(canvas.row(y).count == (canvas.bounds.rows.contains(y) ? size.width : 0))
      }
    }
  }

  @Test func hugeCanvasesAreCut() {
    #expect(canvas(1_000_000, 1_000_000).size == Canvas.maximumSize)
  }

  @Test(arguments: 0..<40)
  func everyRowKeepsItsWidthWhateverIsDrawn(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var canvas = canvas(Int.random(in: 0...12, using: &random), 3)
    for _ in 0..<200 {
      let point = Point(
        x: Int.random(in: -6...14, using: &random), y: Int.random(in: -1...3, using: &random))
      canvas.draw(
        RandomText.make(using: &random), at: point,
        width: Int.random(in: -1...20, using: &random))
      for y in canvas.bounds.rows {
        expectWholeGlyphs(in: canvas.row(y), width: canvas.size.width)
      }
    }
  }

  private func expectWholeGlyphs(in row: ArraySlice<Cell>, width: Int) {
    var owed = 0
    for cell in row {
      #expect(cell.glyph.isContinuation == (owed == 1))
      owed = cell.glyph.isContinuation ? 0 : cell.glyph.width - 1
    }
    #expect(owed == 0)
    #expect(row.map(\.glyph.width).reduce(0, +) == width)
  }
}

struct CanvasDifferenceTests {
  private func canvas(_ text: String) -> Canvas {
    var canvas = Canvas(size: Size(width: 8, height: 1))
    canvas.draw(text, at: .zero)
    return canvas
  }

  @Test(arguments: [
    ("00:01", "00:01", nil), ("00:01", "00:02", 4..<5), ("10:01", "20:02", 0..<5),
    ("日本", "日語", 2..<4), ("a日", "aa", 1..<3), ("", "日", 0..<2),
  ])
  func onlyWhatChangedIsNamed(before: String, after: String, columns: Range<Int>?) {
    #expect(canvas(after).changedColumns(ofRow: 0, since: canvas(before)) == columns)
  }

  @Test func halfAGlyphIsNeverNamedAlone() {
    let before = canvas("日")
    var after = before
    after.emphasize(Rect(x: 1, y: 0, width: 1, height: 1), .bold)
    #expect(after.changedColumns(ofRow: 0, since: before) == 0..<2)
  }

  @Test func everythingDiffersFromNothingAndFromAnotherSize() {
    let other = Canvas(size: Size(width: 7, height: 1))
    #expect(canvas("").changedColumns(ofRow: 0, since: nil) == 0..<8)
    #expect(canvas("").changedColumns(ofRow: 0, since: other) == 0..<8)
    #expect(canvas("").changedColumns(ofRow: 1, since: nil) == nil)
  }
}
