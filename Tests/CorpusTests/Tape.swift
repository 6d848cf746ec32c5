import EventFixtures
import WallboardEvents
import WallboardRecording

/// What reached a board, as bytes: an event stream with lines between that begin with `@`.
///
/// `@1785772800000` is when what follows came; `@{…}` is a line of a recording, for what is no event of the
/// stream; `@CA… {…}` is a message of that call's observer socket; `@board NAME` is where the board is
/// written down. No line of an event stream that means something begins like that.
struct Tape {
  enum Step {
    case clock(Timestamp)
    case recorded(RecordedLine)
    case message(CallSID, String)
    case board(String)
    case stream([UInt8])
  }

  /// What a line that begins with `@` could not be read as.
  struct Unreadable: Error {
    let line: String
  }

  private(set) var steps: [Step] = []

  init(_ bytes: some Sequence<UInt8>) throws {
    let decoder = RecordingDecoder(.open)
    var stream: [UInt8] = []
    let lines = Array(bytes).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines {
      guard line.first == UInt8(ascii: "@") else {
        stream += line + [UInt8(ascii: "\n")]
        continue
      }
      if !stream.isEmpty { steps.append(.stream(stream)) }
      stream = []
      steps.append(try Self.step(line.dropFirst(), decoder))
    }
    steps.append(.stream(stream))
  }

  private static func step(
    _ line: ArraySlice<UInt8>, _ decoder: RecordingDecoder
  ) throws -> Step {
    let text = String(decoding: line, as: UTF8.self)
    if let milliseconds = Int64(text) { return .clock(Timestamp(milliseconds: milliseconds)) }
    if text.hasPrefix("{") {
      guard let recorded = decoder.line(line.span) else { throw Unreadable(line: text) }
      return .recorded(recorded)
    }
    let name = text.prefix { $0 != " " }
    let rest = String(text.dropFirst(name.count + 1))
    if name == "board" { return .board(rest) }
    guard let callSID = CallSID(String(name)) else { throw Unreadable(line: text) }
    return .message(callSID, rest)
  }
}

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
