import WallboardEvents
package import WallboardWire

/// Where the network puts what it finds.
package struct NetworkOutput: Sendable {
  /// What came, and what a connection did.
  package let heard: Mailbox<Delivery>
  /// Every event as the stream's parser dispatched it, before it is decoded, where somebody wants
  /// to look at the stream as it is.
  package let rawEvents: Mailbox<ServerSentEvent>?

  /// What is heard goes there, and what the parser dispatched too where a mailbox for it is given.
  package init(heard: Mailbox<Delivery>, rawEvents: Mailbox<ServerSentEvent>? = nil) {
    self.heard = heard
    self.rawEvents = rawEvents
  }

  /// Whether there is room everywhere for what the next write brings.
  func claimRoom() -> Bool {
    // Both are asked, so that both tell when there is room again.
    let hasRoom = heard.claimRoom()
    return rawEvents?.claimRoom() ?? true && hasRoom
  }

  func post(_ message: Heard) {
    heard.post([.heard(message)])
  }
}
