import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What the regions of a frame are made from: the state, the settings, and what several regions
/// derive from them, derived once. Nothing in it changes.
final class FrameContext {
  /// What the panels show: the newest board, or the one that is on hold.
  let board: Board
  /// The newest board. Alarms and ages are never on hold.
  let live: Board
  let view: BoardView
  let isHeld: Bool
  /// Whether a recording is shown.
  let isReplay: Bool
  /// The call that opening would follow (``WallboardState/enteredCall``).
  let enteredCall: CallSID?
  let settings: DrawSettings
  let privacy: Privacy
  let disclosure: Disclosure
  /// What may be shown of a call that the user opened.
  let paneDisclosure: Disclosure
  /// The themes that can be chosen.
  let themes: [String]
  let lettering: Lettering
  let freshness: Freshness
  let targets: Targets
  /// The numbers of ``board``.
  lazy var reading = board.reading()
  /// How bad the worst wait is of a caller on ``board``.
  lazy var waitSeverity = board.waitSeverity(by: targets)
  /// The alerts of ``live``, the most urgent first.
  lazy var rankedAlerts = live.alerts.ranked
  let alertSettings: AlertSettings
  /// What summaries of events of ``board`` are made with.
  lazy var summaries = SummaryContext(names: board, disclosure: disclosure, for: .people)
  /// The words for the alerts of ``board``.
  lazy var alertWords = AlertWords(board, alertSettings, disclosure)
  /// The words for the alerts of ``live``.
  lazy var liveAlertWords = AlertWords(live, alertSettings, disclosure)

  init(_ state: WallboardState, _ settings: DrawSettings) {
    board = state.shown
    live = state.board
    view = state.view
    isHeld = state.heldBoard != nil
    isReplay = state.settings.isReplay
    enteredCall = state.enteredCall
    self.settings = settings
    privacy = state.settings.privacy
    themes = state.settings.themes
    disclosure = privacy.board(identifiersShown: view.identifiersShownUntil != nil)
    paneDisclosure = privacy.pane(identifiersShown: view.identifiersShownUntil != nil)
    targets = state.settings.targets
    lettering = Lettering(settings.glyphs)
    freshness = Freshness(state.board, staleAfter: state.settings.staleAfter)
    alertSettings = state.settings.alerts
  }

  var glyphs: GlyphSet { settings.glyphs }
  var now: Timestamp { board.now }
  /// ``now`` without its fraction of a second. A region with an age stays equal for a second.
  var wholeSecond: Timestamp { now.wholeSecond }

  /// What was heard of a followed call, even if it was followed only since the hold.
  func observation(of callSID: CallSID) -> Observation? {
    board.observations[callSID] ?? live.observations[callSID]
  }

  /// The name of the first key for an intent in that context.
  func key(of intent: Intent, in keys: KeyContext) -> String? {
    settings.keymap.bindings.first { $0.intent == intent && $0.contexts.contains(keys) }?
      .keys.first?.name(ascii: lettering.isASCII)
  }

  func timeOfDay(_ time: Timestamp) -> String {
    Durations.timeOfDay(time, utcOffset: settings.utcOffset)
  }
}

/// Makes a region, or words for one, from what the frame is made from.
protocol RegionMaker {
  var context: FrameContext { get }
}

extension RegionMaker {
  var board: Board { context.board }
  var live: Board { context.live }
  var view: BoardView { context.view }
  var isHeld: Bool { context.isHeld }
  var isReplay: Bool { context.isReplay }
  var settings: DrawSettings { context.settings }
  var privacy: Privacy { context.privacy }
  var disclosure: Disclosure { context.disclosure }
  var lettering: Lettering { context.lettering }
  var freshness: Freshness { context.freshness }
  var targets: Targets { context.targets }
  var alertSettings: AlertSettings { context.alertSettings }
  var glyphs: GlyphSet { context.glyphs }
  var now: Timestamp { context.now }

  func observation(of callSID: CallSID) -> Observation? { context.observation(of: callSID) }
  func timeOfDay(_ time: Timestamp) -> String { context.timeOfDay(time) }
  func key(of intent: Intent, in keys: KeyContext) -> String? { context.key(of: intent, in: keys) }
}
