/// Bytes that stand in the chunk that is being read, or that were copied before it was given back.
struct LentBytes: Sendable {
  /// Where they stand in the chunk; `nil` for a copy.
  private var place: Range<Int>? = 0..<0
  private var copy: [UInt8] = []

  /// No bytes.
  init() {}

  /// A copy.
  init(copying text: String) {
    place = nil
    copy = Array(text.utf8)
  }

  /// Takes those at that place instead.
  mutating func lend(_ place: Range<Int>) {
    self.place = place
  }

  /// Takes none instead; the memory of the copy is kept for the next one.
  mutating func clear() {
    place = 0..<0
  }

  /// Adds a line feed and what stands at that place of the chunk.
  mutating func append(line: Range<Int>, of chunk: Span<UInt8>) {
    keep(from: chunk)
    copy.append(.lineFeed)
    copy.append(copying: chunk.extracting(line))
  }

  /// Copies them, so that the chunk can be given back.
  mutating func keep(from chunk: Span<UInt8>) {
    guard let place else { return }
    copy.removeAll(keepingCapacity: true)
    copy.append(copying: chunk.extracting(place))
    self.place = nil
  }

  /// The bytes.
  @_lifetime(borrow self, copy chunk)
  func bytes(in chunk: Span<UInt8>) -> Span<UInt8> {
    if let place { return chunk.extracting(place) }
    return copy.span
  }
}
