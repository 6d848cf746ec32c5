/// Where a call was transferred to (contract 3.4, `ForwardingDetails`).
package struct StoryTransfer: Equatable, Sendable, Encodable {
  package var target: Protected<PersonalIdentifier>?
  package var shouldDisconnect: Bool?
  package var isWarm: Bool?
  package var at: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case target = "forward_to"
    case shouldDisconnect = "should_disconnect"
    case isWarm = "warm_transfer"
    case at = "forwarded_at"
  }
}

extension StoryTransfer: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    target = fields.person("forward_to")
    shouldDisconnect = fields.optional("should_disconnect")
    isWarm = fields.optional("warm_transfer")
    at = fields.moment("forwarded_at")
    value.collect(fields)
  }
}

/// What was concerning in a call (contract 3.4, `SafetyState`).
package struct StorySafety: Equatable, Sendable, Encodable {
  package var peakConcernLevel: Int?
  package var concernTurnCount: Int?
  package var trajectory: BoundedString?
  package var concerns: [StoryConcern] = []

  private enum CodingKeys: String, CodingKey {
    case peakConcernLevel = "peak_concern_level"
    case concernTurnCount = "concern_turn_count"
    case trajectory
    case concerns = "concept_matches"
  }

  package var isAny: Bool { peakConcernLevel ?? 0 > 0 || !concerns.isEmpty }
}

extension StorySafety: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    peakConcernLevel = fields.optional("peak_concern_level", in: StoryRange.count)
    concernTurnCount = fields.optional("concern_turn_count", in: StoryRange.count)
    trajectory = fields.text("trajectory")
    concerns = fields.list("concept_matches").kept
    value.collect(fields)
  }
}

/// A concern that was noticed (contract 3.4, `ConceptMatch`). What the AI reasoned is not read.
package struct StoryConcern: Equatable, Sendable, Encodable {
  package var concept: Protected<BoundedString>?
  package var similarity: Double?
  package var action: Protected<BoundedString>?
  package var at: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case concept
    case similarity
    case action = "agent_action"
    case at
  }
}

extension StoryConcern: ListedElement {
  static let most = Limits.storyConcerns

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    concept = fields.spoken("concept")
    similarity = fields.optional("similarity", in: StoryRange.valence)
    action = fields.spoken("agent_action")
    at = fields.moment("at")
    value.collect(fields)
  }
}

/// How the caller felt over the call (contract 3.4, `EmotionalSummary`; contract 7 has it masked as a
/// whole).
package struct StoryEmotions: Hashable, Sendable {
  package var dominant: BoundedString?
  package var averageValence: Double?
  package var peakNegativeValence: Double?
  package var peakNegativeEmotion: BoundedString?
  package var shifts: Int?
  package var finalTrend: OpenEnum<EmotionTrend>?
}

extension StoryEmotions: ProtectedContent {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    dominant = fields.text("dominant_emotion")
    averageValence = fields.optional("average_valence", in: StoryRange.valence)
    peakNegativeValence = fields.optional("peak_negative_valence", in: StoryRange.valence)
    peakNegativeEmotion = fields.text("peak_negative_emotion")
    shifts = fields.optional("emotional_shifts", in: StoryRange.count)
    finalTrend = fields.optionalWord("final_trend")
    value.collect(fields)
  }

  package func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("average_valence", averageValence)
      try members.member("dominant_emotion", dominant)
      try members.member("emotional_shifts", shifts)
      try members.member("final_trend", finalTrend)
      try members.member("peak_negative_emotion", peakNegativeEmotion)
      try members.member("peak_negative_valence", peakNegativeValence)
    }
  }

  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  package var isEmpty: Bool { false }
}
