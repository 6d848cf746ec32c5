import WallboardEvents

/// Decodes a message's payload by the vocabulary of observer events.
enum ObserverDecoding {
  static func event(named name: String, json: String) throws -> ObserverEvent {
    var fields = try FieldReader(json.utf8.span)
    guard let kind = ObserverEvent.Kind(rawValue: name) else {
      return .unknown(UnknownEvent(name: BoundedString(name), data: try fields.rest()))
    }
    return try ObserverEvent(kind, &fields)
  }
}
