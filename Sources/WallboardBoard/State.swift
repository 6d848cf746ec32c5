package import WallboardEvents

/// Everything on the board, and how it is looked at.
package struct WallboardState: Equatable, Sendable {
  /// What is known, as of the newest input.
  package var board = Board()
  /// What was known when the view was held still; its clock stands still too.
  package var heldBoard: Board?
  package var view = BoardView()
  /// What the person set up; it changes only where that is read again.
  package internal(set) var settings: BoardSettings
  var duplicates = DuplicateFilter()

  /// A board before its first event.
  package init(_ settings: BoardSettings) {
    self.settings = settings
    guard settings.wall != nil else { return }
    // Whoever passes by may look at a wall.
    self.settings.privacy = settings.privacy.masked
    view.wall = WallView()
  }

  /// What the panels show.
  package var shown: Board { heldBoard ?? board }

  /// What a followed call's pane shows. A call that was followed after the view was held goes on:
  /// who opens it wants to see it.
  package func shownObservation(of callSID: CallSID) -> Observation? {
    heldBoard?.observations[callSID] ?? board.observations[callSID]
  }
}

extension WallboardState {
  /// Takes over what was set up anew of alerts, targets, panels and themes. Of the view, what was set
  /// otherwise before is as it is set now.
  package mutating func adopt(_ settings: BoardSettings) {
    let (before, shown) = (self.settings, theme)
    self.settings.alerts = settings.alerts
    self.settings.ownTargets = settings.ownTargets
    self.settings.awayAfter = settings.awayAfter
    self.settings.layout = settings.layout
    self.settings.themes = settings.themes
    self.settings.theme = settings.theme
    if settings.theme != before.theme { view.theme = nil }
    // The list may be another one now.
    if view.overlay == .themes {
      let using = view.theme ?? settings.theme
      let names = settings.themes
      view.overlayIndex = names.firstIndex(of: shown) ?? names.firstIndex(of: using) ?? 0
    }
    for panel in Panel.allCases where settings.layout.panels[panel] != before.layout.panels[panel] {
      resetColumns(of: panel)
    }
  }

  /// The same as far as it may be written to a file: with nothing private, and without what a
  /// person has typed, which may be the name of a caller.
  package var masked: WallboardState {
    var state = self
    state.settings.privacy = settings.privacy.masked
    state.view.identifiersShownUntil = nil
    state.view.prompt = nil
    state.view.unwritten = nil
    state.view.notice = nil
    for index in state.view.panes.indices { state.view.panes[index].query = "" }
    for panel in state.view.panels.keys where state.view.panels[panel]?.filter?.isEmpty == false {
      state.view.panels[panel]?.filter = .masked
    }
    return state
  }
}

extension Filter {
  /// Stands for a filter whose words are not to be told.
  fileprivate static let masked = try? Filter("masked")
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
  /// How many lines the overlay shows; `nil` until it was drawn.
  package internal(set) var overlayHeight: Int?
  /// The line under the cursor of an overlay that is a list.
  package var overlayIndex = 0
  /// What the lines of the help must have; empty for all.
  package internal(set) var helpQuery = ""
  package var isZoomed = false
  /// Which of the panels that take turns in one place was last looked at.
  package private(set) var turn: Panel = .activity
  /// The panes of the followed calls, from left to right.
  package var panes: [FollowPane] = []
  /// How much of the followed calls is shown.
  package var density = PaneDensity.normal
  /// The pane that has the focus; `nil` while ``focus`` has it.
  package var focusedPane: Int?
  /// What is being typed.
  package var prompt: Prompt?
  /// The note that is being written to its file.
  var unwritten: Prompt?
  /// Filters that were used, the newest last, at most ``Limits/filterHistory``.
  package internal(set) var usedFilters: [String] = []
  package var notice: Notice?
  package var showsHints = true
  /// Whether the lower borders explain the signs that stand in their panels.
  package var showsLegend = false
  /// The theme in use; `nil` for the one that the program started with.
  package var theme: String?
  /// What the wall shows; `nil` at a desk.
  package var wall: WallView?
  /// Whether what comes is recorded; `nil` where nobody asked for it.
  package var isRecording: Bool?
  /// How the recording is being played; `nil` on a live board.
  package var playback: Playback?
  /// The moments of the recording that are listed.
  package internal(set) var moments = MomentList()
  /// What is selected once the recording stands at its moment.
  var sought: SoughtMoment?
  /// How often the board was replaced by that of another moment: nothing that was made of it holds.
  package internal(set) var jumps = 0
  /// The person's clock at the newest frame; on a live board it is the board's.
  package internal(set) var personNow = Timestamp(milliseconds: 0)
  /// Whether it was said that the platform notes who reads what was said.
  var isStoryNoteTold = false
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

