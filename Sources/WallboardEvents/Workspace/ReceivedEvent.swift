/// A workspace event as it came from the stream.
package struct ReceivedEvent: Equatable, Sendable {
  /// The id of its own block, or `nil` when it had none; platform ids are unix milliseconds.
  package let id: Text?
  /// When it happened: the id where that is a time, else the moment of arrival (contract 2.2).
  package let at: Timestamp
  /// When its bytes arrived, by the board's clock.
  package let receivedAt: Timestamp
  /// The event itself.
  package let event: WorkspaceEvent
  /// Fields that the contract does not have.
  package let extras: [String: Protected<JSONValue>]
  /// What of its fields was not understood.
  package internal(set) var faults: FieldFaults
  /// A hash of id, name and data by which a replayed event is known; 0 when it has no id, the
  /// largest when it is known to have come before.
  package var fingerprint: UInt64

  /// An event as it came.
  package init(
    id: Text?, at: Timestamp, receivedAt: Timestamp, event: WorkspaceEvent,
    extras: [String: Protected<JSONValue>] = [:], faults: FieldFaults = FieldFaults(),
    fingerprint: UInt64 = 0
  ) {
    self.id = id
    self.at = at
    self.receivedAt = receivedAt
    self.event = event
    self.extras = extras
    self.faults = faults
    self.fingerprint = fingerprint
  }
}

/// A stream event whose payload could not be understood: counted and shown, and nothing else lost.
package struct MalformedEvent: Equatable, Sendable {
  /// The id of its own block.
  package var id: Text?
  /// The name it came under; empty when it had none.
  package var name: Text
  /// When its bytes arrived.
  package var receivedAt: Timestamp
  /// What is wrong, with the path of the field; free of the payload's values.
  package var reason: Text
  /// The payload as it came.
  package var data: Protected<Text>
  /// How many bytes of it were left out, unread, because there were too many; `nil` for one that was
  /// read and not understood.
  package var leftOut: Int?
  /// A hash of id, name and data by which a replayed event is known; 0 when it has no id.
  package var fingerprint: UInt64

  /// An event that could not be understood, and why.
  package init(
    id: Text?, name: Text, receivedAt: Timestamp, reason: Text, data: Protected<Text>,
    fingerprint: UInt64 = 0
  ) {
    self.id = id
    self.name = name
    self.receivedAt = receivedAt
    self.reason = reason
    self.data = data
    self.fingerprint = fingerprint
  }

  /// An event that was left out because it has so many bytes.
  package init(
    id: Text?, name: Text, receivedAt: Timestamp, leftOut bytes: Int, fingerprint: UInt64 = 0
  ) {
    self.init(
      id: id, name: name, receivedAt: receivedAt, reason: Text(Self.sentence(leftOut: bytes)),
      data: Protected(""), fingerprint: fingerprint)
    leftOut = bytes
  }

  /// What happened to it, in a few words for a person.
  package var sentence: String { leftOut == nil ? "not understood: \(reason)" : reason.string }

  /// What is said of one that was left out: `an event of 1.2 MB was left out`.
  package static func sentence(leftOut bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "an event of \(tenths / 10).\(tenths % 10) MB was left out"
  }
}
