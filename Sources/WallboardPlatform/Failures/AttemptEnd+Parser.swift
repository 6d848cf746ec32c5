import WallboardEvents
package import WallboardWire

extension AttemptEnd {
  /// The end that a stream comes to when its parser can read no further.
  package init(_ failure: ServerSentEventParser.Failure) {
    switch failure {
    case .unfinishedEventTooLarge(let limit):
      self = .unreadable(
        Text("The stream holds an event of more than \(limit) bytes; is the address right?"))
    }
  }
}
