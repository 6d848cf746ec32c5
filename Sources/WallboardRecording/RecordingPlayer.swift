package import WallboardBoard
package import WallboardEvents

/// Plays a recording: the board at any of its moments.
package struct RecordingPlayer {
  /// What is known of the recording beside what is played.
  package let index: RecordingIndex
  private var fold: RecordingFold
  private var reader: RecordingReader
  /// What was found since the beginning, or since a moment was gone to.
  private var found = PlaybackMarks()
  /// A line that was read and whose time has not come.
  private var pending: RecordedLine?

  /// A player at the beginning of a recording, which was not read from yet. A pipe can only be played
  /// with ``play(to:while:)``.
  package init(
    _ reader: RecordingReader, settings: BoardSettings,
    utcOffset: @escaping @Sendable (Timestamp) -> Int
  ) {
    self.reader = reader
    fold = RecordingFold(reader.header, settings: settings, utcOffset: utcOffset)
    index = RecordingIndex(
      RecordingIndex.Checkpoint(fold: fold, offset: reader.offset, skipped: 0))
  }

  /// In order of time.
  package var marks: [PlaybackMark] { found.all.sorted { $0.at < $1.at } }

  /// The board, without what belongs to whoever looks at it.
  package var state: WallboardState { fold.state }
  /// What the board shows: what was recorded up to this moment.
  package var position: Timestamp { fold.position }
  /// Lines that could not be read so far.
  package var skipped: Int { reader.skipped }
  /// The `errno` that ended the reading, if one did.
  package var failure: Int32? { reader.failure }

  /// Collects a report from this moment on, as long as it only goes forward.
  package mutating func beginReport() { fold.beginReport() }

  /// The report up to this moment; `nil` where none was begun.
  package var report: ShiftReport? { fold.report }

  /// When the next line came; `nil` at the end.
  package mutating func nextMoment() -> Timestamp? {
    if pending == nil { pending = nextLine() }
    return pending?.at
  }

  /// Goes on to that moment, unless `goesOn` says not to.
  ///
  /// - Returns: Whether the moment was reached.
  @discardableResult
  package mutating func play(
    to time: Timestamp, while goesOn: () -> Bool = { true }
  ) -> Bool {
    while let next = nextMoment(), fold.moment(ofLineAt: next) <= time {
      guard goesOn(), fold.pass(to: next, while: goesOn) else { return false }
      takeLine()
    }
    defer { found.take(fold.takeMarks()) }
    // No time passes after the last line: nothing is known of it.
    return nextMoment() == nil || fold.pass(to: time, while: goesOn)
  }

  /// Goes on to the last line.
  package mutating func playToEnd() {
    while takeLine() {}
  }

  /// Goes to that moment, forward or back, unless `goesOn` says not to: what was not looked through
  /// yet may be long.
  ///
  /// - Returns: Whether the moment was reached; asked again, it goes on.
  @discardableResult
  package mutating func seek(
    to time: Timestamp, while goesOn: () -> Bool = { true }
  ) -> Bool {
    let nearest = index.checkpoint { $0.position <= time }
    if fold.position > time || fold.position < nearest.fold.position { restore(nearest) }
    return play(to: time, while: goesOn)
  }

  /// Goes on by so many occurrences, or back.
  package mutating func step(_ count: Int) {
    let (sum, overflow) = fold.occurrences.addingReportingOverflow(count)
    let target = overflow ? fold.occurrences : max(0, sum)
    if target < fold.occurrences { restore(index.checkpoint { $0.occurrences < target }) }
    while fold.occurrences < target, takeLine() {}
  }

  private mutating func nextLine() -> RecordedLine? { reader.next(before: fold.latestMoment) }

  /// Folds the next line; whether there is one.
  @discardableResult
  private mutating func takeLine() -> Bool {
    guard let line = pending.take() ?? nextLine() else { return false }
    fold.fold(line)
    found.take(fold.takeMarks())
    return true
  }

  private mutating func restore(_ checkpoint: RecordingIndex.Checkpoint) {
    fold = checkpoint.fold
    fold.unpack()
    found = PlaybackMarks()
    reader.move(to: checkpoint.offset, skipped: checkpoint.skipped)
    pending = nil
  }
}
