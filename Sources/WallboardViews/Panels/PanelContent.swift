import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What sets a panel apart from the others: its words, and what its rows show.
protocol PanelContent: RegionMaker {
  associatedtype Row: TableRow

  static var title: String { get }
  /// The title where there is room for little.
  static var shortTitle: String { get }
  /// The placeholder while there are no rows.
  static var emptyTitle: String { get }
  /// What will appear in an empty panel.
  static var emptyExplanation: String { get }
  /// The reads without which the panel is incomplete.
  static var sources: [SnapshotSource] { get }
  /// Whether the title has the count even while the panel is hidden.
  static var isCountedWhileHidden: Bool { get }

  init(context: FrameContext)

  /// How many rows there are; `nil` if that number says nothing.
  var count: Int? { get }
  /// How many rows need attention, said beside the count.
  var concern: StyledText? { get }
  /// The style of the title of a hidden panel that needs attention; `nil` if nothing is urgent.
  var urgency: StyleRole? { get }

  /// The row of a thing; `nil` if it is no longer on the board.
  func row(_ id: RowID) -> Row?
  /// What the thing's detail is called, and all that is known of it, or what became of it.
  func detail(of id: RowID) -> (title: String, facts: [Fact])?
  /// Adds the table with these rows. A requirement, so that each panel has code of its own for it: rows are
  /// made for every frame.
  func addTable(by maker: TableMaker, _ veil: FramePlan.Veil?, to plan: inout FramePlan)
}

extension PanelContent {
  static var shortTitle: String { title }
  static var sources: [SnapshotSource] { [] }
  static var isCountedWhileHidden: Bool { false }

  var concern: StyledText? { nil }
  var urgency: StyleRole? { nil }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? { nil }

  func addTable(by maker: TableMaker, _ veil: FramePlan.Veil?, to plan: inout FramePlan) {
    maker.add(self, veil, to: &plan)
  }

  /// Some of the panel's rows, if there are any: `3 waiting`.
  func counted(_ count: Int, _ word: String, _ role: StyleRole) -> StyledText? {
    count == 0 ? nil : StyledText("\(count) \(word) ", role)
  }
}

extension Panel {
  var content: any PanelContent.Type {
    switch self {
    case .calls: CallsPanel.self
    case .operators: OperatorsPanel.self
    case .surfaces: SurfacesPanel.self
    case .activity: ActivityPanel.self
    case .alerts: AlertsPanel.self
    case .numbers: NumbersPanel.self
    }
  }

  var title: String { content.title }
}
