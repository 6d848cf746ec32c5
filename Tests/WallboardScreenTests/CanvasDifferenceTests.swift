import Testing
import WallboardScreen

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
