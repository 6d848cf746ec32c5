/// `state_transition`: The conversation moved on in its graph.
package struct StateTransition: EventPayload {
  package var previousState: Text?
  package var nextState: Text?
  package var transitionType: Text?
  package var annotation: Protected<Text>?

  package enum CodingKeys: String, CodingKey {
    case previousState = "previous_state"
    case nextState = "next_state"
    case transitionType = "transition_type"
    case annotation
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(previousState ?? "?") → \(nextState ?? "?")"
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

/// `empathy_classified`: How much empathy the agent chose to show.
package struct EmpathyClassified: EventPayload {
  package var tier: Int?
  package var tierName: Open<EmpathyTier>?
  package var shouldPause: Bool?
  package var suppressFiller: Bool?
  package var fillerType: Open<FillerType>?
  package var empathyBaseline: Double?

  package enum CodingKeys: String, CodingKey {
    case tier
    case tierName = "tier_name"
    case shouldPause = "should_pause"
    case suppressFiller = "suppress_filler"
    case fillerType = "filler_type"
    case empathyBaseline = "empathy_baseline"
  }

  package func summary(_ context: SummaryContext) -> String {
    "empathy: " + (tierName?.word.lowercased().replacing("_", with: " ") ?? "?")
      + (shouldPause == true ? ", pauses first" : "")
  }
}

extension EmpathyClassified {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    tier = fields.required("tier")
    tierName = fields.required("tier_name")
    shouldPause = fields.required("should_pause")
    suppressFiller = fields.required("suppress_filler")
    fillerType = fields.required("filler_type")
    empathyBaseline = fields.required("empathy_baseline")
  }
}

/// `voice_context_applied`: How the agent chose to sound.
package struct VoiceContextApplied: EventPayload {
  package var ttsEmotion: Text?
  package var ttsSpeed: Double?
  package var ttsVolume: Double?
  package var fillerEnabled: Bool?
  package var emotionDetectionEnabled: Bool?
  package var reasoning: Protected<Text>?

  package enum CodingKeys: String, CodingKey {
    case ttsEmotion = "tts_emotion"
    case ttsSpeed = "tts_speed"
    case ttsVolume = "tts_volume"
    case fillerEnabled = "filler_enabled"
    case emotionDetectionEnabled = "emotion_detection_enabled"
    case reasoning
  }

  package func summary(_ context: SummaryContext) -> String {
    "voice: " + (ttsEmotion?.string ?? "neutral")
      + (reasoning.map { ", because " + context.words($0) } ?? "")
  }
}

extension VoiceContextApplied {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    ttsEmotion = fields.optional("tts_emotion")
    ttsSpeed = fields.optional("tts_speed")
    ttsVolume = fields.optional("tts_volume")
    fillerEnabled = fields.required("filler_enabled")
    emotionDetectionEnabled = fields.required("emotion_detection_enabled")
    reasoning = fields.required("reasoning")
  }
}
