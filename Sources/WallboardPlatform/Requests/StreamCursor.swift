import WallboardWire

/// Where an interrupted stream is taken up again (contract 2.3).
package struct StreamCursor: Hashable, Sendable {
  /// What `Last-Event-ID` says; `nil` while the stream has to be taken up live.
  package private(set) var id: String?
  /// The id that a block last set, be it one that can be asked for or not: the standard's last event
  /// ID, which outlives a connection.
  package private(set) var lastEventID: String?

  /// Bytes of an id that is sent back. The platform's own have 13.
  package static let longestID = 256

  /// A cursor at no event: the stream begins live.
  package init() {}

  /// Takes over the id of a block; an empty one takes the cursor back, as the standard has it.
  ///
  /// Control frames carry `0`, which would ask for everything again, and an id that cannot stand
  /// in a header field cannot be sent back: neither moves the cursor.
  package mutating func advance(to next: Span<UInt8>) {
    let text = next.isEmpty ? nil : String(repairing: next)
    lastEventID = text
    if Self.isMoved(by: next) { id = text }
  }

  /// Whether the id of a block decides what is sent back, whatever came before.
  package static func isMoved(by id: Span<UInt8>) -> Bool {
    guard id.count <= longestID, !id.spells("0") else { return false }
    for index in id.indices where id[index] <= 0x20 || id[index] >= 0x7F { return false }
    return true
  }
}
