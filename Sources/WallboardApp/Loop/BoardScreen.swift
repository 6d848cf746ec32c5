package import WallboardScreen

/// The terminal, as the run loop needs it.
package protocol BoardScreen: AnyObject {
  var size: Size { get }
  /// Shows the canvas, or as much of it as `room` allows. Only what has changed is written.
  func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame
  /// Asks the terminal for an answer, which comes once it has processed everything before; `false`
  /// where it cannot be asked.
  func ask() -> Bool
  /// Whether the answer to the last question is still to come.
  var isAnswerDue: Bool { get }
  /// The terminal's background, once it has said so; it is asked with the first question.
  var background: RGB? { get }
  /// All bytes written so far.
  var bytesWritten: Int { get }
  /// Sleeps until there is input, the descriptor is readable, or the time is over.
  func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake
  /// The keys pressed since the last call.
  func readKeys() -> [Key]
  /// Puts text into the clipboard of the terminal (OSC 52).
  func copy(base64: String)
  func ring()
  /// Switches to that theme.
  func use(_ theme: Theme)
  func repaint()
  /// Gives the terminal to the shell until the job is continued.
  func suspend()
}

/// The room for a frame that may have to be sent in parts.
package struct FrameRoom: Equatable, Sendable {
  /// In bytes; the first row is sent in any case. With 0, only the rows of `top` are.
  package let bytes: Int
  /// The rows that must always be up to date, such as that of the clock.
  package let top: Range<Int>
  /// The rows that are sent before the others.
  package let urgent: Set<Int>
}

/// What became of a canvas.
package struct PresentedFrame: Equatable, Sendable {
  package let bytes: Int
  /// Whether the screen shows all of it.
  package let isWhole: Bool
  /// Whether every row that had changed has been sent since the last time that this was true.
  package let endsRound: Bool

  package init(bytes: Int, isWhole: Bool = true, endsRound: Bool = true) {
    self.bytes = bytes
    self.isWhole = isWhole
    self.endsRound = endsRound
  }
}

/// Why the run loop woke up.
package enum ScreenWake: Equatable, Sendable {
  /// A key, the descriptor, or the timeout.
  case ready
  /// Somebody outside wants a report of what the program did.
  case reportWanted
  /// The terminal has lost its picture or skipped a frame: it needs one although nothing changed.
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
    case .quit: "Ended: somebody quit"
    case .interrupted: "Ended: interrupted from the keyboard"
    case .terminated: "Ended: told to, or the terminal was closed"
    }
  }
}
