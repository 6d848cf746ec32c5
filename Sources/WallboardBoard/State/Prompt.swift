package import WallboardEvents

/// A line that a person is typing.
package struct Prompt: Equatable, Sendable {
  /// What it is for.
  package enum Purpose: Hashable, Sendable {
    /// What to search for in that call.
    case search(CallSID)
    /// Which rows of that panel are shown.
    case filter(Panel)
    /// Which lines of the help are shown.
    case help
    /// What to do: the command palette.
    case command
    /// Which moment of the recording to go to.
    case seek
  }

  package let purpose: Purpose
  /// What was typed so far, at most ``Limits/promptLength`` characters, of a filter at most
  /// ``Limits/filterLength``.
  package var text = ""
  /// The completion under the cursor, from 0.
  package var choice = 0
  /// Why what was typed so far cannot be used.
  package var problem: String?
  /// How the panel stood that is filtered, before anything was typed.
  var before: PanelView?
  /// Which of the used filters stands in the prompt, from 0.
  var recalled: Int?

  /// An empty prompt.
  package init(_ purpose: Purpose) {
    self.purpose = purpose
  }
}

/// What the program says to the person, for a while.
package struct Notice: Equatable, Sendable {
  package let text: String
  package let since: Timestamp

  /// How long it stays, in milliseconds.
  package static let shownFor: Int64 = 4_000

  /// A notice from that moment on.
  package init(_ text: String, since: Timestamp) {
    self.text = text
    self.since = since
  }
}
