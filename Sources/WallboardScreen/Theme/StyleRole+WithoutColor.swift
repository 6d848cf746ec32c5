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
    case .critical, .error, .alert, .escalated, .headerAlert, .connectionStale,
      .connectionRefused:
      [.bold, .reverse]
    }
  }
}
