import FoundationEssentials

/// Makes typed events from the messages of a call's observer socket (contract 1.2 and 1.5).
///
/// Never fails: what cannot be understood is an outcome too, and costs nothing else.
package struct ObserverEventDecoder {
  // Made once: setting one up costs as much as decoding an event.
  private let decoder = JSONDecoder()

  /// A decoder for any number of messages, of any calls.
  package init() {}

  /// Decodes one message of the socket that observes the call, and when its last byte came.
  package func decode(
    _ text: String, of callSID: CallSID, at arrival: Timestamp
  ) -> ObserverOutcome {
    do {
      let decoded = try body(of: text).decoded
      guard decoded.event.mayTell(of: callSID) else { throw EventProblem.anotherCall }
      return .event(
        ReceivedObserverEvent(
          callSID: callSID, at: arrival, event: decoded.event, extras: decoded.extras,
          size: text.utf8.count))
    } catch {
      return .malformed(unreadable(error, in: text, at: arrival))
    }
  }

  private func body(of text: String) throws -> ObserverBody {
    guard JSONDepth.isWithinLimit(text.utf8) else { throw EventProblem.tooDeep }
    return try decoder.decode(ObserverBody.self, from: Data(text.utf8))
  }

  private func unreadable(
    _ error: any Error, in text: String, at arrival: Timestamp
  ) -> MalformedEvent {
    let data = Data(text.utf8)
    let reason =
      (error as? EventProblem)?.description ?? DecodingFault(error, in: data).description
    return MalformedEvent(
      id: nil, name: Text(name(in: data) ?? ""), receivedAt: arrival, reason: Text(reason),
      data: Protected(Text(text)))
  }

  private func name(in data: Data) -> String? {
    guard JSONDepth.isWithinLimit(data) else { return nil }
    return try? decoder.decode(ObserverEventName.self, from: data).type
  }
}

extension ObserverEvent {
  /// Whether the event names that call or none. A word about another call, above all of its end,
  /// must not be taken for one about this.
  fileprivate func mayTell(of callSID: CallSID) -> Bool {
    switch self {
    case .sessionInfo(let info): info.callSID == callSID
    case .sessionStart(let start): Self.isNone(start.callSID, or: callSID)
    case .sessionEnd(let end): Self.isNone(end.callSID, or: callSID)
    case .actorAllocated, .actorShutdown, .agentTranscript, .agentTranscriptDelta, .bargeIn,
      .compoundEmotion, .emotionEstimate, .empathyClassified, .forwardCallResolved,
      .mediaAttached, .navigationTiming, .participantJoined, .participantLeft, .speakerMuted,
      .stateTransition, .toolCallCompleted, .toolCallStarted, .turnLatency, .userTranscript,
      .voiceContextApplied, .unknown:
      true
    }
  }

  private static func isNone(_ named: Text?, or callSID: CallSID) -> Bool {
    named.map { $0.isEmpty || $0.string == callSID.rawValue } ?? true
  }
}
