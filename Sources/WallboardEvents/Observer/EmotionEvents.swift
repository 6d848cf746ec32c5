/// `emotion`: How a speaker sounds, estimated.
package struct EmotionEstimate: EventPayload {
  package var dominant: Text
  package var valence: Double
  package var arousal: Double
  package var bargeInCount: Int?
  package var trend: Open<EmotionTrend>?
  package var coherence: Double?
  package var segmentDominant: Text?
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
  package var provider: Text?

  package enum CodingKeys: String, CodingKey {
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
    "sounds \(dominant)" + (trend.map { ", \($0.word)" } ?? "")
  }
}

extension EmotionEstimate {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dominant = try fields.required("dominant")
    valence = try fields.required("valence")
    arousal = try fields.required("arousal")
    bargeInCount = try fields.optional("barge_in_count")
    trend = try fields.optional("trend")
    coherence = try fields.optional("coherence")
    segmentDominant = try fields.optional("segment_dominant")
    segmentValence = try fields.optional("segment_valence")
    segmentArousal = try fields.optional("segment_arousal")
    dominance = try fields.optional("dominance")
    scores = try fields.optional("scores")
    languageSentiment = try fields.optional("language_sentiment")
    languageToxicity = try fields.optional("language_toxicity")
    speaker = try fields.optional("speaker")
    totalSegments = try fields.optional("total_segments")
    emotionalShifts = try fields.optional("emotional_shifts")
    callDurationSeconds = try fields.optional("call_duration_s")
    turnCount = try fields.optional("turn_count")
    verifiedSpeakerID = try fields.optional("verified_speaker_id")
    speakerSimilarity = try fields.optional("speaker_similarity")
    provider = try fields.optional("provider")
  }
}

/// `compound_emotion`: The mixed emotions of a turn, estimated.
package struct CompoundEmotion: EventPayload {
  package var compounds: [EmotionScore]
  package var turnIndex: Int

  package enum CodingKeys: String, CodingKey {
    case compounds
    case turnIndex = "turn_index"
  }

  package func summary(_ context: SummaryContext) -> String {
    "sounds "
      + (compounds.isEmpty ? "neutral" : compounds.map(\.name.string).joined(separator: ", "))
  }
}

extension CompoundEmotion {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    compounds = try fields.required("compounds")
    turnIndex = try fields.required("turn_index")
  }
}

/// An emotion, and how strong it is.
package struct EmotionScore: Encodable, Equatable, Sendable {
  package var name: Text
  /// From 0 to 1.
  package var score: Double
}

extension EmotionScore: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    name = try fields.required("name")
    score = try fields.required("score")
  }
}

/// How a voice differs from what is usual.
package struct SpeakerAcoustics: Encodable, Equatable, Sendable {
  package var energyDelta: Double?
  package var pitchDelta: Double?
  package var zeroCrossingDelta: Double?
  package var energyTrend: Text?
  package var normalized: Bool?

  package enum CodingKeys: String, CodingKey {
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
    energyDelta = try fields.optional("energy_delta")
    pitchDelta = try fields.optional("pitch_delta")
    zeroCrossingDelta = try fields.optional("zcr_delta")
    energyTrend = try fields.optional("energy_trend")
    normalized = try fields.optional("normalized")
  }
}
