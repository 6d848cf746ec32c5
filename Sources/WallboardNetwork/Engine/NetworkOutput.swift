package import WallboardCore
package import WallboardStreams

/// Where the network puts what it finds.
package struct NetworkOutput: Sendable {
  /// What happened, for the reducer.
  package let actions: Mailbox<Action>
  /// Every event as the stream's parser dispatched it, before it is decoded, where somebody wants
  /// to look at the stream as it is.
  package let rawEvents: Mailbox<ServerSentEvent>?

  /// Actions go there, and what the parser dispatched too where a mailbox for it is given.
  package init(actions: Mailbox<Action>, rawEvents: Mailbox<ServerSentEvent>? = nil) {
    self.actions = actions
    self.rawEvents = rawEvents
  }

  /// Whether there is room everywhere for what the next write brings.
  func claimRoom() -> Bool {
    // Both are asked, so that both tell when there is room again.
    let hasRoom = actions.claimRoom()
    return rawEvents?.claimRoom() ?? true && hasRoom
  }

  func post(_ action: Action) {
    actions.post([action])
  }
}
