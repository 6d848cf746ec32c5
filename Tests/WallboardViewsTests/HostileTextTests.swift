import OrderedCollections
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// Whatever stands in a name, a reason or an id: nothing steers the terminal, nothing shifts a
/// border.
@Suite(.inTurn)
struct HostileTextTests {
  private static let sizes = [(40, 10), (80, 24), (120, 40), (160, 50), (240, 60), (80, 50)]

  @Test(arguments: HostileText.texts(length: 10_000))
  func isShownAndNotObeyed(text: String) throws {
    let board = try SampleBoard.filled(with: text).seen(.open)
    for (width, height) in Self.sizes {
      for glyphs in [GlyphSet.unicode, .ascii] {
        var settings = Picture.settings(glyphs: glyphs, notice: text)
        settings.workspace = text
        for board in [board, board.with(.showDetail), board.with(.focus(.surfaces), .showDetail)] {
          let canvas = Picture.draw(board, Size(width: width, height: height), settings)
          HostileText.expectHarmless(canvas, ascii: glyphs == .ascii)
          expectBordersInPlace(canvas, board.state, glyphs)
        }
      }
    }
  }

  @Test(arguments: [Int.max, 1 << 62, 1, 0, -1, Int.min])
  func noNumberIsTooLargeToDraw(count: Int) throws {
    let id = try #require(SurfaceID("s"))
    var board = try SampleBoard.open()
    var surface = Surface(surfaceID: id, stage: .inProgress, since: SampleBoard.ago(60))
    surface.fieldsCount = count
    surface.fieldsSaved = ["one", "two"]
    board.state.board.surfaces[id] = surface
    let zoomed = board.with(.focus(.surfaces), .toggleZoom)
    let canvas = Picture.draw(zoomed.seen(.open), Size(width: 120, height: 40))
    #expect(canvas.rows.contains { $0.contains("2/\(count)".prefix(5)) })
  }

  private func expectBordersInPlace(_ canvas: Canvas, _ state: WallboardState, _ glyphs: GlyphSet) {
    let layout = Dashboard.layout(state, size: canvas.size)
    for area in layout.overlay.map({ [$0] }) ?? Array(layout.panels.values) {
      for y in area.rows.dropFirst() where y < area.rows.upperBound - 1 {
        for x in [area.columns.lowerBound, area.columns.upperBound - 1] {
          let base = canvas.cell(at: Point(x: x, y: y))?.glyph.base
          let isBorder = base.map { "│╮╯╰╭|+".unicodeScalars.contains($0) } ?? false
          // An overlay may be lower than its place; below it lies a panel.
          #expect(isBorder || layout.overlay != nil, "\(canvas.size) \(x),\(y)")
        }
      }
    }
  }
}

extension SampleBoard {
  /// A board whose every string from outside is that text, as far as the types allow it.
  fileprivate static func filled(with text: String) throws -> SampleBoard {
    var board = try open()
    let json = try JSONText.literal(text)
    let id = try JSONText.literal(String(("#" + text).unicodeScalars.prefix(60)))
    try board.event(
      "call.started",
      #"{"call_sid":\#(id),"direction":\#(json),"service_id":\#(id),"caller_id":\#(json)}"#,
      ago: 90)
    try board.event(
      "call.escalated",
      #"{"call_sid":\#(id),"escalation_id":\#(id),"trigger":\#(json),"reason":\#(json)}"#, ago: 80)
    try board.event(
      "operator.registered", #"{"operator_id":\#(id),"name":\#(json)}"#, ago: 70)
    try board.event(
      "operator.status_changed", #"{"operator_id":\#(id),"status":\#(json)}"#, ago: 65)
    try board.event(
      "operator.joined_call", #"{"operator_id":\#(id),"call_sid":\#(id),"mode":\#(json)}"#,
      ago: 60)
    try board.event(
      "surface.created", #"{"surface_id":\#(id),"entity_id":\#(id),"channel":\#(json)}"#, ago: 50)
    try board.event(
      "surface.field_saved",
      #"{"surface_id":\#(id),"entity_id":\#(id),"field_key":\#(json)}"#, ago: 45)
    try board.event(
      "surface.review_rejected", #"{"surface_id":\#(id),"reason":\#(json)}"#, ago: 40)
    try board.event(text, #"{"words":\#(json)}"#, ago: 30)
    board.settle()
    board.act(
      .malformed(
        MalformedEvent(
          id: nil, name: BoundedString(text), receivedAt: ago(20), reason: BoundedString(text),
          data: Protected(BoundedString(text)))))
    board.act(.readFailed(.calls, reason: BoundedString(text), retryAt: nil, at: ago(10)))
    board.act(.readFailed(.surfaces, reason: BoundedString(text), retryAt: nil, at: ago(10)))
    return board
  }
}
