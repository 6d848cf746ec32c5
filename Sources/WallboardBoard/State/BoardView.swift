package import WallboardEvents

/// What lies over the panels.
package enum Overlay: Hashable, Sendable {
  case help
  /// The detail of one thing.
  case detail(RowID)
  /// Whether to quit although calls are followed.
  case quitting
  /// Which columns of a panel are shown, and in which order.
  case columns(Panel)
  /// Which theme to use.
  case themes
  /// What a number means.
  case explanation(Metric)
  /// What happened while nobody pressed a key.
  case digest
}

/// A row of a panel: the thing, wherever it stands.
package enum RowID: Hashable, Sendable {
  case call(CallSID)
  case `operator`(OperatorID)
  case surface(SurfaceID)
  case activity(UInt64)
  /// An alert, by its number.
  case alert(UInt64)
  case metric(Metric)
}

/// Which part of a panel is looked at.
package struct PanelView: Equatable, Sendable {
  /// The panel's rows in the order in which they are shown, as of the newest frame.
  package var rows: [RowID] = []
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

/// How a person looks at the board.
package struct BoardView: Equatable, Sendable {
  /// The panel that has the focus, or last had it.
  package var focus: Panel = .calls {
    didSet { if Panel.takingTurns.contains(focus) { turn = focus } }
  }
  package var panels: [Panel: PanelView] = [:]
  package var overlay: Overlay?
  /// The first visible line of the overlay.
  package var overlayTop = 0
  /// The line under the cursor of an overlay that is a list.
  package var overlayIndex = 0
  /// What the lines of the help must have; empty for all.
  package internal(set) var helpQuery = ""
  package var isZoomed = false
  /// Which of the panels that take turns in one place was last looked at.
  package private(set) var turn: Panel = .activity
  /// The panes of the followed calls, from left to right.
  package var panes: [FollowPane] = []
  /// The pane that has the focus; `nil` while ``focus`` has it.
  package var focusedPane: Int?
  /// What is being typed.
  package var prompt: Prompt?
  /// Filters that were used, the newest last, at most ``Limits/filterHistory``.
  package internal(set) var usedFilters: [String] = []
  package var notice: Notice?
  package var showsHints = true
  /// The theme in use; `nil` for the one that the program started with.
  package var theme: String?
  /// What the wall shows; `nil` at a desk.
  package var wall: WallView?
  /// Whether what comes is recorded; `nil` where nobody asked for it.
  package var isRecording: Bool?
  /// How the recording is being played; `nil` on a live board.
  package var playback: Playback?
  /// How often the board was replaced by that of another moment: nothing that was made of it holds.
  package internal(set) var jumps = 0
  /// The person's clock at the newest frame; on a live board it is the board's.
  package internal(set) var personNow = Timestamp(milliseconds: 0)
  /// Whether ``BoardSettings/clipboardAdvice`` was given.
  package internal(set) var isClipboardAdvised = false
  /// How many seconds a picture took then on its way to the terminal, where the line is slow.
  package internal(set) var secondsToPicture: Int?
  /// How things stood at the last key.
  package var away = AwayMark()
  /// What happened before it; shown until somebody closes it.
  package internal(set) var digest: AwayDigest?
  /// What the panels' rows were arranged from.
  var arranged: [Panel: ArrangedFrom] = [:]
  /// When the activity feed last moved on, on the person's clock.
  var feedArrangedAt: Timestamp?
  /// When identifiers are hidden again, on the person's clock.
  package var identifiersShownUntil: Timestamp?

  /// The time between two movements of the activity feed, in milliseconds.
  package static let feedInterval: Int64 = 250

  /// The board as it opens.
  package init() {}
}
