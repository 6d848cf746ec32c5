/// How the program tells of an alert beyond the screen.
package struct AlarmSettings: Equatable, Sendable {
  /// What is to be heard.
  package var sound: AlarmSound = .none
  /// The program and its arguments. `{kind}`, `{severity}` and `{sentence}` in them stand for what
  /// the alert is about.
  package var command: [String] = []

  /// Nothing is to be heard.
  package init() {}
}

/// What an alert makes heard, once for each incident.
package enum AlarmSound: String, CaseIterable, Sendable {
  case none
  /// The terminal's bell.
  case bell
  /// What a program does.
  case command
}
