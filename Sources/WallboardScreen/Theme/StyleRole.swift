/// What a piece of the screen means. Views know roles, only themes know colours.
///
/// The raw value is the role's name in a theme file: this is the one list of them.
package enum StyleRole: String, CaseIterable, Sendable {
  // Text and furniture.
  case text
  case muted
  case label
  case value
  case bigNumber = "number-big"
  case identifier
  case masked
  case time
  case placeholder
  case title
  case titleFocused = "title-focused"
  case border
  case borderFocused = "border-focused"
  case columnHeader = "column"
  case columnSorted = "column-sorted"
  case selection
  case scrollbar
  case header
  case headerAlert = "header-alert"
  case hintKey = "hint-key"
  case hintText = "hint-text"
  case input
  case match
  case matchCurrent = "match-current"
  case gaugeFull = "gauge-full"
  case gaugeEmpty = "gauge-empty"

  // Judgement.
  case good
  case info
  case notice
  case warning
  case critical
  case error
  case alert
  case alertAcknowledged = "alert-acknowledged"

  // The connection and the age of what is shown.
  case connectionLive = "connection-live"
  case connectionConnecting = "connection-connecting"
  case connectionRetrying = "connection-retrying"
  case connectionStale = "connection-stale"
  case connectionRefused = "connection-refused"
  case stale
  case gap

  // Calls and text sessions.
  case new
  case live
  case ended
  case waiting
  case escalated
  case withOperator = "with-operator"
  case inbound
  case outbound

  // Operators.
  case operatorOnline = "operator-online"
  case operatorBusy = "operator-busy"
  case operatorOffline = "operator-offline"

  // Surfaces, from created to decided.
  case surfacePending = "surface-pending"
  case surfaceActive = "surface-active"
  case surfaceReview = "surface-review"
  case surfaceDone = "surface-done"
  case surfaceRejected = "surface-rejected"
  case surfaceArchived = "surface-archived"

  // A call that is followed.
  case speakerCaller = "speaker-caller"
  case speakerAgent = "speaker-agent"
  case speakerOperator = "speaker-operator"
  case provisional
  case interrupted
  case toolRunning = "tool-running"
  case toolSucceeded = "tool-succeeded"
  case toolFailed = "tool-failed"
}

extension StyleRole {
  /// How the role looks unless a theme says otherwise: words in the terminal's own foreground on
  /// its own background, so that they are as readable as all else on that terminal. None of its
  /// sixteen colours is readable on black and on white; so colour is not in the letters but below
  /// them, in pairs that stand off each other in every usual palette, and only where something has
  /// to be noticed.
  package var defaultStyle: Style {
    switch self {
    case .escalated, .alert, .critical, .error, .headerAlert, .connectionRefused,
      .connectionStale:
      Style(.ansi(.brightWhite), on: .ansi(.red), .bold)
    case .warning, .waiting, .connectionRetrying:
      Style(.ansi(.black), on: .ansi(.yellow))
    case .match: Style(.ansi(.black), on: .ansi(.brightCyan))
    case .matchCurrent: Style(.ansi(.black), on: .ansi(.brightCyan), .underline)
    case _: Style(attributesWithoutColor)
    }
  }
}

extension StyleRole {
  /// How the role looks where there are no colours; `Themes/mono.toml` describes the same. What has
  /// to be noticed is reversed, what may be overlooked is faint, and what a row says in words is
  /// told from its neighbours by weight and lines.
  package var attributesWithoutColor: TextAttributes {
    switch self {
    case .text, .value, .identifier, .header, .hintText, .info, .good, .live, .inbound, .outbound,
      .gaugeFull, .connectionLive, .operatorOnline, .surfacePending, .surfaceActive, .surfaceDone,
      .speakerAgent, .toolSucceeded:
      []
    case .muted, .label, .time, .placeholder, .border, .scrollbar, .stale, .ended, .masked,
      .provisional, .surfaceArchived, .operatorOffline, .gaugeEmpty:
      .dim
    case .bigNumber, .title, .borderFocused, .titleFocused, .hintKey, .input, .notice,
      .speakerCaller, .connectionConnecting, .surfaceReview, .gap, .withOperator,
      .alertAcknowledged,
      .toolRunning:
      .bold
    case .columnHeader, .operatorBusy, .new: .underline
    case .columnSorted, .warning, .waiting, .speakerOperator, .match,
      .connectionRetrying, .toolFailed, .surfaceRejected:
      [.bold, .underline]
    case .interrupted: .italic
    case .selection: .reverse
    case .matchCurrent: [.bold, .underline, .reverse]
    case .critical, .error, .alert, .escalated, .headerAlert, .connectionStale,
      .connectionRefused:
      [.bold, .reverse]
    }
  }
}
