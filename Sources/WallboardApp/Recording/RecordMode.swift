import WallboardCore

/// `wallboard record`: a recording without a screen.
package struct RecordMode {
  private let reader: FeedReader
  private let recorder: Recorder

  /// Records what the reader folds.
  package init(_ reader: FeedReader, _ recorder: Recorder) {
    reader.recorder = recorder
    self.reader = reader
    self.recorder = recorder
  }

  /// Records until the feed ends, nothing can be written any more, or somebody ends it.
  package func run(until isOver: () -> Bool) -> HeadlessEnd {
    while !isOver() {
      for action in reader.next(within: 1_000) {
        action.notice.map(Message.write)
        if let end = action.headlessEnd { return end }
      }
      if let problem = recorder.problem() { return .failed(problem) }
    }
    return recorder.stop().map(HeadlessEnd.failed) ?? .done
  }
}
