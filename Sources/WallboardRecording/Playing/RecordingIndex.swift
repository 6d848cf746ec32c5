import DequeModule
import Synchronization
package import WallboardBoard
package import WallboardEvents

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
    /// Of all checkpoints, in bytes.
    var weight = 0
  }

  /// Checkpoints at most, and what they may take of memory in bytes: past it every second one goes.
  static let mostCheckpoints = 256
  static let largestWeight = 64 << 20
  /// Lines and seconds from one checkpoint to the next, as long as there are few.
  package static let firstSpacing = 1_000

  private let state: Mutex<State>

  init(_ beginning: Checkpoint) {
    let progress = Progress(until: beginning.fold.position)
    state = Mutex(State(checkpoints: [beginning], progress: progress))
  }

  /// What is known so far.
  package var progress: Progress { state.withLock(\.progress) }

  /// How many checkpoints there are.
  package var checkpoints: Int { state.withLock(\.checkpoints.count) }

  /// About how many bytes they take.
  var weight: Int { state.withLock(\.weight) }

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
  package func build(_ reader: RecordingReader, every firstSpacing: Int = firstSpacing) {
    var reader = reader
    var fold = checkpoint { _ in false }.fold
    var (spacing, last) = (firstSpacing, fold.work)
    while let line = reader.next(where: fold.believes) {
      guard fold.pass(to: line.at, while: { !isCancelled }) else { return }
      fold.fold(line)
      guard fold.work - last >= spacing else { continue }
      last = fold.work
      let checkpoint = Checkpoint(fold: fold, offset: reader.offset, skipped: reader.skipped)
      guard note(checkpoint, &spacing) else { return }
      fold.marks = []
    }
    let checkpoint = Checkpoint(fold: fold, offset: reader.offset, skipped: reader.skipped)
    guard note(checkpoint, &spacing) else { return }
    state.withLock { $0.progress.isWhole = true }
  }

  private var isCancelled: Bool { state.withLock(\.isCancelled) }

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
      state.weight += kept.fold.state.board.weight
      while state.checkpoints.count > Self.mostCheckpoints || state.weight > Self.largestWeight,
        state.checkpoints.count > 2
      {
        let thinned = state.checkpoints.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        state.checkpoints = thinned
        state.weight = thinned.reduce(0) { $0 + $1.fold.state.board.weight }
        spacing *= 2
      }
      return !state.isCancelled
    }
  }
}

extension Board {
  /// About how many bytes a copy takes that shares nothing with another.
  fileprivate var weight: Int {
    var weight = Self.smallestWeight
    weight += activity.entries.weight + activity.problems.weight + endedCalls.recent.weight
    weight += calls.values.weight + departed.values.weight + operators.values.weight
    weight += surfaces.values.weight + unlistedSurfaces.values.weight + textSessions.values.weight
    weight += alerts.active.values.weight + alerts.history.weight
    observations.forEachRow { weight += $0.timeline.entries.weight }
    return weight + 64 * services.count + 24 * min(endedCalls.count, Limits.endedCallKeys)
  }

  /// What is always there: the numbers of the last hour and the like.
  private static let smallestWeight = 100_000
}

extension Sequence {
  /// About how many bytes the elements take, with their texts and what they are found by. All of these
  /// know how many they are.
  fileprivate var weight: Int { underestimatedCount * (MemoryLayout<Element>.stride + 200) }
}
