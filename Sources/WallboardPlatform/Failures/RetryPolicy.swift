import WallboardWire

/// What is done after an attempt has failed: the one place where it is decided whether and when to
/// try again. Pure; the waits are spread by ``WallboardWire``'s back-off.
package enum RetryPolicy {
  /// Wait before a refused stream is tried again: somebody may grant what was missing.
  package static let refusedStreamWait = Duration.seconds(60)
  /// Wait before a stream that the platform does not know is asked for again.
  package static let rejectedStreamWait = Duration.seconds(60)
  /// Least wait after 429 or 503 that do not say how long.
  package static let overloadWait = Duration.seconds(5)
  /// A stream that ended sooner than this is not opened again at once: as soon as it has lasted, there is
  /// nothing to wait for (contract 2.3).
  package static let shortestStream = Backoff.steadyAfter
  /// How often a followed call may be unknown before it is given up: the feed of one that has just
  /// begun takes a moment (contract 1.4).
  package static let mostMisses = 4
  /// Wait before a call is asked for again that the platform did not know, spread by a quarter.
  package static let missWait = Duration.seconds(1)
  /// Least wait before a failed read is made again (contract 10, U7).
  package static let readWait = Duration.seconds(30)
  /// Wait before a refused read is made again.
  package static let refusedReadWait = Duration.seconds(300)
  /// Wait before a read is made again that the platform does not have or does not understand.
  package static let rejectedReadWait = Duration.seconds(600)
}
