package import WallboardBoard
package import WallboardEvents
import WallboardRecording
import WallboardSystem

/// Plays a recording in the place of the network.
///
/// The board is folded here, on a grid of the recording's own, and handed over whole: what is shown
/// at a moment does not depend on how one came there.
package final class ReplayFeed {
  /// Nanoseconds after which a fast replay lets a frame be drawn.
  private static let longestTurn: Int64 = 20_000_000
  /// Milliseconds between two looks at what the index has found.
  private static let indexInterval = 200
  /// Seconds; whoever goes back so soon after a mark means the one before.
  private static let justPassed: Double = -2

  private let source: RecordingSource
  private var player: RecordingPlayer
  private var playback: Playback
  private let thread: SystemThread
  /// Up to where time has come, in the recording.
  private var time: Timestamp
  private var clockedAt = Clock.uptime
  /// What a second of the person's is not yet a millisecond of the recording's.
  private var rest = 0.0
  private var bookmarks: [PlaybackMark] = []
  private var notices: [String] = []
  private var isShown = false
  /// Whether the board is still on its way to ``time``.
  private var isSeeking = false
  /// What was last said of how it is played.
  private var told: Playback?

  /// A recording, played from its beginning; throws when the system has no thread left.
  package init(_ source: RecordingSource, settings: BoardSettings) throws {
    self.source = source
    player = RecordingPlayer(source.reader, settings: settings, utcOffset: source.utcOffset)
    let start = source.reader.header.startedAt
    playback = Playback(start: start, end: source.reader.lastMoment() ?? start)
    playback.isPlaying = true
    playback.isMasked = source.reader.header.privacy == .masked
    playback.offsets = source.offsets
    time = start
    let (index, reader) = (player.index, source.reader)
    thread = try SystemThread { index.build(reader) }
  }

  deinit {
    player.index.cancel()
    thread.join()
  }

  /// Begins at that moment, and stays there; throws ``ReplayError`` for one that was not recorded.
  package func begin(at target: SeekTarget) throws {
    playback.isPlaying = false
    let moment = try target.moment(of: playback)
    target.note(on: moment, in: playback).map { notices.append($0) }
    seek(to: moment)
  }

  private func seek(to moment: Timestamp) {
    time = min(max(moment, playback.start), playback.end)
    seekOn(from: Clock.uptime)
  }

  /// Comes nearer to where somebody wants to go, for as long as a frame may take.
  private func seekOn(from now: Int64) {
    isSeeking = !player.seek(to: time) { Clock.uptime - now < Self.longestTurn }
    if !isSeeking, time >= playback.end { playback.isPlaying = false }
    isShown = false
  }

  /// Lets as much time pass as has passed for the person.
  private func advance() {
    let now = Clock.uptime
    defer { clockedAt = now }
    if isSeeking { return seekOn(from: now) }
    guard playback.isPlaying else { return }
    rest += Double(now - clockedAt) / 1_000_000 * playback.speed
    let milliseconds = Int64(min(rest, 1e12))
    guard milliseconds > 0 else { return }
    rest -= Double(milliseconds)
    time = min(time.advanced(milliseconds: milliseconds), playback.end)
    let before = player.position
    let reached = player.play(to: time) { Clock.uptime - now < Self.longestTurn }
    // A recording that is too much for this machine at that speed is played as fast as it can be.
    if !reached { time = max(player.position, before) }
    if player.position != before { isShown = false }
    if time >= playback.end { playback.isPlaying = false }
  }

  private func jump(_ kind: PlaybackMark.Kind?, forward: Bool) {
    let marks = playback.marks.filter { kind == nil || $0.kind == kind }
    let from =
      forward || !playback.isPlaying
      ? time : time.advanced(seconds: Self.justPassed * max(1, playback.speed))
    let target = forward ? marks.first { $0.at > from } : marks.last { $0.at < from }
    if let target { return seek(to: target.at) }
    let name = kind?.rawValue ?? "mark"
    let end = playback.indexedUntil == nil ? "" : " found yet: the recording is still being read"
    notices.append("No \(forward ? "later" : "earlier") \(name)\(end)")
  }

  private func status() -> Playback {
    let progress = player.index.progress
    playback.position = isSeeking ? player.position : time
    playback.indexedUntil = progress.isWhole ? nil : progress.until
    playback.skippedLines = max(progress.skipped, player.skipped)
    let count = progress.marks.count + bookmarks.count
    if count != playback.marks.count {
      playback.marks = (progress.marks + bookmarks).sorted { $0.at < $1.at }
    }
    if progress.isWhole, playback.end != progress.until {
      // A last line that was not to be believed.
      playback.end = progress.until
      time = min(time, playback.end)
    }
    return playback
  }
}

extension ReplayFeed: Feed {
  /// Local time is that of where it was recorded.
  package func utcOffset(at time: Timestamp) -> Int { source.utcOffset(time) }

  /// The second of the recording that is shown.
  package var now: Timestamp { player.state.board.now }

  /// Whatever the recording says.
  package var personNow: Timestamp { Clock.steady }

  /// The board as it has become, and how it is played.
  package func drain<Failure: Error>(
    _ take: (Action) throws(Failure) -> Void
  ) throws(Failure) {
    advance()
    if !isShown {
      isShown = true
      try take(.restored(player.state.board))
    }
    let current = status()
    if current != told { try take(.playback(current)) }
    told = current
    let waiting = notices
    notices = []
    for notice in waiting { try take(.notice(notice)) }
  }

  /// Nobody is asked for anything.
  package func send(_ command: NetworkCommand) {}

  /// Milliseconds to the next line or second, at the speed at which it is played.
  package var millisecondsToNext: Int? {
    if isSeeking { return 0 }
    guard playback.isPlaying else {
      return playback.indexedUntil == nil ? nil : Self.indexInterval
    }
    let second = 1_000 - time.milliseconds % 1_000
    let next = player.nextMoment().map { max(1, $0.milliseconds(since: time)) } ?? second
    return Int(Double(min(next, second)) / playback.speed) + 1
  }

  /// Does what a person asks.
  package func play(_ command: PlaybackCommand) {
    advance()
    switch command {
    case .togglePlaying:
      if !playback.isPlaying, time >= playback.end { seek(to: playback.start) }
      playback.isPlaying.toggle()
    case .changeSpeed(let step):
      let speeds = Playback.speeds
      let index = (speeds.firstIndex(of: playback.speed) ?? 2) + min(max(step, -99), 99)
      playback.speed = speeds[min(max(0, index), speeds.count - 1)]
    case .step(let count):
      (playback.isPlaying, isSeeking) = (false, false)
      player.step(count)
      time = player.position
      isShown = false
    case .skip(let seconds): seek(to: time.advanced(seconds: Double(seconds)))
    case .seek(let moment): seek(to: moment)
    case .seekToStart: seek(to: playback.start)
    case .seekToEnd: seek(to: playback.end)
    case .jump(let kind, let forward): jump(kind, forward: forward)
    }
  }

  /// Marks this moment for as long as the recording is open.
  package func bookmark() -> Bool {
    bookmarks.append(PlaybackMark(.bookmark, at: time))
    notices.append("Bookmark set, for as long as the recording is open")
    return true
  }
}

extension SeekTarget {
  /// The moment of a recording of which nothing was played; throws ``ReplayError`` for one that was
  /// not recorded.
  func moment(of playback: Playback) throws -> Timestamp {
    do {
      return try moment(in: playback)
    } catch {
      throw ReplayError("--at: \(error.description).")
    }
  }
}
