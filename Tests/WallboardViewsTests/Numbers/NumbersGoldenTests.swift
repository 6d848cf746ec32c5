import Testing
import TestSupport
import WallboardBoard
import WallboardScreen
import WallboardViews

/// The header's numbers, the numbers panel, and what explains a number.
@Suite(.inTurn)
struct NumbersGoldenTests {
  @Test(arguments: [(60, 24), (80, 24), (120, 40), (160, 50), (240, 60)])
  func strip(width: Int, height: Int) throws {
    let canvas = Picture.draw(try .hour(), Size(width: width, height: height))
    try Golden.expect(canvas, named: "strip", rows: 3)
  }

  @Test(arguments: [(80, 24), (160, 50)])
  func stripBeforeAnythingIsKnown(width: Int, height: Int) throws {
    let canvas = Picture.draw(SampleBoard(), Size(width: width, height: height))
    try Golden.expect(canvas, named: "strip-empty", rows: 3)
  }

  @Test func stripWithoutUnicode() throws {
    let settings = Picture.settings(glyphs: .ascii)
    let canvas = Picture.draw(try .hour(), Size(width: 160, height: 50), settings)
    try Golden.expect(canvas, named: "strip-ascii", rows: 3)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func panel(width: Int, height: Int) throws {
    let board = try SampleBoard.hour().with(.focus(.numbers), .toggleZoom)
    try Golden.expect(Picture.draw(board, Size(width: width, height: height)), named: "numbers")
  }

  @Test func panelWithoutUnicode() throws {
    let board = try SampleBoard.hour().with(.focus(.numbers), .toggleZoom)
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(
      Picture.draw(board, Size(width: 80, height: 24), settings), named: "numbers-ascii")
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func explanation(width: Int, height: Int) throws {
    let board = try SampleBoard.hour().with(.explain, .explainNext(1))
    try Golden.expect(Picture.draw(board, Size(width: width, height: height)), named: "explanation")
  }

  @Test func explanationWithoutUnicode() throws {
    let board = try SampleBoard.hour().with(.explain)
    let settings = Picture.settings(glyphs: .ascii)
    try Golden.expect(
      Picture.draw(board, Size(width: 120, height: 40), settings), named: "explanation-ascii")
  }

  @Test func explanationOfWhatIsNotKnown() throws {
    let board = SampleBoard().with(.explain, .explainNext(4))
    try Golden.expect(
      Picture.draw(board, Size(width: 80, height: 24)), named: "explanation-unknown")
  }

  @Test(arguments: Metric.allCases)
  func everyNumberIsExplained(metric: Metric) throws {
    let index = try #require(Metric.allCases.firstIndex(of: metric))
    let board = try SampleBoard.hour().with(.explain, .explainNext(index))
    let rows = Picture.draw(board, Size(width: 100, height: 60)).rows
    #expect(rows.contains { $0.contains(metric.title) })
    // A long line goes on in the next one, at any of its spaces.
    let setting = rows.drop { !$0.contains("To set it") }.prefix(3).joined()
    #expect(setting.contains(" \(metric.rawValue) ") && setting.contains(" = "))
    #expect(rows.contains { $0.contains("Source") })
  }
}
