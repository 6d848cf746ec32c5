import WallboardBoard
import WallboardEvents
import WallboardRecording

/// The beginning of a recording, held back until the platform has answered and its time is known: a
/// recording has one clock, and this machine's may be wrong.
struct RecordingStart {
  /// The most lines held back: hours of attempts.
  private static let most = 200

  private(set) var startedAt: Timestamp
  private(set) var lines: [RecordedLine] = []

  init(at time: Timestamp) {
    startedAt = time
  }

  mutating func add(_ line: RecordedLine) {
    lines.append(line)
  }

  /// Called with each input before it is recorded; moves what is held back when the clock is
  /// corrected.
  ///
  /// - Returns: Whether the beginning is over.
  mutating func ends(with input: Input) -> Bool {
    if case .clock(let change) = input { move(by: change.step) }
    return lines.count >= Self.most || input.tellsOfPlatform
  }

  private mutating func move(by step: Int64) {
    guard step != 0 else { return }
    startedAt = startedAt.advanced(milliseconds: step)
    for index in lines.indices {
      lines[index].at = lines[index].at.advanced(milliseconds: step)
      guard case .input(.connection(var change)) = lines[index].content else { continue }
      change.at = lines[index].at
      change.phase = change.phase.moved(by: step)
      lines[index].content = .input(.connection(change))
    }
  }
}

extension Input {
  /// Whether the platform has answered.
  fileprivate var tellsOfPlatform: Bool {
    switch self {
    case .connection(let change): change.phase == .open
    case .observer(let change): change.phase == .open
    case .received, .malformed, .heard, .read, .past, .observed, .observedMalformed: true
    // Reads that begin or fail are no answer: behind a proxy that buffers the stream they come
    // first.
    case .readStarted, .readFailed, .clock, .intent, .notice, .note, .noteFailed, .notes,
      .following, .passed, .restored,
      .recording, .playback, .frame:
      false
    }
  }
}

/// Tracks which calls are followed: the reducer changes that by itself, without an input, and a
/// recording has to tell it.
struct FollowedCalls {
  private var known: Set<CallSID> = []

  /// The lines for what has changed since the last call.
  mutating func changes(in board: Board) -> [RecordedLine] {
    guard
      board.observations.count != known.count
        || !board.observations.keys.allSatisfy(known.contains)
    else { return [] }
    let current = Set(board.observations.keys)
    let changes =
      known.subtracting(current).sorted().map { ($0, false) }
      + current.subtracting(known).sorted().map { ($0, true) }
    known = current
    return changes.compactMap { RecordedLine(.following($0, isOn: $1, at: board.now)) }
  }
}
