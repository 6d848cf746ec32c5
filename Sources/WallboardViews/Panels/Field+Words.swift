import WallboardBoard

extension Field {
  /// The title of its column.
  var title: String {
    switch self {
    case .since: "FOR"
    case .saved: "FIELDS"
    case .graph, .at: word.uppercased()
    case .state, .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk,
      .emotion, .turns, .call, .status, .name, .type, .stage, .progress, .form, .channel,
      .entity, .note, .event, .what, .severity, .alert, .subject, .value, .number, .target, .trend:
      rawValue.uppercased()
    }
  }

  /// The field in a title: `by wait`.
  var word: String {
    switch self {
    case .since: "age"
    case .graph: "step"
    case .at: "time"
    case .state, .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk,
      .emotion, .turns, .call, .status, .name, .type, .stage, .progress, .saved, .form, .channel,
      .entity, .note, .event, .what, .severity, .alert, .subject, .value, .number, .target, .trend:
      rawValue
    }
  }

  /// What a column of the field shows, in the list of a panel's columns.
  func meaning(in panel: Panel) -> String {
    switch self {
    case .state where panel == .alerts: "open, acknowledged or over"
    case .state: "how the call stands"
    case .wait: "how long the caller waits for a human"
    case .time: panel == .operators ? "how long on the call" : "how long the call lasts"
    case .direction: "who called whom"
    case .service: "what the agent is set up for"
    case .caller: "who is calling"
    case .operator: "who is on the call"
    case .mode: "listening or taking over"
    case .why: "why it may need somebody"
    case .risk: "the platform's rating"
    case .emotion: "how the caller seems"
    case .turns: "how often somebody spoke"
    case .graph: "the step of the conversation"
    case .call: "the end of the call's id"
    case .status: "online, busy or offline"
    case .since: panel == .alerts ? "how long it lasts" : "since when, as an age"
    case .name: "the operator's name"
    case .type: "what kind of operator"
    case .stage: "how far the form came"
    case .progress: "the same as dots"
    case .saved: "fields filled in, of how many"
    case .form: "the form's title"
    case .channel: "how it was sent"
    case .entity: "whom it is about"
    case .note: "what a reviewer should know"
    case .at: "when it happened"
    case .event: "what kind of event"
    case .what: "what it says"
    case .severity: "warning or critical"
    case .alert: "what is wrong"
    case .subject: "with whom or what"
    case .value: panel == .alerts ? "how bad it is" : "the number as it is now"
    case .number: "what is counted or measured"
    case .target: "what is aimed at"
    case .trend: "the last hour"
    }
  }
}
