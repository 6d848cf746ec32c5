/// What an observer's connection is to do next.
enum ObserverOutput: Sendable {
  /// Bytes for one write.
  case bytes([UInt8])
  case pause(Duration)

  typealias Pieces = AsyncThrowingStream<Self, any Error>
}