  /// The board as it opens.
  package init() {}
}

extension BoardView {
  mutating func show(_ overlay: Overlay?) {
    self.overlay = overlay
    overlayTop = 0
    overlayHeight = nil
    overlayIndex = 0
    helpQuery = ""
    moments = MomentList()
    if prompt?.purpose == .help || prompt?.purpose == .moments { prompt = nil }
  }

  mutating func setFocus(_ panel: Panel) {
    focus = panel
    focusedPane = nil
  }

  /// Moves on through the panels and then the panes.
  mutating func moveFocus(by step: Int) {
    let panels = Panel.allCases
    let stops = panels.count + panes.count
    let current = focusedPane.map { panels.count + $0 } ?? panels.firstIndex(of: focus) ?? 0
    let next = (current + step + stops) % stops
    if next < panels.count { setFocus(panels[next]) } else { focusedPane = next - panels.count }
  }

  /// Tells the person something for a while.
  mutating func announce(_ text: String) {
    notice = Notice(text, since: personNow)
  }

  /// Tells the person what is no news, unless that would hide some.
  mutating func remark(_ text: String) {
    guard notice?.isRemark != false else { return }
    notice = Notice(text, since: personNow, isRemark: true)
  }

  /// Shows only what passes, in each of those panels.
  package mutating func show(only filters: [Panel: Filter]) {
    for (panel, filter) in filters { panels[panel, default: PanelView()].filter = filter }
  }
}

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
  /// What people wrote for whoever comes next.
  case notes
  /// What happened when in the recording.
  case moments
}

/// What the program says to the person, for a while.
package struct Notice: Equatable, Sendable {
  package let text: String
  package let since: Timestamp
  /// Whether any other notice goes before it.
  let isRemark: Bool

  /// How long it stays, in milliseconds.
  static let shownFor: Int64 = 4_000

  /// A notice from that moment on.
  package init(_ text: String, since: Timestamp, isRemark: Bool = false) {
    self.text = text
    self.since = since
    self.isRemark = isRemark
  }
}

/// What a person set up of the board, for one run of the program. The reducer reads it and never
/// changes it, so that the same settings and the same log give the same board.
package struct BoardSettings: Equatable, Sendable {
  /// Who may see what.
  package var privacy: Privacy
  /// Seconds of silence after which what is shown no longer counts as live.
  package var staleAfter: Int64 = 75
  /// When which alert is raised.
  package var alerts = AlertSettings()
  /// What is aimed at with the numbers that no alert watches.
  package var ownTargets = Target.defaults
  /// The wall's habits; `nil` at a desk.
  package var wall: WallSettings?
  /// What was set up of the layout: what a reset goes back to.
  package var layout = Layout()
  /// The names of the themes that can be chosen.
  package var themes: [String] = []
  /// The name of the theme to begin with.
  package var theme = "default"
  /// Seconds without a key after which the next one shows what happened meanwhile; 0 never does.
  package var awayAfter: Int64 = 300

  /// What to say of the clipboard when something is first copied: nobody is told whether the terminal
  /// has taken it.
  package var clipboardAdvice = ""

  /// Whether the board is a recording's: it is completed and followed as it was then, and by nobody
  /// now.
  package var isReplay = false

  /// The settings of a person who set nothing.
  package init(privacy: Privacy) {
    self.privacy = privacy
  }
}
