import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What sets a panel apart from the others: its words, and what its rows show.
protocol PanelContent: RegionMaker {
  associatedtype Row: TableRow

  static var title: String { get }
  /// The title where there is room for little.
  static var shortTitle: String { get }
  /// Said in the place of rows while there are none.
  static var emptyTitle: String { get }
  /// What would stand in an empty panel.
  static var promise: String { get }
  /// The reads without which the panel is incomplete.
  static var sources: [SnapshotSource] { get }
  /// Whether its count says something while another panel stands in its place.
  static var isCountedWhileHidden: Bool { get }

  init(context: FrameContext)

  /// How many things there are; `nil` where nobody counts them.
  var count: Int? { get }
  /// What of its things is worth a word beside their number.
  var concern: StyledText? { get }
  /// How its title stands out while another panel stands in its place; `nil` where nothing is urgent.
  var urgency: StyleRole? { get }

  /// What the row of a thing shows; `nil` where it is there no more.
  func row(_ id: RowID) -> Row?
  /// What the thing's detail is called, and all that is known of it, or what became of it.
  func detail(of id: RowID) -> (title: String, facts: [Fact])?
}

extension PanelContent {
  static var shortTitle: String { title }
  static var sources: [SnapshotSource] { [] }
  static var isCountedWhileHidden: Bool { false }

  var concern: StyledText? { nil }
  var urgency: StyleRole? { nil }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? { nil }

  /// Some of the panel's things, if there are any: `3 waiting`.
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
