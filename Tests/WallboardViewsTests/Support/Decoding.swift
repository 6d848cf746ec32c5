import Foundation
import WallboardEvents

/// Decodes a payload by the vocabulary of events.
enum EventDecoding {
  static func event(named name: String, json: String) throws -> WorkspaceEvent {
    var fields = try FieldReader(json.utf8.span)
    guard let kind = WorkspaceEvent.Kind(rawValue: name) else {
      return .unknown(UnknownEvent(name: BoundedString(name), data: try fields.rest()))
    }
    return try WorkspaceEvent(kind, &fields)
  }
}

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

/// Strings as JSON literals.
enum JSONText {
  static func literal(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }
}
