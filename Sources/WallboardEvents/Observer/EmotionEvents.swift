/// `emotion`: How a speaker sounds, estimated.
package struct EmotionEstimate: EventPayload {
  package static let name = "emotion"
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

  package enum CodingKeys: String, CodingKey, CaseIterable {
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

/// `compound_emotion`: The mixed emotions of a turn, estimated.
package struct CompoundEmotion: EventPayload {
  package static let name = "compound_emotion"
  package var compounds: [EmotionScore]
  package var turnIndex: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case compounds
    case turnIndex = "turn_index"
  }

  package func summary(_ context: SummaryContext) -> String {
    "sounds "
      + (compounds.isEmpty ? "neutral" : compounds.map(\.name.string).joined(separator: ", "))
  }
}

/// An emotion, and how strong it is.
package struct EmotionScore: Codable, Equatable, Sendable {
  package var name: Text
  /// From 0 to 1.
  package var score: Double
}

/// How a voice differs from what is usual.
package struct SpeakerAcoustics: Codable, Equatable, Sendable {
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
