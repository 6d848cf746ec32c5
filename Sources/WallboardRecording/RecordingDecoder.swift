import WallboardBoard
import WallboardEvents

/// Reads the lines of a recording. The bytes are as hostile as those of any network.
package struct RecordingDecoder: Sendable {
  private let author: JSONAuthor

  /// A decoder for a recording of that privacy: in a masked one, masks are read as values.
  package init(_ privacy: RecordingHeader.Privacy) {
    author = privacy == .masked ? .maskedRecording : .recording
  }

  /// Reads the first line; throws ``RecordingError`` for anything else.
  package static func header(_ line: Span<UInt8>) throws(RecordingError) -> RecordingHeader {
    guard var fields = try? FieldReader(line),
      let schema = fields.optional("schema", String.self), schema.hasPrefix(Self.family)
    else { throw .notARecording }
    guard schema == RecordingHeader.schema else { throw .otherSchema(String(schema.prefix(80))) }
    guard let header = try? RecordingHeader(&fields), header.isPlausible else {
      throw .notARecording
    }
    return header
  }

  /// How the schema of every version begins.
  private static let family = "wallboard.recording/"

  /// The levels of a line: what is recorded of an answer of the platform stands one deeper in it.
  private static let deepest = FieldReader.deepestAround + 1

  /// Reads a line after the first; `nil` for one that cannot be read.
  package func line(_ line: Span<UInt8>) -> RecordedLine? {
    guard
      var fields = try? FieldReader(line, deepest: Self.deepest, author: author)
    else { return nil }
    return try? RecordedLine(&fields)
  }
}

extension RecordedLine {
  /// Throws for what is no line of a recording: an unknown source or word, or data that do not fit.
  init(_ line: inout FieldReader) throws(FieldFault) {
    let time = try line.key("at", Timestamp.self)
    guard time.isRecordable else { throw FieldFault(.unreadable).in("at") }
    switch try line.key("from", RecordedSource.self) {
    case .workspace: self.init(at: time, content: .input(try line.workspaceAction(at: time)))
    case .observer: self.init(at: time, content: .input(try line.observerAction(at: time)))
    case .snapshot: self.init(at: time, content: .input(try line.readAction(at: time)))
    case .past: self.init(at: time, content: .input(try line.pastAction(at: time)))
    case .connection: self = try line.changeLine(at: time)
    }
    try line.checkFaults()
  }
}

extension Timestamp {
  /// Whether it is of the years 2001 to 2286, as the platform's ids are.
  var isRecordable: Bool { (1_000_000_000_000...9_999_999_999_999).contains(milliseconds) }
}

extension FieldReader {
  fileprivate mutating func workspaceAction(at time: Timestamp) throws(FieldFault) -> Input {
    let id = optional("id", BoundedString.self)
    let isDuplicate = optional("duplicate", Bool.self) ?? false
    let fingerprint: UInt64 = isDuplicate ? .max : 0
    if let malformed = try malformed(id: id, at: time, fingerprint) { return .malformed(malformed) }
    let name = try key("event", String.self)
    var data = try nested("data")
    let read = try DecodedEvent<WorkspaceEvent>(named: name, &data)
    return .received(
      ReceivedEvent(
        id: id, at: Timestamp(ofEvent: id, arrivedAt: time), receivedAt: time, event: read.event,
        extras: read.extras, faults: faults(of: read.faults), fingerprint: fingerprint))
  }

  fileprivate mutating func observerAction(at time: Timestamp) throws(FieldFault) -> Input {
    let callSID = try key("call_sid", CallSID.self)
    if let malformed = try malformed(id: nil, at: time, 0) {
      return .observedMalformed(callSID, malformed)
    }
    let name = try key("event", String.self)
    var data = try nested("data")
    let read = try DecodedEvent<ObserverEvent>(named: name, &data)
    let size = optional("size", Int.self) ?? 0
    return .observed(
      ReceivedObserverEvent(
        callSID: callSID, at: time, event: read.event, extras: read.extras,
        faults: faults(of: read.faults),
        size: min(max(0, size), Self.largestMessage)))
  }

  /// What was not understood when the event came: its data as recorded no longer show that. Where the
  /// line does not say, what its data show.
  private mutating func faults(of data: FieldFaults) -> FieldFaults {
    let told = optional("degraded", [BoundedString].self) ?? []
    let count = optional("degraded_count", Int.self) ?? 0
    return told.isEmpty ? data : FieldFaults(told, count: count)
  }

  /// Bytes; no message of a followed call is larger.
  private static var largestMessage: Int { 16 << 20 }

  private mutating func malformed(
    id: BoundedString?, at time: Timestamp, _ fingerprint: UInt64
  ) throws(FieldFault) -> MalformedEvent? {
    guard let reason = optional("malformed", BoundedString.self) else { return nil }
    let name = try key("event", BoundedString.self)
    if let bytes = optional("left_out", Int.self) {
      return MalformedEvent(
        id: id, name: name, receivedAt: time, leftOut: max(0, bytes), fingerprint: fingerprint)
    }
    return MalformedEvent(
      id: id, name: name, receivedAt: time, reason: reason,
      data: optional("data") ?? Protected(""), fingerprint: fingerprint)
  }

  fileprivate mutating func readAction(at time: Timestamp) throws(FieldFault) -> Input {
    let data = try key("data", ReadData.self)
    switch try key("event", RecordedRead.self) {
    case .started: return .readStarted(data.source, at: time)
    case .failed:
      return .readFailed(
        data.source, reason: data.reason ?? "", retryAt: data.retryAt, at: time)
    case .read:
      guard let part = data.part else { throw FieldFault(.unreadable).in("data") }
      return .read(part, data.notes, at: time)
    }
  }

  fileprivate mutating func pastAction(at time: Timestamp) throws(FieldFault) -> Input {
    let answer: PastAnswer
    switch try key("event", RecordedPast.self) {
    case .story:
      answer = .story(try key("call_sid"), try key("data"), faults(of: FieldFaults()))
    case .noStory: answer = .noStory(try key("call_sid"))
    case .calls: answer = .calls(try key("data", PastPageData.self).page(faults(of: FieldFaults())))
    case .failed:
      answer = try key("data", PastFailureData.self).answer(optional("call_sid"))
    }
    return .past(answer, at: time)
  }

  fileprivate mutating func changeLine(at time: Timestamp) throws(FieldFault) -> RecordedLine {
    let event = try key("event", RecordedChange.self)
    if event == .bookmark { return .bookmark(at: time) }
    if event == .note { return RecordedLine(at: time, content: .input(.note(try key("data")))) }
    let data = optional("data", PhaseData.self) ?? PhaseData()
    let callSID = optional("call_sid", CallSID.self)
    guard let input = Self.input(event, data, callSID, at: time), let line = RecordedLine(input)
    else { throw FieldFault(.unreadable).in("event") }
    return line
  }

  private static func input(
    _ event: RecordedChange, _ data: PhaseData, _ callSID: CallSID?, at time: Timestamp
  ) -> Input? {
    guard let callSID else {
      if event == .heard { return .heard(at: time) }
      return ConnectionPhase(event, data, at: time).map {
        .connection(ConnectionChange($0, at: time))
      }
    }
    if event == .followed || event == .unfollowed {
      return .following(callSID, isOn: event == .followed, at: time)
    }
    return ObserverPhase(event, data, at: time).map {
      .observer(ObserverChange(callSID, $0, at: time))
    }
  }
}
