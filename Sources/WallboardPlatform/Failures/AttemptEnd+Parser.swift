import WallboardEvents
package import WallboardWire

extension AttemptEnd {
  /// The end that a stream comes to when its parser can read no further.
  package init(_ failure: ServerSentEventParser.Failure) {
    switch failure {
    case .endless(let patience):
      self = .unreadable(
        Text(
          "The stream holds an event that has not ended after \(patience >> 20) MiB; "
            + "is the address right?"))
    }
  }
}
