package import WallboardBoard
import WallboardEvents
import WallboardRecording
package import WallboardScreen
import WallboardSystem
import WallboardViews

/// `wallboard replay FILE --json` and `--print`: the board at the end of a recording, or at another
/// moment.
package struct ReplayPrint {
  /// What is printed.
  package enum Form: Sendable {
    case json
    /// The board drawn at that size, without colours.
    case text(Size)
  }

  private let source: RecordingSource
  private let settings: Settings
  private let board: BoardSettings
  private let disclosure: Disclosure
  private let filter: StartFilter?
  private let target: SeekTarget?

  package init(
    _ settings: Settings, flags: [Setting: String], filter: StartFilter?,
    _ source: RecordingSource, at target: SeekTarget?
  ) {
    self.source = source
    self.target = target
    self.settings = settings
    self.filter = filter
    let privacy = Privacy(
      mode: Settings.outputPrivacy(flags: flags), pseudonyms: source.reader.header.pseudonyms)
    var board = settings.board(privacy)
    board.wall = settings.wall
    self.board = board
    disclosure = privacy.output
  }

  /// Reads the recording and prints the board.
  package func run(_ form: Form) throws {
    var player = RecordingPlayer(source.reader, settings: board, utcOffset: source.utcOffset)
    if let target {
      try play(&player, to: target)
    } else {
      player.playToEnd()
    }
    try player.checkReading()
    var writer = OutputWriter()
    switch form {
    case .json:
      let document = SnapshotDocument(
        player.state.board, at: player.position, disclosure: disclosure)
      writer.write(line: try JSONLineEncoder(disclosure).line(document))
    case .text(let size):
      for row in rows(of: player, size) { writer.write(line: row) }
    }
    writer.flush()
    if case .failed(let reason) = writer.end { throw ReplayError(reason) }
  }

  /// Goes to that moment; throws ``ReplayError`` for one that was not recorded.
  private func play(_ player: inout RecordingPlayer, to target: SeekTarget) throws {
    let moment = try source.moment(of: target, typedFor: "--at")
    player.play(to: moment)
    guard player.position < moment, !source.isFile else { return }
    throw ReplayError("--at: the recording ends before that moment.")
  }

  private func playback(of player: RecordingPlayer) -> Playback {
    var playback = source.extent
    if !source.isFile { playback.end = player.position }
    playback.position = player.position
    playback.marks = player.marks
    playback.skippedLines = player.skipped
    playback.isMasked = source.reader.header.privacy == .masked
    return playback
  }

  /// The board with the calls followed then, and the position in the recording.
  private func rows(of player: RecordingPlayer, _ size: Size) -> [String] {
    let shown = player.state.board
    var settings = board
    settings.isReplay = true
    var state = WallboardState(settings)
    filter?.apply(to: &state.view)
    state.board = shown
    state.view.panes = shown.observations.keys.map { FollowPane(callSID: $0) }
    // As if just opened: a pane without the focus gives way where there is little room.
    state.view.focusedPane = state.view.panes.indices.first
    state.view.playback = playback(of: player)
    let utcOffset = source.utcOffset(shown.now)
    let drawing = DrawSettings(
      workspace: source.reader.header.workspace.string,
      glyphs: self.settings.ascii == true ? .ascii : .unicode,
      keymap: Keymap(mode: board.privacy.mode, isReplay: true), utcOffset: utcOffset)
    var painter = DashboardPainter(drawing)
    // The first frame may move the panels; the second knows how many rows they have.
    for _ in 1...2 {
      let layout = Dashboard.layout(state, size: size)
      let frame = Frame(
        now: shown.now, utcOffset: utcOffset, visibleRows: layout.visibleRows,
        panes: painter.panePositions(state, size: size, utcOffset: utcOffset))
      _ = reduce(into: &state, .frame(frame))
    }
    var canvas = Canvas(size: size)
    Dashboard.draw(state, settings: drawing, into: &canvas)
    return canvas.rows.map { String($0.withoutTrailingSpaces) }
  }
}

extension RecordingPlayer {
  /// Throws where the recording could not be read to the end; what was left out of it is told.
  func checkReading() throws {
    if let failure {
      throw ReplayError(
        "The recording could not be read to the end: \(SystemFailure(code: failure)).")
    }
    if skipped > 0 { Message.write("\(skipped.counted("line")) could not be read.") }
  }
}
