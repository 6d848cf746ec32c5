/// One block of a stream of Server-Sent Events, in the contract's order of lines (2.2).
struct EventFrame {
  let id: Int
  let event: String
  let data: String

  init(id: Int, event: String, data: String) {
    self.id = id
    self.event = event
    self.data = data
  }

  init(_ event: SimulatedEvent, typeInside: Bool) {
    let data = event.data.with("event_type", .string(event.name.rawValue))
    self.init(
      id: event.id, event: event.name.rawValue, data: typeInside ? data.text : event.text)
  }

  /// A frame that tells about the stream itself. Its id is 0 and moves no cursor.
  static func control(_ event: String, _ data: JSON) -> EventFrame {
    EventFrame(id: 0, event: event, data: data.text)
  }

  static func opened(connection: String, limit: Int) -> EventFrame {
    control(
      "stream.opened",
      [
        "code": "ok", "connection_id": .string(connection),
        "max_streams_per_workspace": .integer(limit),
      ])
  }

  static func tooManyStreams(limit: Int) -> EventFrame {
    control(
      "error",
      [
        "code": "too_many_streams", "message": "This workspace has too many open streams",
        "max_streams": .integer(limit),
      ])
  }

  static let unavailable = control(
    "error", ["code": "stream_unavailable", "message": "The event buffer is unavailable"])

  var text: String {
    "id: \(id)\nevent: \(event)\ndata: \(data)\n\n"
  }
}
