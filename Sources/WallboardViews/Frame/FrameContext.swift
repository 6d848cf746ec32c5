import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What regions are made of: the state as it is looked at, and how it is drawn. Nothing in it changes;
/// what several of them need is made once.
final class FrameContext {
  /// What the panels show: the newest board, or the one that is held still.
  let board: Board
  /// The newest board: alarms and ages are never held.
  let live: Board
  let view: BoardView
  let isHeld: Bool
  /// Whether nothing of it happens now: it was recorded.
  let isReplay: Bool
  let settings: DrawSettings
  let privacy: Privacy
  let disclosure: Disclosure
  /// What is shown of a call that the person opened.
  let paneDisclosure: Disclosure
  /// The themes that can be chosen.
  let themes: [String]
  let lettering: Lettering
  let freshness: Freshness
  let targets: [Metric: Target]
  /// The numbers of what is shown.
  lazy var reading = board.reading()
  let alertSettings: AlertSettings
  /// What the events of what is shown are told with.
  lazy var summaries = SummaryContext(names: board, disclosure: disclosure)
  /// The words for the alerts of what the panels show.
  lazy var alertWords = AlertWords(board, alertSettings, disclosure)
  /// The same for the alerts as they are now.
  lazy var liveAlertWords = AlertWords(live, alertSettings, disclosure)

  init(_ state: WallboardState, _ settings: DrawSettings) {
    board = state.shown
    live = state.board
    view = state.view
    isHeld = state.heldBoard != nil
    isReplay = state.settings.isReplay
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
  /// The same by whole seconds, as ages are shown: what shows one stays the same within a second.
  var wholeSecond: Timestamp { Timestamp(milliseconds: now.seconds * 1_000) }

  /// What a followed call's pane shows: also of a call that is followed since the view was held.
  func observation(of callSID: CallSID) -> Observation? {
    board.observations[callSID] ?? live.observations[callSID]
  }

  /// The key to be shown for an intent in that context.
  func key(of intent: Intent, in keys: KeyContext) -> String? {
    settings.keymap.bindings.first { $0.intent == intent && $0.contexts.contains(keys) }?
      .keys.first?.name(ascii: lettering.isASCII)
  }

  func timeOfDay(_ time: Timestamp) -> String {
    Durations.timeOfDay(time, utcOffset: settings.utcOffset)
  }
}

/// Makes a part of the screen, or its words, of what there is. What several makers need is made once, in
/// the context.
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
  var targets: [Metric: Target] { context.targets }
  var alertSettings: AlertSettings { context.alertSettings }
  var glyphs: GlyphSet { context.glyphs }
  var now: Timestamp { context.now }

  func observation(of callSID: CallSID) -> Observation? { context.observation(of: callSID) }
  func timeOfDay(_ time: Timestamp) -> String { context.timeOfDay(time) }
  func key(of intent: Intent, in keys: KeyContext) -> String? { context.key(of: intent, in: keys) }
}
