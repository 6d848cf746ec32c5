package import WallboardBoard
package import WallboardEvents

/// Where actions come from: the network thread, a recording, or a script in a test.
package protocol Feed {
  /// Hands over what happened since the last call, in order.
  func drain<Failure: Error>(_ take: (Action) throws(Failure) -> Void) throws(Failure)
  /// Asks the network for something.
  func send(_ command: NetworkCommand)
  /// The moment that the board shows: the platform's time, as far as it is known, or a recording's.
  var now: Timestamp { get }
  /// The time of the person who looks.
  var personNow: Timestamp { get }
  /// By how many seconds local time is ahead of UTC then.
  func utcOffset(at time: Timestamp) -> Int
  /// Milliseconds after which there is something to drain though nobody wakes the loop up; `nil`
  /// where somebody does.
  var millisecondsToNext: Int? { get }
  /// Does that with the recording that is played.
  func play(_ command: PlaybackCommand)
  /// Marks the moment that is played; whether there is one.
  func bookmark() -> Bool
}

extension Feed {
  /// What is shown is what is.
  package var personNow: Timestamp { now }
  /// Local time is this machine's.
  package func utcOffset(at time: Timestamp) -> Int { Clock.utcOffset(at: time) }
  /// Somebody wakes the loop up.
  package var millisecondsToNext: Int? { nil }
  /// Nothing is played.
  package func play(_ command: PlaybackCommand) {}
  /// No moment is played.
  package func bookmark() -> Bool { false }
}
