/// `CallDetailResponse` of the specification.
struct CallDetail: Sendable {
  let call: SimulatedCall
  /// Nothing while the call is live.
  let ended: EndedCall?
  let story: CallStory
  let clock: CallClock
  let workspace: String
  let now: Int

  var json: JSON {
    [
      "id": .string(call.entityID), "call_sid": .string(call.sid),
      "workspace_id": .string(workspace), "service_id": .string(call.service.id),
      "caller_id": JSON(call.callerID), "phone_number": .string(call.service.phoneNumber),
      "direction": .string(call.direction.rawValue),
      "status": .string(ended?.status ?? "in-progress"), "error": nil,
      "call_start_time": JSON(time: call.startedAt), "call_end_time": JSON(time: ended?.endedAt),
      "call_duration_seconds":
        .number(ended?.durationSeconds ?? Double(call.milliseconds(until: now)) / 1000),
      "media_start_time": nil, "config": nil,
      "turns": .array(story.turns.enumerated().map { $1.json(number: $0 + 1, clock) }),
      "states_visited": .array(story.states.map(JSON.string)),
      "final_state": JSON(ended == nil ? nil : story.finalState), "triggered_behaviors": [],
      "completion_reason": JSON(ended?.reason.rawValue), "emotional_summary": feelings,
      "forwarding": forwarding, "conference_sid": story.conference,
      "participants": .array(story.participants.map(participant)),
      "barge_in_events": .array(story.bargeIns), "recording_path": nil,
      "twilio_recording_sid": nil, "twilio_recording_duration": nil,
      "has_recording": .boolean(ended != nil), "timeline": nil, "verified_transcript": nil,
      "verified_words": nil, "transcript_accuracy": nil, "per_turn_accuracy": nil,
      "call_analysis": nil, "source": .string(call.source), "run_id": nil, "score": nil,
      "score_rationale": nil, "parent_session_id": nil, "fork_turn_index": nil,
      "escalation": escalation, "safety": safety, "human_segments": .array(humanSegments),
      "audit": nil, "quality_score": JSON(number: ended?.qualityScore),
      "conversation_summary": nil, "safety_summary": nil,
    ]
  }

  private var feelings: JSON {
    guard let last = story.emotions.last else { return nil }
    let valences = story.emotions.map { $0.double("valence") }
    let lowest = story.emotions.min { $0.double("valence") < $1.double("valence") }
    let names = Dictionary(
      story.emotions.map { ($0["dominant"]?.text ?? "", 1) }, uniquingKeysWith: +)
    let dominant = names.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let arousals = story.emotions.map { $0.double("arousal") }
    return [
      "dominant_emotion": story.emotions.first { $0["dominant"]?.text == dominant }?["dominant"]
        ?? .null,
      "average_valence": .number(valences.reduce(0, +) / Double(valences.count)),
      "average_arousal": .number(arousals.reduce(0, +) / Double(arousals.count)),
      "peak_negative_valence": lowest?["valence"] ?? .null,
      "peak_negative_emotion": lowest?["dominant"] ?? .null,
      "emotional_shifts": last["emotional_shifts"] ?? .null, "final_trend": last["trend"] ?? .null,
      "segment_count": .integer(story.emotions.count),
      "barge_in_count": last["barge_in_count"] ?? .null, "compound_emotions": nil,
    ]
  }

  private var forwarding: JSON {
    guard let (target, moment) = story.forwarding else { return nil }
    return [
      "forward_to": target, "should_disconnect": false, "warm_transfer": true,
      "forwarded_at": JSON(time: clock.time(of: moment)),
    ]
  }

  private func participant(_ participant: CallStory.Participant) -> JSON {
    [
      "participant_id": participant.data["participant_id"] ?? .null,
      "role": participant.data["participant_role"] ?? .null,
      "display_name": participant.data["display_name"] ?? .null,
      "phone_number": participant.data["phone_number"] ?? .null,
      "joined_at": JSON(time: clock.time(of: participant.joined)),
      "left_at": JSON(time: participant.left.map(clock.time)),
    ]
  }

  private var humanSegments: [JSON] {
    story.humanLines.map { line in
      [
        "speaker_role": line.role, "transcript": line.words,
        "timestamp": JSON(time: clock.time(of: line.moment)),
      ]
    }
  }

  private var escalation: JSON {
    guard let escalation = call.escalation else { return nil }
    let answered = escalation.connectedAt ?? ended?.endedAt ?? now
    let helper = story.participants.last { $0.data["operator_entity_id"] ?? .null != .null }
    return [
      "status": .string(escalation.status.rawValue), "escalation_id": .string(escalation.id),
      "requested_at": JSON(time: escalation.requestedAt),
      "connected_at": JSON(time: escalation.connectedAt), "completed_at": nil,
      "trigger": .string(escalation.cause.trigger.rawValue), "trigger_source": "conversation",
      "concept": .string(escalation.cause.concept), "similarity": nil, "agent_confidence": nil,
      "operator_type": .string(escalation.cause.operatorType), "regulatory_basis": nil,
      "immediate": .boolean(escalation.cause.isImmediate), "risk_score": .number(call.riskScore),
      "operator_entity_id": helper?.data["operator_entity_id"] ?? .null,
      "wait_seconds": .number(Double(max(0, answered - escalation.requestedAt)) / 1000),
      "handle_time_seconds": nil, "human_segment_turn_count": .integer(story.humanLines.count),
    ]
  }

  private var safety: JSON {
    let match = call.escalation.flatMap { $0.cause.trigger == .ai ? $0 : nil }
    return [
      "peak_concern_level": .integer(story.peakEmpathy),
      "concern_turn_count": .integer(story.empathicTurns),
      "trajectory": story.emotions.last?["trend"] ?? .null, "triage_history": [],
      "concept_matches": .array(match.map { [conceptMatch($0)] } ?? []),
    ]
  }

  private func conceptMatch(_ escalation: SimulatedEscalation) -> JSON {
    [
      "concept": .string(escalation.cause.concept), "similarity": nil,
      "agent_action": "escalate", "agent_confidence": nil,
      "agent_reasoning": .string(escalation.cause.reason),
      "at": JSON(time: escalation.requestedAt),
    ]
  }
}

extension JSON {
  fileprivate func double(_ key: String) -> Double {
    guard case .number(let number)? = self[key] else { return 0 }
    return number
  }
}

extension EndedCall {
  /// The telephone's word for how it went.
  var status: String {
    switch reason {
    case .noAnswer: "no-answer"
    case .cancelled: "canceled"
    case .error, .noInboundAudio: "failed"
    case .completed, .abandoned, .escalated, .transferred, .timeout, .voicemail, .callerHangup,
      .forwarded, .terminalState, .warmTransferCompleted:
      "completed"
    }
  }

  /// The calmer the caller, the better; of a call that came to nothing there is none.
  var qualityScore: Double? {
    status == "completed" ? (100 - call.temper * 60).rounded() / 100 : nil
  }
}

extension SimulatedCall {
  var source: String {
    switch direction {
    case .simulated: "simulation"
    case .playground: "playground"
    case .inbound, .outbound, .test: "real"
    }
  }
}

extension SimulatedService {
  /// The number that is called, of the range that is reserved for fiction.
  var phoneNumber: String {
    "+1202555010\(id.fingerprint % 10)"
  }
}
