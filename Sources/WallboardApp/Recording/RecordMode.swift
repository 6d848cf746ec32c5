import WallboardBoard
import WallboardEvents

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

  private func end(_ problem: String) -> HeadlessEnd {
    recorder.isReaderGone ? .done : .failed(problem)
  }

  /// Records until the feed ends, nothing can be written any more, or somebody ends it.
  package func run(until isOver: () -> Bool) -> HeadlessEnd {
    while !isOver() {
      let ending = reader.next(within: 1_000) { action in
        action.notice.map(Message.write)
        return action.headlessEnd
      }
      if let ending { return ending }
      if let problem = recorder.problem() { return end(problem) }
    }
    return recorder.stop().map(end) ?? .done
  }
}
