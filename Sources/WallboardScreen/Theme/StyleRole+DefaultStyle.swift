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
    case .warning, .waiting, .connectionRetrying, .match:
      Style(.ansi(.black), on: .ansi(.yellow))
    case _: Style(attributesWithoutColor)
    }
  }
}
