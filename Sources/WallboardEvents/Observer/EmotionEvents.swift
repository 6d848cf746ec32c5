/// `emotion`: How a speaker sounds, estimated.
package struct EmotionEstimate: EventPayload {
  package var dominant: BoundedString?
  package var valence: Double?
  package var arousal: Double?
  package var bargeInCount: Int?
  package var trend: OpenEnum<EmotionTrend>?
  package var coherence: Double?
  package var segmentDominant: BoundedString?
  package var segmentValence: Double?
  package var segmentArousal: Double?
  package var dominance: Double?
  package var scores: [EmotionScore]?
  package var languageSentiment: Double?
  package var languageToxicity: [String: Double]?
  package var speaker: SpeakerAcoustics?
  package var totalSegments: Int?
  package var emotionalShifts: Int?
  package var callDurationSeconds: Double?
  package var turnCount: Int?
  package var verifiedSpeakerID: Protected<PersonalIdentifier>?
  package var speakerSimilarity: Double?
  package var provider: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case dominant
    case valence
    case arousal
    case bargeInCount = "barge_in_count"
    case trend
    case coherence
    case segmentDominant = "segment_dominant"
    case segmentValence = "segment_valence"
    case segmentArousal = "segment_arousal"
    case dominance
    case scores
    case languageSentiment = "language_sentiment"
    case languageToxicity = "language_toxicity"
    case speaker
    case totalSegments = "total_segments"
    case emotionalShifts = "emotional_shifts"
    case callDurationSeconds = "call_duration_s"
    case turnCount = "turn_count"
    case verifiedSpeakerID = "verified_speaker_id"
    case speakerSimilarity = "speaker_similarity"
    case provider
  }

  package func summary(_ context: SummaryContext) -> String {
    (dominant.map { "sounds \(context.said($0))" } ?? "mood")
      + (trend.map { ", \($0.spoken)" } ?? "")
  }
}

extension EmotionEstimate {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dominant = fields.required("dominant")
    valence = fields.required("valence")
    arousal = fields.required("arousal")
    bargeInCount = fields.optional("barge_in_count")
    trend = fields.optional("trend")
    coherence = fields.optional("coherence")
    segmentDominant = fields.optional("segment_dominant")
    segmentValence = fields.optional("segment_valence")
    segmentArousal = fields.optional("segment_arousal")
    dominance = fields.optional("dominance")
    scores = fields.optional("scores")
    languageSentiment = fields.optional("language_sentiment")
    languageToxicity = fields.optional("language_toxicity")
    speaker = fields.optional("speaker")
    totalSegments = fields.optional("total_segments")
    emotionalShifts = fields.optional("emotional_shifts")
    callDurationSeconds = fields.optional("call_duration_s")
    turnCount = fields.optional("turn_count")
    verifiedSpeakerID = fields.optional("verified_speaker_id")
    speakerSimilarity = fields.optional("speaker_similarity")
    provider = fields.optional("provider")
  }
}

/// `compound_emotion`: The mixed emotions of a turn, estimated.
package struct CompoundEmotion: EventPayload {
  package var compounds: [EmotionScore]?
  package var turnIndex: Int?

  private enum CodingKeys: String, CodingKey {
    case compounds
    case turnIndex = "turn_index"
  }

  package func summary(_ context: SummaryContext) -> String {
    let names = compounds?.map { context.said($0.name) } ?? ["?"]
    return "sounds " + (names.isEmpty ? "neutral" : names.joined(separator: ", "))
  }
}

extension CompoundEmotion {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    compounds = fields.required("compounds")
    turnIndex = fields.required("turn_index")
  }
}

package struct EmotionScore: Encodable, Equatable, Sendable {
  package var name: BoundedString
  /// From 0 to 1.
  package var score: Double
}

extension EmotionScore: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    name = try fields.key("name")
    score = try fields.key("score")
    value.collect(fields)
  }
}

/// How a voice differs from its usual sound.
package struct SpeakerAcoustics: Encodable, Equatable, Sendable {
  package var energyDelta: Double?
  package var pitchDelta: Double?
  package var zeroCrossingDelta: Double?
  package var energyTrend: BoundedString?
  package var normalized: Bool?

  private enum CodingKeys: String, CodingKey {
    case energyDelta = "energy_delta"
    case pitchDelta = "pitch_delta"
    case zeroCrossingDelta = "zcr_delta"
    case energyTrend = "energy_trend"
    case normalized
  }
}

extension SpeakerAcoustics: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    energyDelta = fields.optional("energy_delta")
    pitchDelta = fields.optional("pitch_delta")
    zeroCrossingDelta = fields.optional("zcr_delta")
    energyTrend = fields.optional("energy_trend")
    normalized = fields.optional("normalized")
    value.collect(fields)
  }
}

/// `empathy_classified`: How much empathy the agent chose to show.
package struct EmpathyClassified: EventPayload {
  package var tier: Int?
  package var tierName: OpenEnum<EmpathyTier>?
  package var shouldPause: Bool?
  package var suppressFiller: Bool?
  package var fillerType: OpenEnum<FillerType>?
  package var empathyBaseline: Double?

  private enum CodingKeys: String, CodingKey {
    case tier
    case tierName = "tier_name"
    case shouldPause = "should_pause"
    case suppressFiller = "suppress_filler"
    case fillerType = "filler_type"
    case empathyBaseline = "empathy_baseline"
  }

  package func summary(_ context: SummaryContext) -> String {
    "empathy: " + (tierName?.spoken ?? "?")
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
  package var ttsEmotion: BoundedString?
  package var ttsSpeed: Double?
  package var ttsVolume: Double?
  package var fillerEnabled: Bool?
  package var emotionDetectionEnabled: Bool?
  package var reasoning: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case ttsEmotion = "tts_emotion"
    case ttsSpeed = "tts_speed"
    case ttsVolume = "tts_volume"
    case fillerEnabled = "filler_enabled"
    case emotionDetectionEnabled = "emotion_detection_enabled"
    case reasoning
  }

  package func summary(_ context: SummaryContext) -> String {
    "voice: " + (ttsEmotion.map(context.said) ?? "neutral")
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
