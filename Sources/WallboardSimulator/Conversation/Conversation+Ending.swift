extension Conversation {
  /// What was in the middle when something else came: a line breaks off, tools are given up.
  mutating func breakOff() {
    if !told.openLine.isEmpty { putLine(told.openLine, interrupted: true, streaming: true) }
    for tool in told.runningTools {
      put(
        .toolCallCompleted,
        [
          "tool_name": .string(tool.name), "call_id": .string(tool.id), "succeeded": false,
          "error_message": "Cancelled",
        ])
    }
  }

  /// The end, however it came about.
  mutating func end(_ call: EndedCall, at time: Int) -> [ObserverEvent] {
    improvise(at: time) { script in
      if call.reason.isFriendly { script.sayGoodbye() }
      for leg in [script.cast.caller, script.cast.agent] {
        script.put(.participantLeft, script.leg(leg))
      }
      script.put(
        .actorShutdown,
        ["reason": "call_ended", "lifetime_s": .number(call.durationSeconds)])
      script.put(.sessionEnd, script.totals(of: call))
    }
  }

  private mutating func sayGoodbye() {
    move(to: "wrap_up")
    if case .takenOver(let person) = phase {
      putLine(choose(Vocabulary.farewells), by: person)
    } else {
      putLine(choose(Vocabulary.farewells), streaming: false)
    }
    hear(choose(Vocabulary.goodbyes), from: cast.caller)
  }

  private func totals(of call: EndedCall) -> JSON {
    [
      "call_sid": .string(cast.callSID), "session_id": .string(cast.sessionID),
      "duration_s": .number(call.durationSeconds), "turns": .integer(told.turns),
      "completion_reason": .string(call.reason.rawValue), "final_state": .string(scriptedState),
      "trace_id": .string(cast.traceID), "has_recording": true,
      "emotional_summary": [
        "dominant": .string(mood.dominant), "final_valence": .number(mood.valence),
      ],
    ]
  }
}

extension CompletionReason {
  /// Whether the two have taken leave of each other.
  fileprivate var isFriendly: Bool {
    switch self {
    case .completed, .terminalState, .escalated, .warmTransferCompleted: true
    case .abandoned, .transferred, .timeout, .error, .voicemail, .noAnswer, .callerHangup,
      .forwarded, .noInboundAudio, .cancelled:
      false
    }
  }
}
