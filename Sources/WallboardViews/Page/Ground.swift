import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What the whole page stands on: when any of it is another, all of the page is drawn anew.
///
/// The whole second is among it, and with it all that ticks; in a recording so is the person's.
struct Ground: Equatable {
  private let size: Size
  private let utcOffset: Int
  private let second: Int64
  private let liveSecond: Int64
  private let personSecond: Int64
  private let jumps: Int
  private let isHeld: Bool
  private let backgroundRevision: Revision
  private let wasOpen: Bool
  private let reads: [SnapshotSource: ReadStatus]
  private let liveReads: [SnapshotSource: ReadStatus]
  private let emptyPanels: [Panel]
  private let focus: Panel
  private let panes: [CallSID]
  private let focusedPane: Int?
  private let hasWords: Bool
  private let isZoomed: Bool
  private let showsHints: Bool
  private let identifiersShownUntil: Timestamp?
  private let isRecording: Bool?
  private let machineClock: ClockStanding
  private let hasAlert: Bool
  private let shapes: [PanelShape]
  private let wall: WallView?
  private let isPlayed: Bool

  /// The ground of a page of that size; `nil` where parts lie over one another, so that one cannot
  /// be drawn without those below.
  init?(_ scene: Scene, size: Size) {
    guard scene.view.overlay == nil, scene.paletteQuery == nil, scene.freshness == .live else {
      return nil
    }
    self.size = size
    utcOffset = scene.settings.utcOffset
    second = scene.board.now.seconds
    liveSecond = scene.live.now.seconds
    personSecond = scene.view.personNow.seconds
    jumps = scene.view.jumps
    isHeld = scene.isHeld
    backgroundRevision = scene.board.backgroundRevision
    wasOpen = scene.board.connection.wasOpen
    reads = scene.board.reads
    liveReads = scene.live.reads
    emptyPanels = Panel.allCases.filter(scene.isEmpty)
    focus = scene.view.focus
    panes = scene.view.panes.map(\.callSID)
    focusedPane = scene.view.focusedPane
    hasWords = scene.view.hasWords
    isZoomed = scene.view.isZoomed
    showsHints = scene.view.showsHints
    identifiersShownUntil = scene.view.identifiersShownUntil
    isRecording = scene.view.isRecording
    machineClock = scene.live.machineClock
    hasAlert = !scene.live.alerts.active.isEmpty
    shapes = Panel.allCases.map { PanelShape(scene.view, $0) }
    wall = scene.view.wall
    isPlayed = scene.view.playback != nil
  }
}

/// What a person makes of a panel's table: its columns, its order, and what passes.
private struct PanelShape: Equatable {
  private let columns: [Field]?
  private let sort: SortOrder?
  private let filter: Filter?
  /// Whether the filter is being typed: what it finds is marked.
  private let isTyped: Bool

  init(_ view: BoardView, _ panel: Panel) {
    columns = view.panels[panel]?.columns
    sort = view.panels[panel]?.sort
    filter = view.panels[panel]?.filter
    isTyped = view.prompt?.purpose == .filter(panel)
  }
}
