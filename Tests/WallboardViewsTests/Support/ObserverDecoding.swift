import Foundation
import WallboardEvents

/// Decodes a message's payload by the vocabulary of observer events.
struct ObserverDecoding: Decodable {
  private static let nameKey = CodingUserInfoKey(rawValue: "event name")
  let event: ObserverEvent

  static func event(named name: String, json: String) throws -> ObserverEvent {
    let decoder = JSONDecoder()
    if let nameKey { decoder.userInfo[nameKey] = name }
    return try decoder.decode(ObserverDecoding.self, from: Data(json.utf8)).event
  }

  init(from decoder: any Decoder) throws {
    let name = Self.nameKey.flatMap { decoder.userInfo[$0] as? String } ?? ""
    guard let entry = ObserverEvent.entry(named: name) else {
      let data = Protected(try JSONValue(from: decoder))
      event = .unknown(UnknownEvent(name: Text(name), data: data))
      return
    }
    event = try entry.decode(decoder)
  }
}
