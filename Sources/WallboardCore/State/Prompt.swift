/// A line that a person is typing.
package struct Prompt: Equatable, Sendable {
  /// What it is for.
  package enum Purpose: Hashable, Sendable {
    /// What to search for in that call.
    case search(CallSID)
  }

  package let purpose: Purpose
  /// What was typed so far, at most ``Limits/promptLength`` characters.
  package var text = ""

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
