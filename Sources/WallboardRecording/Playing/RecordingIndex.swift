package import WallboardCore
import Synchronization

/// How the board was at some moments of a recording, so that any other is soon reached, and what
/// lies where.
///
/// One thread looks through the recording, another plays it.
package final class RecordingIndex: Sendable {
  /// The board at some line, and where the next line begins.
  struct Checkpoint: Sendable {
    var fold: RecordingFold
    var offset: Int64
    var skipped: Int
  }

  /// What is known so far.
  package struct Progress: Sendable {
    /// Up to when the recording was looked through.
    package fileprivate(set) var until: Timestamp
    package fileprivate(set) var isWhole = false
    package fileprivate(set) var skipped = 0
    /// In order of time, at most ``Limits/marks``.
    package fileprivate(set) var marks: [PlaybackMark] = []
  }

  private struct State {
    var checkpoints: [Checkpoint]
    var progress: Progress
    var isCancelled = false
  }

  /// Checkpoints at most: past it every second one goes.
  static let mostCheckpoints = 160
  /// Lines from one checkpoint to the next, as long as there are few.
  static let firstSpacing = 1_000

  private let state: Mutex<State>

  init(_ beginning: Checkpoint) {
    let progress = Progress(until: beginning.fold.position)
    state = Mutex(State(checkpoints: [beginning], progress: progress))
  }

  /// What is known so far.
  package var progress: Progress { state.withLock(\.progress) }

  /// How many checkpoints there are.
  package var checkpoints: Int { state.withLock(\.checkpoints.count) }

  /// Ends ``build(_:)`` soon.
  package func cancel() {
    state.withLock { $0.isCancelled = true }
  }

  /// The latest checkpoint of which that holds; it has to hold for none after one for which it does
  /// not.
  func checkpoint(_ holds: (RecordingFold) -> Bool) -> Checkpoint {
    state.withLock { state in
      var (low, high) = (0, state.checkpoints.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if holds(state.checkpoints[middle].fold) { low = middle } else { high = middle }
      }
      return state.checkpoints[low]
    }
  }

  /// Looks through the whole recording; returns when that is done, or ``cancel()`` was called.
  package func build(_ reader: RecordingReader) {
    var reader = reader
    var fold = checkpoint { _ in false }.fold
    var (spacing, count) = (Self.firstSpacing, 0)
    while let line = reader.next(where: fold.believes) {
      fold.fold(line)
      count += 1
      guard count % spacing == 0 else { continue }
      let checkpoint = Checkpoint(fold: fold, offset: reader.offset, skipped: reader.skipped)
      guard note(checkpoint, &spacing) else { return }
      fold.marks = []
    }
    let checkpoint = Checkpoint(fold: fold, offset: reader.offset, skipped: reader.skipped)
    _ = note(checkpoint, &spacing)
    state.withLock { $0.progress.isWhole = true }
  }

  /// Keeps a checkpoint; whether to go on.
  private func note(_ checkpoint: Checkpoint, _ spacing: inout Int) -> Bool {
    var kept = checkpoint
    kept.fold.marks = []
    return state.withLock { state in
      let room = max(0, Limits.marks - state.progress.marks.count)
      state.progress.marks += checkpoint.fold.marks.prefix(room)
      state.progress.until = checkpoint.fold.position
      state.progress.skipped = checkpoint.skipped
      state.checkpoints.append(kept)
      if state.checkpoints.count > Self.mostCheckpoints {
        let thinned = state.checkpoints.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        state.checkpoints = thinned
        spacing *= 2
      }
      return !state.isCancelled
    }
  }
}
