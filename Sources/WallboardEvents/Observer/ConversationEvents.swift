/// `user_transcript`: What the caller, or who stands in for one, said.
package struct UserTranscript: EventPayload {
  package var transcript: Protected<BoundedString>?
  /// The state of the conversation graph.
  package var state: BoundedString?
  package var speakerID: BoundedString?
  package var speakerRole: OpenEnum<ParticipantRole>?
  package var sttConfidence: Double?
  package var eotConfidence: Double?
  package var isBargeIn: Bool?
  /// `false` for a line that its final one replaces (contract 8, C8).
  package var isFinal: Bool?

  private enum CodingKeys: String, CodingKey {
    case transcript
    case state
    case speakerID = "speaker_id"
    case speakerRole = "speaker_role"
    case sttConfidence = "stt_confidence"
    case eotConfidence = "eot_confidence"
    case isBargeIn = "is_barge_in"
    case isFinal = "is_final"
  }

  package func summary(_ context: SummaryContext) -> String {
    transcript.map(context.words) ?? ""
  }
}

extension UserTranscript {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    transcript = fields.required("transcript")
    state = fields.optional("state")
    speakerID = fields.optional("speaker_id")
    speakerRole = fields.optional("speaker_role")
    sttConfidence = fields.optional("stt_confidence")
    eotConfidence = fields.optional("eot_confidence")
    isBargeIn = fields.optional("is_barge_in")
    isFinal = fields.optional("is_final")
  }
}

/// `agent_transcript`: What the agent said, the whole line.
package struct AgentTranscript: EventPayload {
  package var transcript: Protected<BoundedString>?
  package var action: BoundedString?
  package var interrupted: Bool?
  package var fillerType: OpenEnum<FillerType>?
  package var speakerID: BoundedString?
  package var speakerRole: OpenEnum<ParticipantRole>?
  package var streaming: Bool?

  private enum CodingKeys: String, CodingKey {
    case transcript
    case action
    case interrupted
    case fillerType = "filler_type"
    case speakerID = "speaker_id"
    case speakerRole = "speaker_role"
    case streaming
  }

  package func summary(_ context: SummaryContext) -> String {
    (transcript.map(context.words) ?? "") + (interrupted == true ? " (interrupted)" : "")
  }
}

extension AgentTranscript {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    transcript = fields.required("transcript")
    action = fields.optional("action")
    interrupted = fields.optional("interrupted")
    fillerType = fields.optional("filler_type")
    speakerID = fields.optional("speaker_id")
    speakerRole = fields.optional("speaker_role")
    streaming = fields.optional("streaming")
  }
}

/// `agent_transcript_delta`: The next piece of what the agent is saying.
package struct AgentTranscriptDelta: EventPayload {
  package var delta: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case delta
  }

  package func summary(_ context: SummaryContext) -> String {
    delta.map(context.words) ?? ""
  }
}

extension AgentTranscriptDelta {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    delta = fields.required("delta")
  }
}

/// `barge_in`: Somebody spoke while another was speaking.
package struct BargeIn: EventPayload {
  package var interruptedText: Protected<BoundedString>?
  package var discardedTexts: [Protected<BoundedString>]?
  package var interruptedSpeakerID: BoundedString?
  package var interruptingSpeakerID: BoundedString?
  package var totalBargeIns: Int?

  private enum CodingKeys: String, CodingKey {
    case interruptedText = "interrupted_text"
    case discardedTexts = "discarded_texts"
    case interruptedSpeakerID = "interrupted_speaker_id"
    case interruptingSpeakerID = "interrupting_speaker_id"
    case totalBargeIns = "total_barge_ins"
  }

  package func summary(_ context: SummaryContext) -> String {
    "interrupted" + (interruptedText.map { " at: " + context.words($0) } ?? "")
  }
}

extension BargeIn {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    interruptedText = fields.optional("interrupted_text")
    discardedTexts = fields.optional("discarded_texts")
    interruptedSpeakerID = fields.optional("interrupted_speaker_id")
    interruptingSpeakerID = fields.optional("interrupting_speaker_id")
    totalBargeIns = fields.optional("total_barge_ins")
  }
}

/// `state_transition`: The conversation moved on in its graph.
package struct StateTransition: EventPayload {
  package var previousState: BoundedString?
  package var nextState: BoundedString?
  package var transitionType: BoundedString?
  package var annotation: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case previousState = "previous_state"
    case nextState = "next_state"
    case transitionType = "transition_type"
    case annotation
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(previousState.map(context.said) ?? "?") → \(nextState.map(context.said) ?? "?")"
      + (annotation.map { ": " + context.words($0) } ?? "")
  }
}

extension StateTransition {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    previousState = fields.required("previous_state")
    nextState = fields.required("next_state")
    transitionType = fields.optional("transition_type")
    annotation = fields.optional("annotation")
  }
}
