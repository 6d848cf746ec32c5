package import WallboardScreen

/// The terminal, as the run loop needs it.
package protocol BoardScreen: AnyObject {
  /// Its size now.
  var size: Size { get }
  /// Shows the canvas, or as much of it as there is room for; what has not changed is not written.
  func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame
  /// Asks the terminal for an answer, which it gives when it has come that far; `false` where it
  /// cannot be asked.
  func ask() -> Bool
  /// Whether the answer to the last question is still to come.
  var isAnswerDue: Bool { get }
  /// How many bytes were written so far, whatever they were.
  var bytesWritten: Int { get }
  /// Sleeps until a key is there, the descriptor is readable, or so many milliseconds are over.
  func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake
  /// The keys that were pressed since the last call.
  func readKeys() -> [Key]
  /// Puts text, given in base64, into the clipboard of the person's terminal.
  func copy(base64: String)
  /// Rings the terminal's bell.
  func ring()
  /// Shows what is presented in the colours of that theme from now on.
  func use(_ theme: Theme)
  /// Draws all of it again.
  func repaint()
  /// Gives the terminal back to the shell until the person returns.
  func suspend()
}

/// What there is room for in a frame that may have to go in parts.
package struct FrameRoom: Equatable, Sendable {
  /// Bytes; the first row goes in any case. With none, those at the top go alone.
  package let bytes: Int
  /// The rows that are always to be what they are now.
  package let top: Range<Int>
  /// The rows that go before the others.
  package let urgent: Set<Int>
}

/// What became of a canvas.
package struct PresentedFrame: Equatable, Sendable {
  package let bytes: Int
  /// Whether the screen shows all of it.
  package let isWhole: Bool
  /// Whether every row that had changed has had its turn since this was last so.
  package let endsRound: Bool

  /// All of it was shown, unless said otherwise.
  package init(bytes: Int, isWhole: Bool = true, endsRound: Bool = true) {
    self.bytes = bytes
    self.isWhole = isWhole
    self.endsRound = endsRound
  }
}

/// Why the run loop woke up.
package enum ScreenWake: Equatable, Sendable {
  /// A key, the descriptor, or the end of the wait.
  case ready
  /// The terminal lost its picture, or left a frame out: it wants one though nothing changed.
  case frameWanted
  /// The program was told to end, or the terminal is gone.
  case ended(ScreenEnd)
}

/// How a terminal session came to its end.
package enum ScreenEnd: Equatable, Sendable {
  /// The person quit.
  case quit
  /// Interrupted from the keyboard.
  case interrupted
  /// Told to end from outside, or the terminal went away.
  case terminated

  /// Why the program ended, for the log.
  package var sentence: String {
    switch self {
    case .quit: "ended: a person quit"
    case .interrupted: "ended: interrupted from the keyboard"
    case .terminated: "ended: told to, or the terminal went away"
    }
  }
}
