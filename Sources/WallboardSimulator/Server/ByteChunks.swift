import FlyingSocks

/// A body whose pieces are handed to the connection as they come. It ends when the pieces end, and
/// breaks off in the middle when they end with an error.
struct ByteChunks: AsyncBufferedSequence {
  typealias Element = UInt8

  let pieces: AsyncThrowingStream<[UInt8], any Error>

  func makeAsyncIterator() -> Iterator {
    Iterator(pieces: pieces.makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var pieces: AsyncThrowingStream<[UInt8], any Error>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(pieces: AsyncThrowingStream<[UInt8], any Error>.Iterator) {
      self.pieces = pieces
    }

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      while rest.isEmpty {
        guard let piece = try await pieces.next() else { return nil }
        rest = piece[...]
      }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
  }
}
