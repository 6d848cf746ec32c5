/// Why a call asks for a person.
struct EscalationCause: Sendable, Equatable {
  let trigger: Trigger
  let reason: String
  let concept: String
  let operatorType: String

  enum Trigger: String, Sendable {
    case caller, ai, `operator`
  }

  static let all = [
    Self(.caller, "Asked twice to speak with a person", "human_request", "administrative"),
    Self(.caller, "Wants to dispute a bill with a supervisor", "billing_dispute", "administrative"),
    Self(.caller, "Prefers Spanish: «¿Me comunica con una persona?»", "language", "administrative"),
    Self(.caller, "Upset about a cancelled appointment", "complaint", "administrative"),
    Self(.ai, "Caller reports chest tightness since this morning", "chest_pain", "clinical"),
    Self(.ai, "Possible drug interaction: warfarin and ibuprofen", "interaction", "clinical"),
    Self(.ai, "Could not verify identity after three attempts", "identity", "administrative"),
    Self(.ai, "Low confidence in the transcription", "low_confidence", "administrative"),
    Self(.ai, "Mentions hopelessness and not sleeping", "self_harm", "crisis_counselor"),
    Self(.ai, "Fever of 40 °C in an infant", "paediatric_fever", "clinical"),
    Self(.operator, "Supervisor wants to step in", "supervision", "clinical"),
    Self(.operator, "Known patient, please take over", "known_patient", "clinical"),
  ]

  private init(_ trigger: Trigger, _ reason: String, _ concept: String, _ operatorType: String) {
    self.trigger = trigger
    self.reason = reason
    self.concept = concept
    self.operatorType = operatorType
  }

  var isImmediate: Bool {
    operatorType == "crisis_counselor" || concept == "chest_pain"
  }
}
