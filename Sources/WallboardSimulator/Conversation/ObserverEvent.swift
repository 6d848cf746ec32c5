/// Something that happened on a call, as its observers are told it.
package struct ObserverEvent: Sendable, Equatable {
  package let name: ObserverEventName
  /// The event's own fields, without its `type`.
  package let data: JSON

  init(_ name: ObserverEventName, _ data: JSON) {
    self.name = name
    self.data = data
  }

  /// The message as it is sent.
  package var json: JSON {
    data.with("type", .string(name.rawValue))
  }
}
