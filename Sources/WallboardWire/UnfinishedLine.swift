/// The beginning of a line whose end has not come yet.
struct UnfinishedLine: Sendable {
  /// How many bytes of it came, those that were not kept too.
  private(set) var count = 0
  /// The bytes, unless it is known that nobody looks at them.
  private(set) var bytes: [UInt8] = []
  /// What it sets, once its bytes are not kept.
  private(set) var skipped: StreamField?

  /// Adds what came of it; of a field of which more came than there is room for nothing is kept.
  mutating func append(_ more: Span<UInt8>, room: (StreamField) -> Int) {
    count += more.count
    guard skipped == nil else { return }
    bytes.append(copying: more)
    guard count >= StreamField.enough else { return }
    let field = StreamField(bytes.span)
    guard count > room(field) else { return }
    skipped = field
    bytes.removeAll(keepingCapacity: true)
  }

  /// Leaves nothing but memory for the next one.
  mutating func clear() {
    (count, skipped) = (0, nil)
    bytes.removeAll(keepingCapacity: true)
  }
}
