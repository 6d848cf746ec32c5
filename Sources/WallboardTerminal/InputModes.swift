/// What a terminal is asked to send besides keys: what is pasted as such (xterm's mode 2004), and the
/// mouse where a person wants it (1000, reported as 1006 says).
struct InputModes {
  /// Whether the mouse is asked for.
  let hasMouse: Bool

  private let isUnderstood: Bool

  /// The modes for a terminal; one that writes control sequences in a way of its own would show
  /// these.
  init(mouse: Bool, isUnderstood: Bool) {
    hasMouse = mouse && isUnderstood
    self.isUnderstood = isUnderstood
  }

  /// Asks for them; a second time changes nothing.
  var entering: [UInt8] {
    isUnderstood
      ? Array("\u{1B}[?2004h".utf8) + (hasMouse ? Array("\u{1B}[?1000h\u{1B}[?1006h".utf8) : [])
      : []
  }

  /// Asks for them no more.
  var leaving: [UInt8] {
    isUnderstood
      ? (hasMouse ? Array("\u{1B}[?1006l\u{1B}[?1000l".utf8) : []) + Array("\u{1B}[?2004l".utf8)
      : []
  }
}
