package import WallboardEvents

/// The number of an entry of a time line: it counts up, and an entry keeps it while it lives.
package typealias EntryNumber = UInt64

/// One entry of a followed call's time line.
package struct TimelineEntry: Equatable, Sendable {
  package let number: EntryNumber
  /// When it began, by the board's clock.
  package let at: Timestamp
  package internal(set) var content: Content
  /// Counts its changes.
  package internal(set) var revision: Revision = 0
  /// Bytes of the messages that it holds the words of.
  var size: Int

  /// What an entry tells of.
  package enum Content: Equatable, Sendable {
    case utterance(Utterance)
    case tool(ToolRun)
    /// Anything else that happened.
    case event(ObserverEvent)
    /// A message that could not be understood.
    case malformed(reason: Text)
    /// What of the event of that name, which stands above, was not understood.
    case degraded(name: Text, FieldFaults)
    /// The connection was lost for so many seconds: what was said meanwhile is missing.
    case gap(seconds: Int64)
    /// The stream told of the call's end, or the observer did.
    case ended(CallEnding)
  }
}
