import DequeModule
import WallboardEvents

/// The panels of the board, in the order of their numbers.
package enum Panel: String, CaseIterable, Hashable, Codable, Sendable {
  case calls, operators, surfaces, activity, alerts, numbers

  /// Those that take turns in one place where there is no room for all.
  static let takingTurns = allCases.filter { ![.calls, .operators, .surfaces].contains($0) }
}

extension Panel {
  /// Whether its rows are calls, which can be followed.
  package var listsCalls: Bool {
    switch self {
    case .calls: true
    case .operators, .surfaces, .activity, .alerts, .numbers: false
    }
  }

  /// What it lists, within a sentence.
  package var things: String {
    switch self {
    case .surfaces: "forms"
    case .calls, .operators, .activity, .alerts, .numbers: rawValue
    }
  }

  /// The key that goes there, as its title shows it; the first is 1.
  package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The fields of the panel's things, in the order in which its columns stand by default.
  package var fields: [Field] {
    switch self {
    case .calls:
      [
        .state, .time, .wait, .waited, .direction, .service, .caller, .operator, .mode, .why, .risk,
        .emotion, .turns, .graph, .call,
      ]
    case .operators: [.status, .since, .name, .mode, .time, .service, .type, .call]
    case .surfaces:
      [.stage, .since, .progress, .saved, .form, .channel, .entity, .note]
    case .activity: [.at, .event, .what]
    case .alerts: [.severity, .alert, .subject, .value, .since, .state]
    case .numbers: [.number, .value, .target, .trend]
    }
  }

  /// The columns that are shown unless a person chooses others, as far as there is room.
  package var defaultColumns: [Field] {
    switch self {
    case .calls:
      [.state, .time, .wait, .waited, .direction, .service, .caller, .operator, .mode, .why, .call]
    case .operators: [.status, .since, .name, .mode, .time, .service, .call]
    case .surfaces, .activity, .alerts, .numbers: fields
    }
  }

  /// Names in filters beside those of the fields: shorter ones, and those that mean in each panel what people mean there.
  var filterAliases: [(alias: String, name: FilterName)] {
    switch self {
    case .calls:
      [
        ("age", .field(.time)), ("dir", .field(.direction)), ("op", .field(.operator)),
        ("name", .field(.operator)), ("id", .key),
      ]
    case .operators: [("age", .field(.since)), ("id", .key)]
    case .surfaces: [("age", .field(.since)), ("name", .field(.form)), ("id", .key)]
    case .activity: [("age", .field(.at)), ("name", .field(.event))]
    case .alerts: [("age", .field(.since)), ("name", .field(.alert))]
    case .numbers: [("name", .field(.number))]
    }
  }
}

extension Board {
  /// The rows of a panel, the most urgent first. The order of two rows changes only when one of
  /// them changes its standing, never because time passes.
  package func rows(of panel: Panel) -> [RowID] {
    switch panel {
    case .calls: callRows
    case .operators: operatorRows
    case .surfaces: surfaceRows
    case .activity: activity.entries.reversed().map { .activity($0.sequence) }
    case .alerts: alerts.numbers.map { .alert($0) }
    case .numbers: Metric.allCases.map { .metric($0) }
    }
  }
}

/// Which part of a panel is looked at.
package struct PanelView: Equatable, Sendable {
  /// The panel's rows in the order in which they are shown, as of the newest frame.
  package var rows: [RowID] = []
  /// The rows that need somebody now, the most urgent first, also where they are out of sight.
  package internal(set) var needy: [NeedyRow] = []
  /// The selected thing; `nil` keeps to the first row, whatever it is.
  package var selection: RowID?
  /// Where the selected thing stood when the panel was last arranged.
  package var index = 0
  /// The first visible row.
  package var top = 0
  /// How many rows are visible.
  package var visibleRows = 0
  /// Which rows are shown; `nil` shows all.
  package var filter: Filter?
  /// How many rows there would be without the filter.
  package var unfilteredCount = 0
  /// By what the rows are sorted; `nil` by urgency.
  package var sort: SortOrder?
  /// Whether what is least urgent stands first where the rows are sorted by urgency.
  package var isUrgencyReversed = false
  /// The columns, in their order; `nil` for the default ones.
  package var columns: [Field]?

  /// The row under the cursor: the selected one, or the first.
  package var current: RowID? {
    index < rows.count ? rows[index] : nil
  }
}

