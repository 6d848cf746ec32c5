import WallboardBoard
import WallboardEvents

extension RecordedLine: Decodable {
  /// Throws for what is no line of a recording: an unknown source or word, or data that do not fit.
  package init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: RecordedKey.self)
    let time = try line.decode(Timestamp.self, forKey: .at)
    guard time.isRecordable else { throw line.corrupted("no time", .at) }
    switch try line.decode(RecordedSource.self, forKey: .from) {
    case .workspace: self.init(at: time, content: .action(try line.workspaceAction(at: time)))
    case .observer: self.init(at: time, content: .action(try line.observerAction(at: time)))
    case .snapshot: self.init(at: time, content: .action(try line.readAction(at: time)))
    case .connection: self = try line.changeLine(at: time)
    }
  }
}

extension Timestamp {
  /// Whether it is of the years 2001 to 2286, as the platform's ids are.
  var isRecordable: Bool { (1_000_000_000_000...9_999_999_999_999).contains(milliseconds) }
}

extension KeyedDecodingContainer<RecordedKey> {
  fileprivate func workspaceAction(at time: Timestamp) throws -> Action {
    let id = try decodeIfPresent(Text.self, forKey: .id)
    let isDuplicate = try decodeIfPresent(Bool.self, forKey: .duplicate) ?? false
    let fingerprint: UInt64 = isDuplicate ? .max : 0
    if let malformed = try malformed(id: id, at: time, fingerprint) { return .malformed(malformed) }
    let name = try decode(String.self, forKey: .event)
    let read = try WorkspaceEvent.read(named: name, from: superDecoder(forKey: .data))
    return .received(
      ReceivedEvent(
        id: id, at: Timestamp(ofEvent: id, arrivedAt: time), receivedAt: time, event: read.event,
        extras: read.extras, fingerprint: fingerprint))
  }

  fileprivate func observerAction(at time: Timestamp) throws -> Action {
    let callSID = try decode(CallSID.self, forKey: .callSID)
    if let malformed = try malformed(id: nil, at: time, 0) {
      return .observedMalformed(callSID, malformed)
    }
    let name = try decode(String.self, forKey: .event)
    let read = try ObserverEvent.read(named: name, from: superDecoder(forKey: .data))
    let size = try decodeIfPresent(Int.self, forKey: .size) ?? 0
    return .observed(
      ReceivedObserverEvent(
        callSID: callSID, at: time, event: read.event, extras: read.extras,
        size: min(max(0, size), Self.largestMessage)))
  }

  /// Bytes; no message of a followed call is larger.
  private static var largestMessage: Int { 16 << 20 }

  private func malformed(
    id: Text?, at time: Timestamp, _ fingerprint: UInt64
  ) throws -> MalformedEvent? {
    guard let reason = try decodeIfPresent(Text.self, forKey: .malformed) else { return nil }
    return MalformedEvent(
      id: id, name: try decode(Text.self, forKey: .event), receivedAt: time, reason: reason,
      data: try decodeIfPresent(Protected<Text>.self, forKey: .data) ?? Protected(""),
      fingerprint: fingerprint)
  }

  fileprivate func readAction(at time: Timestamp) throws -> Action {
    let data = try decode(ReadData.self, forKey: .data)
    switch try decode(RecordedRead.self, forKey: .event) {
    case .started: return .readStarted(data.source, at: time)
    case .failed:
      return .readFailed(
        data.source, reason: data.reason ?? "", retryAt: data.retryAt, at: time)
    case .read:
      guard let part = data.part else { throw corrupted("a read without items", .data) }
      return .read(part, at: time)
    }
  }

  fileprivate func changeLine(at time: Timestamp) throws -> RecordedLine {
    let event = try decode(RecordedChange.self, forKey: .event)
    if event == .bookmark { return .bookmark(at: time) }
    let data = try decodeIfPresent(PhaseData.self, forKey: .data) ?? PhaseData()
    let callSID = try decodeIfPresent(CallSID.self, forKey: .callSID)
    guard let action = action(event, data, callSID, at: time),
      let line = RecordedLine(action)
    else { throw corrupted("a change that is none", .event) }
    return line
  }

  private func action(
    _ event: RecordedChange, _ data: PhaseData, _ callSID: CallSID?, at time: Timestamp
  ) -> Action? {
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

  fileprivate func corrupted(_ what: String, _ key: RecordedKey) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: what)
  }
}
