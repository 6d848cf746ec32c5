import EventFixtures

/// The fixtures as a tape: each event as the contract has it, with as little as possible, with more, and
/// with every mistake that a field can have.
enum FixtureTape {
  private static let start = 1_785_772_800_000
  private static let call = "call_sid-example"
  private static let extras = [
    ("colour", #"["SECRET",1]"#), ("mood", "null"), ("note", "\"\""), ("size", "1e3"),
  ]

  static var text: String {
    var blocks = [
      #"@\#(start)"#, connection("open", ""), connection("followed", #""call_sid":"\#(call)","#),
      connection("open", #""call_sid":"\#(call)","#),
    ]
    var time = start
    for fixture in EventFixture.all {
      for payload in payloads(of: fixture) {
        time += 1_000
        blocks.append("@\(time)\nid: \(time)\nevent: \(fixture.name)\ndata: \(payload)\n")
      }
      time += 1_000
      let inside = EventFixture.json(fixture.fields, [("event_type", "\"\(fixture.name)\"")])
      blocks.append("@\(time)\nid: \(time)\ndata: \(inside)\n")
    }
    blocks.append("@board every event of the stream")
    for fixture in EventFixture.observer + EventFixture.olderObserver {
      for payload in payloads(of: fixture) {
        time += 1_000
        let rest = payload == "{}" ? "}" : ",\(payload.dropFirst())"
        blocks.append("@\(time)\n@\(call) {\"type\":\"\(fixture.name)\"\(rest)")
      }
    }
    return blocks.joined(separator: "\n") + "\n"
  }

  private static func payloads(of fixture: EventFixture) -> [String] {
    let whole = [fixture.payload, EventFixture.json(fixture.required)]
    let others = fixture.fields.flatMap { field in
      let rest = fixture.without(field)
      let values = ["null", field.mistake?.value].compactMap(\.self)
      return [EventFixture.json(rest)] + values.map { EventFixture.json(rest, [(field.name, $0)]) }
    }
    return whole + [EventFixture.json(fixture.fields, extras)] + others
  }

  private static func connection(_ event: String, _ call: String) -> String {
    #"@{"at":\#(start),\#(call)"data":{},"event":"\#(event)","from":"connection"}"#
  }
}
