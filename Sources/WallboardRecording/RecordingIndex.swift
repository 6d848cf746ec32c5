import DequeModule
import Synchronization
package import WallboardBoard
package import WallboardEvents

/// Checkpoints: how the board was at some moments of a recording, so that any other is soon reached,
/// and the marks on the way.
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
    package fileprivate(set) var marks = PlaybackMarks()
  }

  private struct State {
    var checkpoints: [Checkpoint]
    var progress: Progress
    var isCancelled = false

    /// About how many bytes all checkpoints take.
    var weight: Int {
      var (weight, endedCalls) = (0, 0)
      for board in checkpoints.lazy.map(\.fold.state.board) {
        weight += board.weight + Board.weight(ofKeys: board.endedCalls.count - endedCalls)
        endedCalls = board.endedCalls.count
      }
      return weight
    }
  }

  /// Checkpoints at most, and what they may take of memory in bytes. They are spread so that there is
  /// room for all; where the file grew meanwhile every second one goes.
  static let mostCheckpoints = 256
  static let largestWeight = 56 << 20
  /// Lines and seconds from one checkpoint to the next at least.
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
    var last = Place(fold, reader)
    let whole = reader.extent
    // How many times sparser than they were meant to be.
    var sparseness = 1
    // To look whether it is time takes as long as a line.
    var nextLook = fold.work + firstSpacing
    while let line = reader.next(before: fold.latestMoment) {
      guard fold.pass(to: line.at, while: { !isCancelled }) else { return }
      fold.fold(line)
      guard fold.work >= nextLook else { continue }
      nextLook = fold.work + firstSpacing / 4
      let place = Place(fold, reader)
      let share = place.share(of: whole, since: last)
      guard share >= fold.state.board.share * Double(sparseness) else { continue }
      guard note(&fold, reader, &sparseness) else { return }
      (last, nextLook) = (place, fold.work + firstSpacing * sparseness)
    }
    fold.finishMarks()
    guard note(&fold, reader, &sparseness) else { return }
    state.withLock { $0.progress.isWhole = true }
  }

  private var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Keeps a checkpoint; whether to go on.
  private func note(
    _ fold: inout RecordingFold, _ reader: RecordingReader, _ sparseness: inout Int
  ) -> Bool {
    let (marks, position) = (fold.takeMarks(), fold.position)
    var kept = Checkpoint(fold: fold, offset: reader.offset, skipped: reader.skipped)
    kept.fold.pack()
    return state.withLock { state in
      state.progress.marks.take(marks)
      state.progress.until = position
      state.progress.skipped = kept.skipped
      state.checkpoints.append(kept)
      while state.checkpoints.count > Self.mostCheckpoints || state.weight > Self.largestWeight,
        state.checkpoints.count > 2
      {
        state.checkpoints = state.checkpoints.enumerated().filter { $0.offset % 2 == 0 }
          .map(\.element)
        sparseness *= 2
      }
      return !state.isCancelled
    }
  }
}

/// How far the recording was gone through.
private struct Place {
  let position: Timestamp
  let offset: Int64

  init(_ fold: RecordingFold, _ reader: RecordingReader) {
    position = fold.position
    offset = reader.offset
  }

  /// How much of the recording lies between that place and this: half of it by bytes, half by time, for
  /// both have to be gone through.
  func share(of whole: RecordingExtent, since other: Place) -> Double {
    let bytes = Double(offset - other.offset) / Double(max(1, whole.bytes))
    let time = position.milliseconds(since: other.position)
    return (bytes + Double(time) / Double(max(1, whole.milliseconds))) / 2
  }
}

extension Board {
  /// How much of the room for all checkpoints one of this board takes, and a tenth more: none is to go
  /// again at the end because the guess was short.
  fileprivate var share: Double {
    1.1
      * max(
        Double(weight) / Double(RecordingIndex.largestWeight),
        1 / Double(RecordingIndex.mostCheckpoints))
  }

  /// About how many bytes a copy takes that shares nothing with another but the keys of ended calls.
  fileprivate var weight: Int {
    var weight = Self.smallestWeight
    weight += activity.entries.weight + activity.problems.weight + endedCalls.recent.weight
    weight += calls.values.weight + departed.values.weight + operators.values.weight
    weight += surfaces.values.weight + unlistedSurfaces.values.weight + textSessions.values.weight
    weight += alerts.active.values.weight + alerts.history.weight
    observations.forEachRow { weight += $0.timeline.entries.weight }
    return weight + 64 * services.count
  }

  /// About how many bytes so many keys take that no other copy has.
  fileprivate static func weight(ofKeys count: Int) -> Int {
    16 * min(max(0, count), Limits.endedCallKeys)
  }

  /// What is always there: the numbers of the last hour and the like.
  private static let smallestWeight = 150_000
}

extension Sequence {
  /// About how many bytes the elements take, with their texts and what they are found by. All of these
  /// know how many they are.
  fileprivate var weight: Int { underestimatedCount * (MemoryLayout<Element>.stride + 200) }
}
