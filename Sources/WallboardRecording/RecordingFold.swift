package import WallboardBoard
package import WallboardEvents

/// Folds a recording, line after line, with the seconds that passed between them.
///
/// What it comes to depends on the recording alone: seconds pass on a grid of their own, however
/// often and when somebody looks.
package struct RecordingFold: Sendable {
  /// Seconds of silence after which time passes in minutes, and in hours: the machine may have slept
  /// for days.
  static let patience: Int64 = 3_600
  static let longPatience: Int64 = 86_400
  /// In milliseconds; a line that claims to be further away does not belong to this recording.
  static let longestSilence: Int64 = 400 * 86_400_000

  /// The board, without what belongs to whoever looks at it.
  package private(set) var state: WallboardState
  /// When the newest line came, or up to when time has passed.
  package private(set) var position: Timestamp
  /// Lines that tell of something, heartbeats and the like left out.
  package private(set) var occurrences = 0
  /// Counts lines and the steps of time between them: what it cost to come here.
  private(set) var work = 0
  private var finder = MarkFinder()
  private var collector: ReportCollector?
  private var newestLine: Timestamp
  private var second: Int64
  private let utcOffset: @Sendable (Timestamp) -> Int

  /// The beginning of a recording. `utcOffset` is by how many seconds local time is ahead of UTC.
  package init(
    _ header: RecordingHeader, settings: BoardSettings,
    utcOffset: @escaping @Sendable (Timestamp) -> Int
  ) {
    var settings = settings
    settings.isReplay = true
    state = WallboardState(settings)
    position = header.startedAt
    newestLine = header.startedAt
    second = header.startedAt.seconds
    self.utcOffset = utcOffset
    _ = reduce(into: &state, passing(second))
  }

  /// Takes the marks that were found since they were last taken.
  mutating func takeMarks() -> [PlaybackMark] {
    defer { finder.found = [] }
    return finder.found
  }

  /// Notes how what lasts stands: this is the end of the recording.
  mutating func finishMarks() { finder.finish(on: state.board) }

  /// Collects a report from here on.
  mutating func beginReport() {
    collector = ReportCollector(from: position, on: state.board, by: state.settings)
  }

  /// The report as it is here; `nil` where none was begun.
  var report: ShiftReport? { collector?.finished(on: state.board, at: position) }

  /// When a line counts as arrived: a clock that was set back holds nothing up.
  func moment(ofLineAt time: Timestamp) -> Timestamp { max(time, newestLine) }

  /// The latest a next line can claim to be from; one from further ahead is damage.
  var latestMoment: Timestamp { newestLine.advanced(milliseconds: Self.longestSilence) }

  /// Folds the next line.
  mutating func fold(_ line: RecordedLine) {
    pass(to: line.at)
    work += 1
    newestLine = max(newestLine, line.at)
    switch line.content {
    case .bookmark:
      occurrences += 1
      finder.noteBookmark(on: state.board, at: position)
    case .input(let input):
      if case .note(let note) = input { finder.found.append(PlaybackMark(note)) }
      if input.isOccurrence { occurrences += 1 }
      let (gaps, duplicates) = (state.board.connection.gaps, state.board.counts.duplicates)
      _ = reduce(into: &state, input)
      collector?.note(input, on: state.board, at: position)
      if state.board.connection.gaps > gaps { finder.noteGap(on: state.board, at: position) }
      guard state.board.counts.duplicates == duplicates, case .received(let event) = input else {
        break
      }
      finder.note(event.event, on: state.board, at: position)
    }
  }

  /// Lets time pass up to that moment, unless `goesOn` says not to.
  ///
  /// - Returns: Whether the moment was reached.
  @discardableResult
  mutating func pass(to time: Timestamp, while goesOn: () -> Bool = { true }) -> Bool {
    while nextSecond <= time.seconds {
      guard goesOn() else { return false }
      let next = nextSecond
      second = next
      work += 1
      position = max(position, Timestamp(milliseconds: next * 1_000))
      let effects = reduce(into: &state, passing(next))
      var alarms: [Alert] = []
      for case .alarm(let raised) in effects { alarms += raised }
      finder.look(at: state.board, alarms: alarms)
      collector?.look(at: state.board)
    }
    position = max(position, time)
    return true
  }

  /// Takes as little room as it can, for a copy that is kept.
  mutating func pack() { state.board.pack() }

  mutating func unpack() { state.board.unpack() }

  private var nextSecond: Int64 {
    let silence = second - newestLine.seconds
    let step: Int64 = silence < Self.patience ? 1 : silence < Self.longPatience ? 60 : 3_600
    return (second / step + 1) * step
  }

  private func passing(_ second: Int64) -> Input {
    let time = Timestamp(milliseconds: second * 1_000)
    return .passed(to: time, utcOffset: utcOffset(time))
  }
}

extension Input {
  /// Whether a person would call it something that happened.
  package var isOccurrence: Bool {
    switch self {
    case .received, .malformed, .connection, .readFailed, .observed, .observedMalformed, .observer,
      .following, .note, .read, .past:
      true
    case .heard, .clock, .readStarted, .intent, .notice, .noteFailed, .notes, .restored, .playback,
      .recording, .passed,
      .frame:
      false
    }
  }
}
