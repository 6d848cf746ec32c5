/// What the centre may do next, and how often among a hundred and some times.
enum Happening: Sendable {
  case callTurnover, escalation, assistance, listening
  case shift, registration, profile
  case surfaceCreation, surfaceProgress, surfaceChange, surfaceArchival
  case textTurnover, textMessage, textTool
  case trigger, pipeline, email, voicemail, review
  case simulation, encounter, narrative, membership, approval

  /// Chosen so that at four events a second two dozen calls last about two minutes, and each
  /// escalation finds the three turns of assistance that it needs.
  static let shares: [(card: Self, count: Int)] = [
    (.callTurnover, 20), (.escalation, 4), (.assistance, 21), (.listening, 1),
    (.shift, 4), (.registration, 1), (.profile, 1),
    (.surfaceCreation, 4), (.surfaceProgress, 36), (.surfaceChange, 2), (.surfaceArchival, 1),
    (.textTurnover, 8), (.textMessage, 24), (.textTool, 14),
    (.trigger, 9), (.pipeline, 5), (.email, 12), (.voicemail, 2), (.review, 2),
    (.simulation, 7), (.encounter, 3), (.narrative, 2), (.membership, 2), (.approval, 2),
  ]
}
