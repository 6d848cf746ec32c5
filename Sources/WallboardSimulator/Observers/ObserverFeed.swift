import SplitMix64

/// One observer of a call: what is sent to it, and how the connection misbehaves.
struct ObserverFeed: Sendable {
  /// An observer that has fallen this many writes behind is cut off.
  static let backlogLimit = 100_000
  private static let dripPause: Duration = .milliseconds(1)

  let callSID: String
  private let output: ObserverOutput.Pieces.Continuation
  var random: SplitMix64
  private var messagesSent = 0
  private var held: [UInt8] = []
  private var heldMessages = 0
  private var stance = Stance.open

  private enum Stance {
    case open
    /// Sends no more messages, but answers a close frame.
    case spent
    /// Answers nothing at all.
    case silent
    case closed
  }

  init(callSID: String, output: ObserverOutput.Pieces.Continuation, seed: UInt64) {
    self.callSID = callSID
    self.output = output
    random = SplitMix64(seed: seed)
  }

  mutating func send(_ event: ObserverEvent, _ faults: inout FaultSwitchboard) {
    guard !faults.isOn(.hostile) else {
      return send(event.json.hostile(number: messagesSent).text, &faults)
    }
    guard faults.isOn(.observerOldNames) else { return send(event.json.text, &faults) }
    for json in event.inOldWords { send(json.text, &faults) }
  }

  /// Closes with a close frame; the socket then waits for the client's.
  mutating func close(_ code: UInt16, _ reason: String, _ faults: FaultSwitchboard) {
    guard stance == .open || stance == .spent else { return }
    yield(held + WebSocketFrame.close(code, reason).bytes, faults)
    finish()
  }

  mutating func finish() {
    stance = .closed
    output.finish()
  }

  mutating func drop() {
    stance = .closed
    output.finish(throwing: Dropped())
  }

  mutating func answer(ping payload: [UInt8], _ faults: FaultSwitchboard) {
    guard stance == .open || stance == .spent else { return }
    yield(WebSocketFrame(.pong, payload).bytes, faults)
  }

  /// Answers the client's close frame with its own code. Returns whether that was the end.
  mutating func answer(close payload: [UInt8], _ faults: FaultSwitchboard) -> Bool {
    guard stance != .silent else { return false }
    guard stance != .closed else { return true }
    yield(WebSocketFrame(.close, Array(payload.prefix(2))).bytes, faults)
    finish()
    return true
  }

  private mutating func send(_ text: String, _ faults: inout FaultSwitchboard) {
    guard stance == .open else { return }
    if let fault = dueEnd(faults) {
      faults.spend(fault.kind)
      return end(with: fault, insteadOf: text, faults)
    }
    write(WebSocketFrame(faults.isOn(.observerBinary) ? .binary : .text, Array(text.utf8)), faults)
    messagesSent += 1
    addExtras(faults)
    // At once, and not with the next message: no ping that comes before it is to be answered.
    if dueEnd(faults)?.kind == .observerSilence {
      faults.spend(.observerSilence)
      stance = .silent
    }
  }

  private func dueEnd(_ faults: FaultSwitchboard) -> SimulatorFault? {
    FaultKind.endingObservers.lazy.compactMap(faults.fault).first {
      messagesSent >= $0.amount ?? 0
    }
  }

  private mutating func end(
    with fault: SimulatorFault, insteadOf text: String, _ faults: FaultSwitchboard
  ) {
    let frame = WebSocketFrame.text(text)
    switch fault.kind {
    case .observerClose: close(with: fault.code ?? 1011, faults)
    case .observerCut:
      yield(held + frame.bytes.prefix(frame.bytes.count / 2), faults)
      drop()
    case .observerSilence: stance = .silent
    default:
      yield(held + frame.broken(by: fault.kind), faults)
      stance = .spent
    }
  }

  private mutating func close(with code: Int, _ faults: FaultSwitchboard) {
    switch code {
    case 1006: drop()
    case 1005:
      yield(held + WebSocketFrame(.close, []).bytes, faults)
      finish()
    default:
      // A close frame has room for 123 bytes of reason.
      let reason = faults.isOn(.hostile) ? Hostility.text(messagesSent % 40) : "simulated"
      close(UInt16(truncatingIfNeeded: code), reason, faults)
    }
  }

  private mutating func addExtras(_ faults: FaultSwitchboard) {
    if isTime(for: .observerGarbage, faults) {
      write(.text(ObserverGarbage.message(number: messagesSent, knowing: faults)), faults)
    }
    if isTime(for: .observerUnknown, faults) {
      write(.text(ObserverGarbage.unknown(number: messagesSent)), faults)
    }
    if isTime(for: .observerPings, faults) {
      write(WebSocketFrame(.ping, Array("ping \(messagesSent)".utf8)), faults)
    }
  }

  private func isTime(for kind: FaultKind, _ faults: FaultSwitchboard) -> Bool {
    faults.amount(of: kind).map { messagesSent.isMultiple(of: max(1, $0)) } ?? false
  }

  private mutating func write(_ frame: WebSocketFrame, _ faults: FaultSwitchboard) {
    var bytes = frame.bytes
    if faults.isOn(.observerFragments) { bytes = frame.fragments(using: &random) }
    held += bytes
    heldMessages += 1
    guard heldMessages >= faults.amount(of: .observerCoalesce) ?? 1 else { return }
    yield(held, faults)
    held.removeAll()
    heldMessages = 0
  }

  private mutating func yield(_ bytes: [UInt8], _ faults: FaultSwitchboard) {
    guard faults.isOn(.observerDrip) else { return yield(.bytes(bytes)) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(random.integer(in: 1...3))
      rest = rest.dropFirst(piece.count)
      yield(.bytes(Array(piece)))
      yield(.pause(Self.dripPause))
    }
  }

  private mutating func yield(_ piece: ObserverOutput) {
    if case .dropped = output.yield(piece) { drop() }
  }
}

/// What an observer's connection is to do next.
enum ObserverOutput: Sendable {
  /// Bytes for one write.
  case bytes([UInt8])
  case pause(Duration)

  typealias Pieces = AsyncThrowingStream<Self, any Error>
}
