import Glibc
package import WallboardBoard
package import WallboardEvents
package import WallboardRecording
import WallboardScreen
import WallboardSystem

/// Plays a recording in place of the network.
///
/// The board is folded here, at fixed moments of the recording, and handed over whole: what is
/// shown does not depend on how one got there.
package final class ReplayFeed {
  /// Nanoseconds after which a fast replay pauses for a frame.
  private static let longestTurn: Int64 = 20_000_000
  /// Milliseconds between two looks at the progress of the index.
  private static let indexInterval = 200
  /// Seconds; going back so soon after a mark means the one before it.
  private static let justPassed: Double = -2

  private let source: RecordingSource
  private var player: RecordingPlayer
  private var playback: Playback
  private let thread: SystemThread
  /// The current position in the recording.
  private var time: Timestamp
  /// Nanoseconds that only ever go forward, as ``Clock/uptime``.
  private let uptime: () -> Int64
  private var clockedAt: Int64
  /// The fraction of a millisecond not yet played.
  private var rest = 0.0
  private var bookmarks: [PlaybackMark] = []
  /// How many bookmarks and changes of the index's marks went into the playback's.
  private var gathered = (bookmarks: 0, revision: 0)
  private var notices: [String] = []
  private var isShown = false
  /// Whether a seek to ``time`` is still under way.
  private var isSeeking = false
  /// The last playback state handed over.
  private var told: Playback?

  /// Plays from the beginning; throws when the system has no thread left.
  package init(
    _ source: RecordingSource, settings: BoardSettings,
    uptime: @escaping () -> Int64 = { Clock.uptime }
  ) throws {
    self.source = source
    self.uptime = uptime
    clockedAt = uptime()
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

  /// Goes to that moment and pauses; throws ``ReplayError`` for one that was not recorded.
  package func begin(at target: SeekTarget) throws {
    playback.isPlaying = false
    let moment = try target.moment(of: playback)
    target.note(on: moment, in: playback).map { notices.append($0) }
    seek(to: moment)
  }

  private func seek(to moment: Timestamp) {
    time = min(max(moment, playback.start), playback.end)
    seekOn(from: uptime())
  }

  /// Continues a seek for as long as a frame may take.
  private func seekOn(from now: Int64) {
    isSeeking = !player.seek(to: time) { uptime() - now < Self.longestTurn }
    if !isSeeking, time >= playback.end { playback.isPlaying = false }
    isShown = false
  }

  /// Plays what is due by now.
  private func advance() {
    let now = uptime()
    defer { clockedAt = now }
    if isSeeking { return seekOn(from: now) }
    guard playback.isPlaying else { return }
    rest += Double(now - clockedAt) / 1_000_000 * playback.speed
    let milliseconds = Int64(min(rest, 1e12))
    guard milliseconds > 0 else { return }
    rest -= Double(milliseconds)
    time = min(time.advanced(milliseconds: milliseconds), playback.end)
    let before = player.position
    let reached = player.play(to: time) { uptime() - now < Self.longestTurn }
    // At a speed that this machine cannot keep up with, time goes as fast as it can.
    if !reached { time = max(player.position, before) }
    if player.position != before { isShown = false }
    if time >= playback.end { playback.isPlaying = false }
  }

  private func jump(_ kind: PlaybackMark.Kind?, forward: Bool) {
    let marks = playback.marks.filter { kind == nil ? $0.isListed : $0.kind == kind }
    let from =
      forward || !playback.isPlaying
      ? time : time.advanced(seconds: Self.justPassed * max(1, playback.speed))
    let target = forward ? marks.first { $0.at > from } : marks.last { $0.at < from }
    if let target { return seek(to: target.at) }
    let name = kind?.rawValue ?? "moment"
    let end = playback.indexedUntil == nil ? "" : " found yet: the recording is still being loaded"
    notices.append("No \(forward ? "later" : "earlier") \(name)\(end)")
  }

  private func status() -> Playback {
    let progress = player.index.progress
    playback.position = isSeeking ? player.position : time
    playback.indexedUntil = progress.isWhole ? nil : progress.until
    playback.skippedLines = max(progress.skipped, player.skipped)
    let newest = (bookmarks: bookmarks.count, revision: progress.marks.revision)
    if gathered != newest {
      gathered = newest
      playback.marks = (progress.marks.all + bookmarks).sorted { $0.at < $1.at }
    }
    if progress.isWhole, playback.end != progress.until {
      // The time of the last line was implausible.
      playback.end = progress.until
      time = min(time, playback.end)
    }
    return playback
  }
}

extension ReplayFeed: Feed {
  /// Local time where it was recorded.
  package func utcOffset(at time: Timestamp) -> Int { source.utcOffset(time) }

  package var now: Timestamp { player.state.board.now }

  /// This machine's time, not the recording's.
  package var personNow: Timestamp { Clock.steady }

  package func drain<Failure: Error>(
    _ take: (Input) throws(Failure) -> Void
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

  /// The bookmark lasts as long as the recording is open.
  package func bookmark() -> Bool {
    guard bookmarks.count < Limits.bookmarks else {
      notices.append("No more bookmarks: there are \(Limits.bookmarks) already")
      return true
    }
    bookmarks.append(PlaybackMark(bookmarkAt: time, on: player.state.board))
    notices.append("Bookmark set, for as long as the recording is open")
    return true
  }
}

extension SeekTarget {
  /// The moment in a recording; throws ``ReplayError`` for one that was not recorded.
  func moment(of playback: Playback, typedFor option: String = "--at") throws -> Timestamp {
    do {
      return try moment(in: playback)
    } catch {
      throw ReplayError("\(option): \(error.description).")
    }
  }
}

/// A recording opened for reading.
package final class RecordingSource {
  package let reader: RecordingReader
  /// Whether it can be seeked in, unlike a pipe.
  package let isFile: Bool
  private let descriptor: Int32

  /// Opens the file, or standard input for `-`; throws ``ReplayError`` for what is no recording.
  package convenience init(path: String) throws {
    try self.init(path: path, waits: true)
  }

  /// The same; with `waits`, opening a named pipe waits for its writer, as cat does.
  init(path: String, waits: Bool) throws {
    let name = path == "-" ? "standard input" : path
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)
    let descriptor = path == "-" ? dup(STDIN_FILENO) : unsafe open(path, flags)
    guard descriptor >= 0 else { throw ReplayError("\(name): \(SystemFailure()).") }
    let status = stat(of: descriptor)
    guard status?.isFolder != true else {
      close(descriptor)
      throw ReplayError("\(name): it is a folder.")
    }
    do {
      reader = try RecordingReader(descriptor: descriptor)
    } catch {
      close(descriptor)
      throw ReplayError("\(name): \(error).")
    }
    offsets = reader.header.offsets ?? .here(from: reader.header.startedAt)
    self.descriptor = descriptor
    isFile = status?.isRegularFile == true
  }

  /// The UTC offsets of where it was recorded; those of here, if the header has none.
  package let offsets: UTCOffsets

  /// The time span of the recording; the end of a pipe is unknown until it comes.
  var extent: Playback {
    let start = reader.header.startedAt
    let end = isFile ? reader.lastMoment() : nil
    var extent = Playback(start: start, end: end ?? start.advanced(seconds: 400 * 86_400))
    extent.offsets = offsets
    return extent
  }

  /// The moment that was typed after that option; throws ``ReplayError`` for one that was not recorded.
  func moment(of target: SeekTarget, typedFor option: String) throws -> Timestamp {
    guard isFile || !target.isShare else {
      throw ReplayError(
        "\(option): a share needs a file, for how long a pipe is is not known; give a time or +5m.")
    }
    let extent = extent
    let moment = try target.moment(of: extent, typedFor: option)
    target.note(on: moment, in: extent).map { Message.write("\(option): \($0).") }
    return moment
  }

  /// Seconds by which local time was ahead of UTC.
  package var utcOffset: @Sendable (Timestamp) -> Int { offsets.offset(at:) }

  deinit {
    close(descriptor)
  }
}

/// Why a recording cannot be played: a sentence.
package struct ReplayError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
