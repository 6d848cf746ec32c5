/// The id from which an interrupted stream is resumed (contract 2.3).
package struct StreamCursor: Hashable, Sendable {
  /// What `Last-Event-ID` says; `nil` while the stream has to be taken up live.
  package private(set) var id: String?

  /// Bytes of an id that is sent back. The platform's own have 13.
  package static let longestID = 256

  /// A cursor at no event: the stream begins live.
  package init() {}

  /// Takes over the id of a block; `nil` takes the cursor back, as the standard has it.
  ///
  /// Control frames carry `0`, which would ask for everything again, and an id that cannot stand
  /// in a header field cannot be sent back: neither moves the cursor.
  package mutating func advance(to next: String?) {
    guard let next else { return id = nil }
    let isSendable = next.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard next != "0", !next.isEmpty, next.utf8.count <= Self.longestID, isSendable else { return }
    id = next
  }
}
