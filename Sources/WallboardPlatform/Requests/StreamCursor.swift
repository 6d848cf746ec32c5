import WallboardWire

/// Where an interrupted stream is taken up again (contract 2.3).
package struct StreamCursor: Hashable, Sendable {
  // Bytes, for it moves with each event, and is asked for when the stream has ended.
  private var last: [UInt8] = []
  /// What is sent back where that is not the last: nothing where it is empty.
  private var earlier: [UInt8]?

  /// What `Last-Event-ID` says; `nil` while the stream has to be taken up live.
  package var id: String? { Self.text(earlier ?? last) }

  /// The id that a block last set, be it one that can be asked for or not: the standard's last event
  /// ID, which outlives a connection.
  package var lastEventID: String? { Self.text(last) }

  private static func text(_ bytes: [UInt8]) -> String? {
    bytes.isEmpty ? nil : String(repairing: bytes.span)
  }

  /// Bytes of an id that is sent back. The platform's own have 13.
  package static let longestID = 256

  /// A cursor at no event: the stream begins live.
  package init() {}

  /// Takes over the id of a block; an empty one takes the cursor back, as the standard has it.
  ///
  /// Control frames carry `0`, which would ask for everything again, and an id that cannot stand
  /// in a header field cannot be sent back: neither moves the cursor.
  package mutating func advance(to next: Span<UInt8>) {
    earlier = Self.isResumable(next) ? nil : earlier ?? last
    last.removeAll(keepingCapacity: last.capacity <= 2 * Self.longestID)
    last.append(copying: next)
  }

  private static func isResumable(_ id: Span<UInt8>) -> Bool {
    guard id.count <= longestID, !id.spells("0") else { return false }
    for index in id.indices where id[index] <= 0x20 || id[index] >= 0x7F { return false }
    return true
  }
}
