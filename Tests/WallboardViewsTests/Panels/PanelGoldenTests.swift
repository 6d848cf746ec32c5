import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// The panels in every layout, and what a person makes of them.
@Suite(.inTurn)
struct PanelGoldenTests {
  private static let small = Size(width: 80, height: 24)
  private static let sizes = [
    small, Size(width: 120, height: 40), Size(width: 200, height: 60),
    Size(width: 240, height: 60),
  ]
  private static let broad = Size(width: 200, height: 60)

  private func expect(_ board: SampleBoard, _ size: Size, _ name: String) throws {
    try Golden.expect(Picture.draw(board, size), named: "panels-\(name)")
  }

  @Test(arguments: sizes.dropFirst(2))
  func emptyAndOne(size: Size) throws {
    try expect(try .open(), size, "empty")
    try expect(try .one(), size, "one")
  }

  @Test(arguments: Panel.allCases)
  func each(panel: Panel) throws {
    try expect(try .many().with(.focus(panel)), Self.small, panel.rawValue)
  }

  @Test(arguments: [Self.broad, Size(width: 300, height: 80), Size(width: 80, height: 36)])
  func many(size: Size) throws {
    try expect(try .many(), size, "many")
  }

  @Test(arguments: sizes)
  func filtered(size: Size) throws {
    try expect(try .many().filtered(by: "billing"), size, "filtered")
    try expect(try .many().typing("bil"), size, "typing")
  }

  @Test func filteredToNothing() throws {
    try expect(try .many().filtered(by: "zebra"), Self.small, "nothing-passes")
    try expect(try .many().typing("state:"), Self.small, "problem")
  }

  @Test(arguments: sizes)
  func sorted(size: Size) throws {
    let board = try SampleBoard.many().with(
      .sort(.calls, .wait), .sort(.operators, .name), .sort(.surfaces, .saved))
    try expect(board, size, "sorted")
  }

  @Test(arguments: sizes)
  func columns(size: Size) throws {
    let board = try SampleBoard.many().with(
      .chooseColumns, .moveDown, .moveDown, .sortByNextColumn, .moveDown, .toggleColumn,
      .moveDown, .moveColumn(-3))
    try expect(board, size, "columns")
  }

  /// The narrow table has no room for all that is chosen; the wide one has.
  @Test(arguments: [(80, true), (240, false)])
  func aColumnWithoutRoomIsMarked(width: Int, isMarked: Bool) throws {
    let board = try SampleBoard.many().with(.chooseColumns)
    let rows = Picture.draw(board, Size(width: width, height: 60)).rows
    let line = rows.first { $0.contains("] ") && $0.contains(" MODE ") }
    #expect(line?.contains("(no room)") == isMarked, "\(rows.joined(separator: "\n"))")
    let caller = rows.first { $0.contains("[x]") && $0.contains(" CALLER ") }
    #expect(caller?.contains("(no room)") == false)
  }

  @Test func chosenColumns() throws {
    let board = try SampleBoard.many().with(
      .chooseColumns, .moveDown, .toggleColumn, .moveToLast, .moveUp, .toggleColumn, .open)
    try expect(board, Self.small, "chosen")
  }

  @Test(arguments: sizes.dropFirst())
  func stale(size: Size) throws {
    try expect(try .stale(), size, "stale")
  }

  @Test(arguments: [Self.small, Size(width: 120, height: 40)])
  func newAndEnded(size: Size) throws {
    try expect(try .changing(), size, "changing")
  }

  @Test func newAndEndedWithoutUnicode() throws {
    let canvas = Picture.draw(
      try .changing().with(.sort(.calls, .time)), Self.small, Picture.settings(glyphs: .ascii))
    try Golden.expect(canvas, named: "panels-changing-ascii")
  }

  @Test func readLongAgo() throws {
    var board = try SampleBoard.many()
    board.act(
      .readFailed(
        .surfaces, reason: "503", retryAt: SampleBoard.ago(-90), at: SampleBoard.ago(60)))
    board.act(.readStarted(.operators, at: SampleBoard.ago(1)))
    try expect(board, Size(width: 120, height: 40), "unread")
  }
}

extension SampleBoard {
  /// A filter of the focused panel that is being typed.
  fileprivate func typing(_ text: String) -> SampleBoard {
    var board = self
    board.act(.frame(Frame(now: Self.now, visibleRows: [.calls: 10])))
    board.act(.intent(.filter))
    for letter in text { board.act(.intent(.typed(letter))) }
    return board
  }

  fileprivate func filtered(by text: String) -> SampleBoard { typing(text).with(.open) }

  /// Calls that have just begun and ended, and an operator whose status has just changed.
  static func changing() throws -> SampleBoard {
    var board = try many()
    try board.call(61, ago: 3)
    try board.end(21, ago: 2)
    try board.end(7, ago: 1)
    try board.end(2, ago: 1)
    try board.event(
      "operator.status_changed", #"{"operator_id":"\#(operatorID(3))","status":"offline"}"#, ago: 2)
    board.settle()
    return board
  }
}
