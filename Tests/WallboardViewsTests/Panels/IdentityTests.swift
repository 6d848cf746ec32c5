import OrderedCollections
import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// Every row says what it is, at every size.
@Suite(.inTurn)
struct IdentityTests {
  private static let sizes = [
    (40, 10), (80, 24), (100, 30), (120, 40), (140, 24), (160, 50), (240, 67),
  ]

  /// What the rows of a panel may not lack.
  private func identity(_ panel: Panel) -> [Field] {
    switch panel {
    case .calls: [.state, .caller]
    case .operators: [.status, .name]
    case .surfaces: [.stage, .form]
    case .activity: [.event, .what]
    case .alerts: [.severity, .alert, .subject]
    case .numbers: [.number, .value]
    }
  }

  private func columns<Row: TableRow>(_ type: Row.Type, _ panel: Panel, _ width: Int) -> [Field] {
    let all = PanelView().columns(Row.columns(in: width), of: panel)
    return ColumnLayout(all, in: 2..<(width - 1)).fields.map(\.column.field)
  }

  private func columns(of panel: Panel, _ width: Int) -> [Field] {
    switch panel {
    case .calls: columns(CallRow.self, panel, width)
    case .operators: columns(OperatorRow.self, panel, width)
    case .surfaces: columns(SurfaceRow.self, panel, width)
    case .activity: columns(ActivityRow.self, panel, width)
    case .alerts: columns(AlertRow.self, panel, width)
    case .numbers: columns(NumberRow.self, panel, width)
    }
  }

  @Test(arguments: sizes, 0...4)
  func noRowLacksWhatItIs(size: (Int, Int), panes: Int) {
    for focus in Panel.allCases {
      var view = BoardView()
      view.focus = focus
      view.panes = (0..<panes).map { FollowPane(callSID: SampleBoard.call($0)) }
      let layout = DashboardLayout(size: Size(width: size.0, height: size.1), view: view)
      for (panel, area) in layout.panels {
        let shown = columns(of: panel, PanelFrame(area).rows.width)
        #expect(Set(identity(panel)).isSubset(of: shown), "\(panel) has \(shown) at \(area.width)")
      }
    }
  }

  @Test func aCallWhoseCallerNobodyKnowsHasItsID() throws {
    var board = try SampleBoard.open()
    try board.event("call.started", #"{"call_sid":"CA0123456789","direction":"inbound"}"#, ago: 9)
    board.settle()
    let rows = Picture.draw(board, Picture.size(40, 10)).rows
    #expect(rows.contains { $0.contains("live") && $0.contains("…456789") }, "\(rows)")
  }

  @Test func theSmallestScreenTellsWhomAnAlertIsAbout() throws {
    let board = try SampleBoard.alarming().with(.focus(.alerts))
    let rows = Picture.draw(board, Picture.size(40, 10)).rows
    #expect(rows.contains { $0.contains("Caller waiting") && $0.contains("caller A855") })
    #expect(rows.contains { $0.contains("─ 5 Alerts 16 ─ 6 ─") }, "all titles fit")
  }
}
