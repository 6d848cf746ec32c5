package import WallboardEvents

/// What a read needs after an answer.
package enum SnapshotStep: Equatable, Sendable {
  /// Another answer: send this.
  case request(PlatformRequest)
  /// Nothing: this was found.
  case finished(SnapshotPart)
  /// To be given up; ``RetryPolicy/read(after:)`` says when to begin again, with a new reader.
  case failed(AttemptEnd)
}
