import Foundation
import WallboardBoard
import WallboardEvents

/// A board made from real inputs: events decoded from their payloads, reads, and a frame.
struct SampleBoard {
  /// 2026-03-09T14:03:21Z, the moment of every sample's newest frame.
  static let now = Timestamp(milliseconds: 1_773_065_001_000)

  var state = WallboardState(.test)
  private var pending: [(at: Timestamp, event: WorkspaceEvent)] = []

  /// A board whose stream is open, heard `silence` seconds ago, all reads done.
  static func open(silence: Int64 = 2) throws -> SampleBoard {
    var board = SampleBoard()
    board.act(.connection(ConnectionChange(.open, at: ago(3_600))))
    for part in [
      SnapshotPart.calls([], isComplete: true), .operators([], isComplete: true),
      .escalations([], isComplete: true), .surfaces([], isComplete: true), .services([:]),
    ] {
      board.act(.readStarted(part.source, at: ago(3_600)))
      board.act(.read(part, at: ago(3_599)))
    }
    board.act(.heard(at: ago(silence)))
    return board
  }

  static func ago(_ seconds: Int64) -> Timestamp {
    now.advanced(milliseconds: -1_000 * seconds)
  }

  mutating func act(_ input: Input) {
    _ = reduce(into: &state, input)
  }

  /// Notes an event of that payload, so many seconds before the newest frame.
  mutating func event(_ name: String, _ json: String, ago seconds: Int64) throws {
    pending.append((Self.ago(seconds), try EventDecoding.event(named: name, json: json)))
  }

  /// Folds the noted events in the order of time, and hears a heartbeat two seconds ago.
  mutating func settle() {
    let inOrder = pending.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    for (index, event) in inOrder {
      act(
        .received(
          ReceivedEvent(
            id: BoundedString("\(index + 1)"), at: event.at, receivedAt: event.at,
            event: event.event)))
    }
    pending = []
    act(.heard(at: Self.ago(2)))
  }
}

/// Decodes a payload by the vocabulary of events.
enum EventDecoding {
  static func event(named name: String, json: String) throws -> WorkspaceEvent {
    var fields = try FieldReader(json.utf8.span)
    guard let kind = WorkspaceEvent.Kind(rawValue: name) else {
      return .unknown(UnknownEvent(name: BoundedString(name), data: try fields.rest()))
    }
    return try WorkspaceEvent(kind, &fields)
  }
}
