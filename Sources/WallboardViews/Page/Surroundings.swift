import DequeModule
import WallboardBoard
import WallboardEvents

/// What all that stands around the panes of followed calls is drawn from, within a second and on one
/// ``Ground``: while it is the same, an event of a followed call changes nothing there.
struct Surroundings: Equatable {
  private let revision: Revision
  private let liveRevision: Revision
  private let counts: EventCounts
  private let newestEntries: [UInt64?]
  private let histories: [Revision]
  private let heardSeconds: [Int64?]
  private let alertRevisions: [Revision]
  private let phase: ConnectionPhase
  private let panels: [Panel: PanelView]
  private let pane: FollowPane?
  private let prompt: Prompt?
  private let notice: Notice?
  private let playback: Playback?

  init(_ scene: Scene) {
    revision = scene.board.revision
    liveRevision = scene.live.revision
    counts = scene.live.counts
    newestEntries = [scene.board, scene.live].map { $0.activity.entries.last?.sequence }
    histories = [scene.board, scene.live].map(\.history.revision)
    heardSeconds = [scene.board, scene.live].map { $0.connection.lastHeardAt?.seconds }
    alertRevisions = [scene.board, scene.live].map(\.alerts.revision)
    phase = scene.live.connection.phase
    panels = scene.view.panels
    pane = scene.view.pane
    prompt = scene.view.prompt
    notice = scene.view.notice
    playback = scene.view.playback
  }
}
