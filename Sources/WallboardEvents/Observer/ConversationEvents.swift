/// `state_transition`: The conversation moved on in its graph.
package struct StateTransition: EventPayload {
  package static let name = "state_transition"
  package var previousState: Text
  package var nextState: Text
  package var transitionType: Text?
  package var annotation: Protected<Text>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case previousState = "previous_state"
    case nextState = "next_state"
    case transitionType = "transition_type"
    case annotation
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(previousState) → \(nextState)" + (annotation.map { ": " + context.words($0) } ?? "")
  }
}

/// `empathy_classified`: How much empathy the agent chose to show.
package struct EmpathyClassified: EventPayload {
  package static let name = "empathy_classified"
  package var tier: Int
  package var tierName: Open<EmpathyTier>
  package var shouldPause: Bool
  package var suppressFiller: Bool
  package var fillerType: Open<FillerType>
  package var empathyBaseline: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case tier
    case tierName = "tier_name"
    case shouldPause = "should_pause"
    case suppressFiller = "suppress_filler"
    case fillerType = "filler_type"
    case empathyBaseline = "empathy_baseline"
  }

  package func summary(_ context: SummaryContext) -> String {
    "empathy: " + tierName.word.lowercased().replacing("_", with: " ")
      + (shouldPause ? ", pauses first" : "")
  }
}

/// `voice_context_applied`: How the agent chose to sound.
package struct VoiceContextApplied: EventPayload {
  package static let name = "voice_context_applied"
  package var ttsEmotion: Text?
  package var ttsSpeed: Double?
  package var ttsVolume: Double?
  package var fillerEnabled: Bool
  package var emotionDetectionEnabled: Bool
  package var reasoning: Protected<Text>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case ttsEmotion = "tts_emotion"
    case ttsSpeed = "tts_speed"
    case ttsVolume = "tts_volume"
    case fillerEnabled = "filler_enabled"
    case emotionDetectionEnabled = "emotion_detection_enabled"
    case reasoning
  }

  package func summary(_ context: SummaryContext) -> String {
    "voice: " + (ttsEmotion?.string ?? "neutral") + ", because " + context.words(reasoning)
  }
}
