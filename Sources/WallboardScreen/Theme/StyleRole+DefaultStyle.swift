extension StyleRole {
  /// How the role looks unless a theme says otherwise: the terminal's own foreground and background
  /// and its own sixteen colours, so that it is readable on a light and on a dark screen. What must
  /// be noticed is also bold, reversed or underlined, for those who see no colour.
  package var defaultStyle: Style {
    switch self {
    case .text, .value, .header, .hintText, .live, .inbound, .outbound, .gaugeEmpty:
      .plain
    case .bigNumber, .title, .input: Style(.terminalDefault, .bold)
    case .muted, .label, .time, .placeholder, .border, .scrollbar, .stale, .ended, .masked,
      .provisional, .surfaceArchived, .operatorOffline:
      Style(.terminalDefault, .dim)
    case .titleFocused, .borderFocused, .hintKey, .columnSorted: Style(.ansi(.cyan), .bold)
    case .columnHeader: Style(.terminalDefault, .underline)
    case .selection: Style(.terminalDefault, .reverse)
    case .identifier, .info, .toolRunning, .speakerAgent: Style(.ansi(.cyan))
    case .good, .operatorOnline, .connectionLive, .surfaceDone, .toolSucceeded, .gaugeFull:
      Style(.ansi(.green))
    case .notice, .connectionConnecting, .surfacePending: Style(.ansi(.blue))
    case .new: Style(.ansi(.green), .bold)
    case .match: Style(.ansi(.yellow), .underline)
    case .warning, .connectionRetrying, .waiting, .gap, .surfaceReview: Style(.ansi(.yellow), .bold)
    case .interrupted: Style(.ansi(.yellow), .italic)
    case .operatorBusy, .surfaceActive: Style(.ansi(.yellow))
    case .withOperator, .speakerOperator: Style(.ansi(.magenta), .bold)
    case .speakerCaller: Style(.terminalDefault, .bold)
    case .critical, .error, .surfaceRejected, .toolFailed, .connectionStale:
      Style(.ansi(.red), .bold)
    case .escalated, .headerAlert, .alert, .connectionRefused:
      Style(.ansi(.red), [.bold, .reverse])
    case .alertAcknowledged: Style(.ansi(.red))
    }
  }
}

extension Style {
  fileprivate init(_ foreground: Color, _ attributes: TextAttributes) {
    self.init(foreground, on: .terminalDefault, attributes)
  }
}
