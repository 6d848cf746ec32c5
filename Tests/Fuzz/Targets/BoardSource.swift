import EventFixtures
import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardScreen

/// What happens to a board, made from an input's bytes.
struct BoardSource {
  /// What one byte asks for; those behind it say more.
  enum Step: CaseIterable {
    case event, otherEvent, message, otherMessage, answer, connection, observer, keys, time, size
    case frame
  }

  var input: ByteReader
  private(set) var now = Samples.moment
  private var serial: Int64 = 0

  init(_ bytes: [UInt8]) {
    input = ByteReader(bytes)
  }

  mutating func step() -> Step { input.pick(Step.allCases) ?? .frame }

  /// Time goes on; now and then the clock is set, to whatever it is.
  mutating func pass() {
    let step = Int64(input.byte())
    switch step {
    case ..<200: now = now.advanced(milliseconds: step * 33)
    case ..<230: now = now.advanced(milliseconds: (step - 199) * 60_000)
    case ..<245: now = now.advanced(milliseconds: (step - 238) * 3_600_000)
    case ..<254: now = Samples.moment
    default: now = Timestamp(milliseconds: input.whole())
    }
  }

  mutating func size() -> Size {
    let (width, height) = (Int(input.byte()), Int(input.byte()))
    return Size(width: width < 251 ? width : width * 2, height: height < 201 ? height : 24)
  }

  /// An event as the contract has it, over so few keys that the same thing is told of again.
  mutating func event() -> Input {
    let fixture = input.pick(EventFixture.all)
    return decoded(fixture?.payload.withKey(input.byte()) ?? "", type: fixture?.name ?? "")
  }

  mutating func otherEvent() -> Input {
    decoded(input.line(), type: input.pick(EventFixture.all)?.name ?? "")
  }

  mutating func message() -> Input? {
    let call = callSID()
    let message = input.pick(Samples.messages)?.withKey(input.byte()) ?? ""
    return call.map { decoded(message, of: $0) }
  }

  mutating func otherMessage() -> Input? {
    let call = callSID()
    let line = input.line()
    return call.map { decoded(line, of: $0) }
  }

  /// A read from its beginning to its end, if it has one.
  mutating func answer() throws -> [Input] {
    guard let source = input.pick(SnapshotSource.allCases) else { return [] }
    var reader = SnapshotReader(source, from: try Samples.endpoints())
    let body = (Samples.pages[source] ?? "").withKey(input.byte())
    for _ in 0..<2 {
      let answer = PlatformResponse(status: 200, body: Array(body.utf8), arrival: now)
      guard case .finished(let part) = reader.receive(answer) else { continue }
      return [.readStarted(source, at: now), .read(part, at: now)]
    }
    return [.readFailed(source, reason: "503", retryAt: later, at: now)]
  }

  mutating func connection() -> Input {
    let phases: [ConnectionPhase] = [
      .open, .connecting(attempt: 2), .waiting(until: later, attempt: 3, reason: "lost"),
      .refused(reason: "401", until: later), .stopped(reason: "204"),
    ]
    return .connection(ConnectionChange(input.pick(phases) ?? .open, at: now))
  }

  mutating func observer() -> Input? {
    let phases: [ObserverPhase] = [
      .open, .connecting(attempt: 2), .waiting(until: later, attempt: 3, reason: "lost"),
      .refused(reason: "4403"), .notFound(reason: "4004"), .stopped(reason: "odd"), .ended,
    ]
    let phase = input.pick(phases) ?? .open
    return callSID().map { .observer(ObserverChange($0, phase, at: now)) }
  }

  private var later: Timestamp { now.advanced(milliseconds: 60_000) }

  private mutating func callSID() -> CallSID? { CallSID("call_sid-\(input.byte() % 12)") }

  private mutating func decoded(_ data: String, type: String) -> Input {
    serial += 1
    let id = "\(now.milliseconds &+ serial)"
    switch WorkspaceEventDecoder().decode(id: id, type: type, data: data, at: now) {
    case .event(let event): return .received(event)
    case .malformed(let event): return .malformed(event)
    case .control: return .heard(at: now)
    }
  }

  private func decoded(_ text: String, of call: CallSID) -> Input {
    switch ObserverEventDecoder().decode(text, of: call, at: now) {
    case .event(let event): .observed(event)
    case .malformed(let event): .observedMalformed(call, event)
    }
  }
}

extension String {
  /// The fixture with other keys, and now and then with words that are hostile.
  fileprivate func withKey(_ byte: UInt8) -> String {
    let key = "-\(byte % 12)"
    let words = ["SECRET", "\\u202e\\u001b[2J", "東京 é", String(repeating: "long ", count: 60)]
    return replacing("-example", with: key).replacing("CA1", with: "call_sid" + key)
      .replacing("o-1", with: "operator_id" + key).replacing("f-1", with: "surface_id" + key)
      .replacing("SECRET", with: words[Int(byte) / 12 % words.count])
  }
}
