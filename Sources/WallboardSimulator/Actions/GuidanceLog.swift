/// What became of what the agent was told, in the platform's words (contract 4).
enum GuidanceStatus: String {
  case delivered, deduplicated, failed
  /// There is no agent on the line at present: the phone still rings, or a person speaks in its place.
  case queued = "queued_no_subscriber"
}

/// What the agent of a call was told, to know it again. No words are kept.
struct GuidanceLog: Sendable {
  /// How much an agent can be told in the course of a call.
  private static let limit = 100
  private static let memoryMilliseconds = 60_000

  private var messages: [(fingerprint: UInt64, time: Int)] = []

  /// Notes a message. Returns why the agent does not get it.
  mutating func refuse(_ message: String, at now: Int) -> GuidanceStatus? {
    let fingerprint = message.fingerprint
    let isKnown = messages.contains {
      $0.fingerprint == fingerprint && abs(now - $0.time) < Self.memoryMilliseconds
    }
    if isKnown { return .deduplicated }
    guard messages.count < Self.limit else { return .failed }
    messages.append((fingerprint, now))
    return nil
  }
}

extension SimulatedPlatform {
  func tell(_ call: SimulatedCall, _ message: String) -> GuidanceStatus {
    if let refusal = guidance[call.sid, default: GuidanceLog()].refuse(message, at: now) {
      return refusal
    }
    let isThere = hasAgent(call)
    intervene(.guided(Conversation.gist(of: message)), on: call.sid, at: now)
    return isThere ? .delivered : .queued
  }

  private func hasAgent(_ call: SimulatedCall) -> Bool {
    guard call.participant?.mode != .takeover else { return false }
    guard let observed = observedCalls[call.sid] else {
      return CallClock(of: call, options).callTime(at: now) > Conversation.ringMilliseconds
    }
    return !observed.conversation.known.state.isEmpty
  }
}
