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
}
