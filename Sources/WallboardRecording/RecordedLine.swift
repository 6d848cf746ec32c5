package import WallboardBoard
package import WallboardEvents

/// One line of a recording after its header: something that reached the reducer from outside, and
/// when.
package struct RecordedLine: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case input(Input)
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

  /// What is recorded of an input; `nil` for one that came from within. A duplicate is recorded as
  /// one, so that every replay drops it too: the hash that found it depends on the event's content,
  /// and is not recorded.
  package init?(_ input: Input, isDuplicate: Bool = false) {
    guard let time = input.arrival else { return nil }
    let fingerprint: UInt64 = isDuplicate ? .max : 0
    switch input {
    case .received(var event):
      event.fingerprint = fingerprint
      self.init(at: time, content: .input(.received(event)))
    case .malformed(var event):
      event.fingerprint = fingerprint
      self.init(at: time, content: .input(.malformed(event)))
    case .heard, .connection, .readStarted, .read, .readFailed, .past, .observed,
      .observedMalformed, .observer, .following, .note, .intent, .notice, .noteFailed, .notes,
      .restored, .playback,
      .recording,
      .passed, .clock,
      .frame:
      self.init(at: time, content: .input(input))
    }
  }
}

extension Input {
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
    case .past(_, let time): time
    case .observed(let event): event.at
    case .observedMalformed(_, let event): event.receivedAt
    case .observer(let change): change.at
    case .following(_, _, let time): time
    case .note(let note): note.at
    case .clock, .intent, .notice, .noteFailed, .notes, .restored, .playback, .recording, .passed,
      .frame:
      nil
    }
  }
}

/// Writes the lines of a recording, masked as far as its privacy says.
package struct RecordingEncoder: Sendable {
  private let encoder: JSONLineEncoder

  /// An encoder that masks what `disclosure` does not reach.
  package init(_ disclosure: Disclosure) {
    encoder = JSONLineEncoder(disclosure)
  }

  /// The first line, without its end.
  package func line(_ header: RecordingHeader) throws -> String {
    try encoder.line(header)
  }

  /// A line, without its end; throws `EncodingError` for a number that is not finite, which no
  /// decoded event has.
  package func line(_ line: RecordedLine) throws -> String {
    try encoder.line(line)
  }
}

extension RecordedLine: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: RecordedKey.self)
    try line.encode(at, forKey: .at)
    switch content {
    case .bookmark: try line.encode(.bookmark, PhaseData())
    case .input(let input): try line.encode(input, encoder)
    }
  }
}

extension KeyedEncodingContainer<RecordedKey> {
  fileprivate mutating func encode(_ input: Input, _ encoder: any Encoder) throws {
    switch input {
    case .received(let event):
      try encode(RecordedSource.workspace, forKey: .from)
      try encodeIfPresent(event.id, forKey: .id)
      try encode(event.event.name, forKey: .event)
      if event.fingerprint == .max { try encode(true, forKey: .duplicate) }
      try encode(event.faults)
      try encode(EventData(event), forKey: .data)
    case .malformed(let event):
      try encode(RecordedSource.workspace, forKey: .from)
      try encode(event, encoder)
    case .observed(let event):
      try encode(RecordedSource.observer, forKey: .from)
      try encode(event.callSID, forKey: .callSID)
      try encode(event.event.name, forKey: .event)
      // The size of a message of one word gives the word away.
      if event.size > 0, (encoder.userInfo[.disclosure] as? Disclosure)?.words == true {
        try encode(event.size, forKey: .size)
      }
      try encode(event.faults)
      try encode(EventData(event), forKey: .data)
    case .observedMalformed(let callSID, let event):
      try encode(RecordedSource.observer, forKey: .from)
      try encode(callSID, forKey: .callSID)
      try encode(event, encoder)
    case .heard: try encode(.heard, PhaseData())
    case .connection(let change):
      try encode(change.phase.recorded.event, change.phase.recorded.data)
    case .observer(let change):
      try encode(change.callSID, forKey: .callSID)
      try encode(change.phase.recorded.event, change.phase.recorded.data)
    case .following(let callSID, let isOn, _):
      try encode(callSID, forKey: .callSID)
      try encode(isOn ? .followed : .unfollowed, PhaseData())
    case .note(let note):
      try encode(RecordedSource.connection, forKey: .from)
      try encode(RecordedChange.note, forKey: .event)
      try encode(note, forKey: .data)
    case .readStarted(let source, _): try encode(.started, ReadData(source))
    case .read(let part, let notes, _): try encode(.read, ReadData(part, notes))
    case .readFailed(let source, let reason, let retryAt, _):
      var data = ReadData(source)
      (data.reason, data.retryAt) = (reason, retryAt)
      try encode(.failed, data)
    case .past(let answer, _):
      try encode(RecordedSource.past, forKey: .from)
      try encode(answer)
    case .clock, .intent, .notice, .noteFailed, .notes, .restored, .playback, .recording, .passed,
      .frame:
      let context = EncodingError.Context(
        codingPath: codingPath, debugDescription: "it does not come from outside")
      throw EncodingError.invalidValue(input, context)
    }
  }

  private mutating func encode(_ answer: PastAnswer) throws {
    switch answer {
    case .story(let callSID, let story, let faults):
      try encode(callSID, forKey: .callSID)
      try encode(RecordedPast.story, forKey: .event)
      try encode(faults)
      try encode(story, forKey: .data)
    case .noStory(let callSID):
      try encode(callSID, forKey: .callSID)
      try encode(RecordedPast.noStory, forKey: .event)
    case .calls(let page):
      try encode(RecordedPast.calls, forKey: .event)
      try encode(page.faults)
      try encode(PastPageData(page), forKey: .data)
    case .failed(let question, let reason, let retryAt):
      if case .story(let callSID) = question { try encode(callSID, forKey: .callSID) }
      try encode(RecordedPast.failed, forKey: .event)
      try encode(PastFailureData(question, reason, retryAt), forKey: .data)
    }
  }

  private mutating func encode(_ faults: FieldFaults) throws {
    guard !faults.isEmpty else { return }
    try encode(faults.sentences, forKey: .degraded)
    if faults.count > FieldFaults.most { try encode(faults.count, forKey: .degradedCount) }
  }

  fileprivate mutating func encode(_ change: RecordedChange, _ data: PhaseData) throws {
    try encode(RecordedSource.connection, forKey: .from)
    try encode(change, forKey: .event)
    try encode(data, forKey: .data)
  }

  private mutating func encode(_ read: RecordedRead, _ data: ReadData) throws {
    try encode(RecordedSource.snapshot, forKey: .from)
    try encode(read, forKey: .event)
    try encode(data, forKey: .data)
  }

  /// What could not be understood is kept in an open recording; in a masked one only the reason.
  private mutating func encode(_ event: MalformedEvent, _ encoder: any Encoder) throws {
    try encodeIfPresent(event.id, forKey: .id)
    try encode(event.name, forKey: .event)
    try encode(event.reason, forKey: .malformed)
    try encodeIfPresent(event.leftOut, forKey: .leftOut)
    if event.fingerprint == .max { try encode(true, forKey: .duplicate) }
    try encode(event.data, forKey: .data)
  }
}

private enum RecordedKey: String, CodingKey {
  case at, from, id, event, data, malformed, degraded, duplicate, size
  case degradedCount = "degraded_count"
  case callSID = "call_sid"
  case leftOut = "left_out"
}
