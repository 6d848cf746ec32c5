package import WallboardBoard
package import WallboardEvents

/// One line of a recording after its header: something that reached the reducer from outside, and
/// when.
package struct RecordedLine: Equatable, Sendable {
  /// What a line tells.
  package enum Content: Equatable, Sendable {
    case action(Action)
    /// A person marked this moment.
    case bookmark
  }

  /// When it came, by the clock of the machine that recorded it.
  package var at: Timestamp
  package var content: Content

  /// A mark at that moment.
  package static func bookmark(at time: Timestamp) -> RecordedLine {
    RecordedLine(at: time, content: .bookmark)
  }

  init(at time: Timestamp, content: Content) {
    at = time
    self.content = content
  }

  /// What is recorded of an action; `nil` for one that came from within. An event that had come
  /// before is known as that in every replay: the hash by which it was known tells of what it holds,
  /// and is not recorded.
  package init?(_ action: Action, isDuplicate: Bool = false) {
    guard let time = action.arrival else { return nil }
    let fingerprint: UInt64 = isDuplicate ? .max : 0
    switch action {
    case .received(var event):
      event.fingerprint = fingerprint
      self.init(at: time, content: .action(.received(event)))
    case .malformed(var event):
      event.fingerprint = fingerprint
      self.init(at: time, content: .action(.malformed(event)))
    case .heard, .connection, .readStarted, .read, .readFailed, .observed, .observedMalformed,
      .observer, .following, .intent, .notice, .restored, .playback, .recording, .passed, .clock,
      .frame:
      self.init(at: time, content: .action(action))
    }
  }
}

extension Action {
  /// When it reached this machine; `nil` for what does not come from outside.
  fileprivate var arrival: Timestamp? {
    switch self {
    case .received(let event): event.receivedAt
    case .malformed(let event): event.receivedAt
    case .heard(let time): time
    case .connection(let change): change.at
    case .readStarted(_, let time): time
    case .read(_, _, let time): time
    case .readFailed(_, _, _, let time): time
    case .observed(let event): event.at
    case .observedMalformed(_, let event): event.receivedAt
    case .observer(let change): change.at
    case .following(_, _, let time): time
    case .clock, .intent, .notice, .restored, .playback, .recording, .passed, .frame: nil
    }
  }
}
