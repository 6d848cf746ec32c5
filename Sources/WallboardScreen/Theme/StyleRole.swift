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
  case title
  case titleFocused = "title-focused"
  case border
  case borderFocused = "border-focused"
  case columnHeader = "column"
  case columnSorted = "column-sorted"
  case selection
  case header
  case hintKey = "hint-key"
  case hintText = "hint-text"
  case input
  case match
  case matchCurrent = "match-current"
  case gaugeFull = "gauge-full"

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
  /// A caller who has not waited for too long.
  case waiting
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
  /// Names of roles that nothing is drawn in any more; themes may still describe them.
  package static let retired: Set<String> = [
    "gauge-empty", "header-alert", "placeholder", "scrollbar",
  ]

  /// How the role looks unless a theme says otherwise, on a terminal of which nobody knows whether it
  /// is dark or light: words in its own foreground on its own background. What is quiet or means
  /// something is in colours of the one lightness that stands off black as much as off white, and what
  /// cannot wait is white on red.
  package var defaultStyle: Style {
    switch self {
    case .muted, .label, .time, .border, .stale, .ended,
      .operatorOffline, .surfacePending, .surfaceArchived, .columnHeader:
      Style(Self.grey)
    case .provisional: Style(Self.grey, .italic)
    case .bigNumber, .title, .titleFocused, .borderFocused, .columnSorted, .hintKey, .input,
      .notice, .connectionConnecting, .speakerCaller, .waiting:
      Style(.bold)
    case .selection: Style(Self.white, on: Self.blue)
    case .connectionRetrying: Style(Self.black, on: Self.yellow)
    case .match: Style(Self.black, on: Self.cyan)
    case .matchCurrent: Style(Self.black, on: Self.cyan, .underline)
    case .critical, .error, .alert, .connectionStale, .connectionRefused:
      Style(Self.white, on: Self.crimson, .bold)
    case .alertAcknowledged: Style(Self.red)
    case .surfaceRejected, .toolFailed: Style(Self.red, .bold)
    case .warning, .gap, .surfaceReview: Style(Self.amber, .bold)
    case .interrupted: Style(Self.amber, .italic)
    case .good, .connectionLive, .gaugeFull, .operatorOnline, .surfaceDone, .toolSucceeded:
      Style(Self.green)
    case .new: Style(Self.green, .bold)
    case .withOperator, .speakerOperator: Style(Self.violet, .bold)
    case .operatorBusy: Style(Self.violet)
    case .text, .value, .identifier, .masked, .header, .hintText, .info, .live, .inbound,
      .outbound, .surfaceActive, .speakerAgent, .toolRunning:
      Style()
    }
  }

  /// The same with sixteen colours or eight, none of which is readable on black and on white: colour is
  /// not in the letters but below them, in pairs that stand off each other in every usual palette.
  package var defaultStyleOfFewColors: Style {
    switch self {
    case .alert, .critical, .error, .connectionRefused,
      .connectionStale:
      Style(.ansi(.brightWhite), on: .ansi(.red), .bold)
    case .warning, .connectionRetrying: Style(.ansi(.black), on: .ansi(.yellow))
    case .match: Style(.ansi(.black), on: .ansi(.brightCyan))
    case .matchCurrent: Style(.ansi(.black), on: .ansi(.brightCyan), .underline)
    case .muted, .label, .time, .masked: Style()
    case .new, .toolFailed, .surfaceRejected, .speakerOperator, .columnSorted, .alertAcknowledged:
      Style(.bold)
    case _: Style(attributesWithoutColor)
    }
  }

  private static let grey = Color.rgb(RGB(0x767676))
  private static let green = Color.rgb(RGB(0x008A2E))
  private static let amber = Color.rgb(RGB(0xAF5F00))
  private static let red = Color.rgb(RGB(0xEE1010))
  private static let violet = Color.rgb(RGB(0x875FD7))
  private static let white = Color.rgb(RGB(0xFFFFFF))
  private static let black = Color.rgb(RGB(0x1C1400))
  private static let blue = Color.rgb(RGB(0x2F5FA8))
  private static let crimson = Color.rgb(RGB(0xC4211A))
  private static let yellow = Color.rgb(RGB(0xF2C265))
  private static let cyan = Color.rgb(RGB(0x8FD8D2))
}

extension StyleRole {
  /// How the role looks where there are no colours; `Themes/mono.toml` describes the same. What has
  /// to be noticed is reversed or heavy, what may be overlooked is faint. Lines are below words alone,
  /// never below digits and what stands in frames.
  package var attributesWithoutColor: TextAttributes {
    switch self {
    case .text, .value, .identifier, .header, .hintText, .info, .good, .live, .inbound, .outbound,
      .gaugeFull, .connectionLive, .operatorOnline, .operatorBusy, .surfacePending, .surfaceActive,
      .surfaceDone, .speakerAgent, .toolSucceeded:
      []
    case .muted, .label, .time, .border, .stale, .ended, .masked,
      .provisional, .surfaceArchived, .operatorOffline, .alertAcknowledged:
      .dim
    case .bigNumber, .title, .borderFocused, .titleFocused, .hintKey, .input, .notice,
      .speakerCaller, .connectionConnecting, .surfaceReview, .gap, .withOperator, .warning,
      .waiting, .toolRunning:
      .bold
    case .columnHeader, .new: .underline
    case .columnSorted, .speakerOperator, .match, .connectionRetrying, .toolFailed,
      .surfaceRejected:
      [.bold, .underline]
    case .interrupted: .italic
    case .selection: .reverse
    case .matchCurrent: [.bold, .underline, .reverse]
    case .critical, .error, .alert, .connectionStale,
      .connectionRefused:
      [.bold, .reverse]
    }
  }
}