extension PanelView {
  /// Takes the rows in their new order, out of so many: the selection stays with its thing, or goes
  /// to what took its place, and the row under the cursor is visible.
  ///
  /// While the top is in sight it stays there. Further down what is looked at keeps its line.
  mutating func arrange(_ newRows: [RowID], of count: Int) {
    let line = index - top
    if let selection {
      index = newRows.firstIndex(of: selection) ?? successor(in: newRows)
    } else {
      index = 0
    }
    rows = newRows
    unfilteredCount = count
    if selection != nil { selection = current }
    if top > 0 { top = index - line }
    keepCursorInSight()
  }

  /// Where the nearest row now stands that stood behind the vanished one, else before it.
  private func successor(in newRows: [RowID]) -> Int {
    let left = Set(newRows)
    let nearest =
      rows.dropFirst(index).first(where: left.contains)
      ?? rows.prefix(index).last(where: left.contains)
    return nearest.flatMap(newRows.firstIndex) ?? min(index, max(0, newRows.count - 1))
  }

  mutating func select(_ newIndex: Int) {
    guard !rows.isEmpty else { return }
    index = min(max(0, newIndex), rows.count - 1)
    selection = rows[index]
    keepCursorInSight()
  }

  mutating func selectFirst() {
    selection = nil
    index = 0
    keepCursorInSight()
  }

  /// Selects the row so many further on, around the end.
  mutating func selectAround(by step: Int) {
    guard !rows.isEmpty else { return }
    let sum = index + step
    select(sum < 0 ? rows.count - 1 : sum % rows.count)
  }

  /// Moves what is visible; the cursor comes along where it would be out of sight.
  mutating func scroll(by step: Int) {
    let height = max(1, visibleRows)
    let last = max(0, rows.count - min(height, rows.count))
    let newTop = min(max(0, top.moved(by: step)), last)
    guard newTop != top else { return }
    top = newTop
    // There are more rows than lines, so that this cannot overflow.
    select(min(max(index, top), top + height - 1))
  }

  /// Moves what is visible as little as that takes.
  mutating func keepCursorInSight() {
    let last = max(0, rows.count - max(1, visibleRows))
    top = min(max(top, index - max(1, visibleRows) + 1), index)
    top = min(max(0, top), last)
  }
}

/// All that a panel's rows depend on: while it is the same, they need not be looked for again.
struct ArrangedFrom: Equatable, Sendable {
  private let isHeld: Bool
  private let second: Int64
  private let revision: Revision
  private let backgroundRevision: Revision
  private let alertRevision: Revision
  private let newestEntry: UInt64?
  private let filter: Filter?
  private let sort: SortOrder?
  private let isUrgencyReversed: Bool
  private let areIdentifiersShown: Bool

  init(_ panel: Panel, of state: WallboardState) {
    let (board, panelView) = (state.shown, state.view.panels[panel])
    isHeld = state.heldBoard != nil
    second = board.now.seconds
    revision = board.revision
    backgroundRevision = board.backgroundRevision
    alertRevision = board.alerts.revision
    newestEntry = board.activity.entries.last?.sequence
    filter = panelView?.filter
    sort = panelView?.sort
    isUrgencyReversed = panelView?.isUrgencyReversed ?? false
    areIdentifiersShown = state.view.identifiersShownUntil != nil
  }
}

extension Int {
  /// This place moved, held at the ends of the range: to the last one is a move by ``Int/max``.
  func moved(by rows: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(rows)
    return overflow ? (rows < 0 ? .min : .max) : sum
  }
}
