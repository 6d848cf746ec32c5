/// One dispatched Server-Sent Event (WHATWG HTML, 9.2.6 "Interpreting an event stream").
package struct ServerSentEvent: Equatable, Sendable {
  /// The stream's last event ID when this event was dispatched; `nil` while none is in force.
  package var id: String?
  /// Whether this event's own block set the id, so that it is more than one inherited from before.
  package var hasOwnID: Bool
  /// The `event` field, `"message"` when the block had none.
  package var type: String
  /// The `data` lines, joined by line feeds.
  package var data: String

  /// Makes an event as a parser would dispatch it.
  package init(
    id: String? = nil, hasOwnID: Bool? = nil, type: String = "message", data: String
  ) {
    self.id = id
    self.hasOwnID = hasOwnID ?? (id != nil)
    self.type = type
    self.data = data
  }

  /// Copies what a parser lends; what is not UTF-8 becomes U+FFFD. Of the id there may be a copy
  /// already: events that inherit one must not each have a megabyte of their own.
  package init(_ block: ServerSentBlock, id copy: String? = nil) {
    id = copy ?? (block.id.isEmpty ? nil : String(repairing: block.id))
    hasOwnID = block.hasOwnID
    type = block.type.isEmpty ? "message" : String(repairing: block.type)
    data = String(repairing: block.data)
  }
}

/// The same as it stands in the stream: bytes that a parser lends while it dispatches them. They need
/// not be UTF-8.
package struct ServerSentBlock: ~Escapable {
  /// The stream's last event ID; empty while none is in force.
  package let id: Span<UInt8>
  /// Whether the block itself set the id.
  package let hasOwnID: Bool
  /// The `event` field; empty when the block had none.
  package let type: Span<UInt8>
  /// The `data` lines, joined by line feeds.
  package let data: Span<UInt8>

  /// A block of those fields.
  @_lifetime(copy id, copy type, copy data)
  package init(
    id: Span<UInt8>, hasOwnID: Bool, type: Span<UInt8>, data: Span<UInt8>
  ) {
    self.id = id
    self.hasOwnID = hasOwnID
    self.type = type
    self.data = data
  }
}
