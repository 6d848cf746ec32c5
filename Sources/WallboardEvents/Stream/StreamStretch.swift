package import WallboardWire

/// Blocks of the stream that came together, as their bytes.
///
/// The thread that uses the events decodes them, so that their memory is allocated and freed on one
/// thread, and one piece of memory crosses threads for many events.
package struct StreamStretch: Sendable {
  /// The bytes of each part of a block; the parts follow one another in this order.
  private struct Lengths {
    let id: Int
    let hasOwnID: Bool
    let type: Int
    let data: Int

    var size: Int { id + type + data }
  }

  private(set) var bytes: [UInt8] = []
  private var blocks: [Lengths] = []
  private let arrival: Timestamp

  /// Empty; for blocks that arrive at `arrival` and have about so many bytes.
  package init(at arrival: Timestamp, bytes capacity: Int) {
    self.arrival = arrival
    bytes.reserveCapacity(capacity)
    blocks.reserveCapacity(capacity / Self.usualBlock + 1)
  }

  /// The bytes that nearly every block has at least.
  private static let usualBlock = 256

  package var count: Int { blocks.count }
  package var isEmpty: Bool { blocks.isEmpty }

  /// Copies a block, but no inherited id: that is not the event's, and may be a megabyte that
  /// thousands of blocks inherit.
  package mutating func append(_ block: ServerSentBlock) {
    let id = block.hasOwnID ? block.id : block.id.extracting(first: 0)
    blocks.append(
      Lengths(
        id: id.count, hasOwnID: block.hasOwnID, type: block.type.count, data: block.data.count))
    bytes.append(copying: id)
    bytes.append(copying: block.type)
    bytes.append(copying: block.data)
  }

  /// Calls `take` with the blocks' own ids in order, from the last one on for which `isStart`
  /// holds, or from the first where it holds for none.
  package func forEachID(
    from isStart: (Span<UInt8>) -> Bool, _ take: (Span<UInt8>) -> Void
  ) {
    let all = bytes.span
    var (index, start) = (blocks.count, bytes.count)
    while index > 0 {
      index -= 1
      start -= blocks[index].size
      let id = all.extracting(start..<start + blocks[index].id)
      if blocks[index].hasOwnID, isStart(id) { break }
    }
    for block in blocks[index...] {
      if block.hasOwnID { take(all.extracting(start..<start + block.id)) }
      start += block.size
    }
  }

  /// Decodes the blocks, and hands over the outcome of each.
  package func decode<Failure: Error>(
    _ decoder: WorkspaceEventDecoder, _ take: (consuming StreamOutcome) throws(Failure) -> Void
  ) throws(Failure) {
    let all = bytes.span
    var start = 0
    for block in blocks {
      let type = start + block.id
      let data = type + block.type
      let end = data + block.data
      try take(
        decoder.decode(
          ServerSentBlock(
            id: all.extracting(start..<type), hasOwnID: block.hasOwnID,
            type: all.extracting(type..<data), data: all.extracting(data..<end)),
          at: arrival))
      start = end
    }
  }
}

/// The bytes are protected: they hold all that the events tell.
extension StreamStretch: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "\(count) blocks" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
