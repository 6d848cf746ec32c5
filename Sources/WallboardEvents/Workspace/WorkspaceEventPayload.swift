/// What one kind of workspace event carries.
package protocol WorkspaceEventPayload: EventPayload {
  /// Whether something went wrong that somebody should look into.
  var isProblem: Bool { get }
}

extension WorkspaceEventPayload {
  package var isProblem: Bool { false }
}

extension WorkspaceEvent {
  /// The part of an event's name before the first dot.
  package static func family(of name: String) -> String {
    String(name.prefix { $0 != "." })
  }
}
