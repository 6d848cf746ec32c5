import TestSupport
import Testing
import WallboardWire

@testable import WallboardEvents
@testable import WallboardNetwork
@testable import WallboardPlatform

@Suite("A piece of the stream")
struct StreamReaderTests {
  private static let arrival = Timestamp(milliseconds: 1_766_000_009_000)

  private func read(_ text: String) -> StreamReader.Reading {
    var reader = StreamReader(cursor: StreamCursor())
    return reader.read(text.utf8.span, at: Self.arrival)
  }

  /// Some of them are looked at on the network's thread, the others where they are used.
  @Test("its events come in their order, whoever decodes them")
  func order() {
    let reading = read(
      """
      id: 1766000001000
      event: call.started
      data: {"call_sid":"A"}

      id: 1766000003000
      data: {"event_type":"call.ended","call_sid":"B"}

      event: call.started
      data: {"call_sid":7

      id: 1766000002000
      event: error
      data: {"code":"expired"}

      event: call.started
      data: {"call_sid":"D"}


      """)
    let events = reading.deliveries.heard
    let told = events.map { heard in
      switch heard {
      case .received(let event): event.event.name
      case .malformed(let event): "malformed \(event.name)"
      default: "\(heard)"
      }
    }
    #expect(told == ["call.started", "call.ended", "malformed call.started", "call.started"])
    #expect(reading.lastEventAt == Timestamp(milliseconds: 1_766_000_003_000))
    guard case .fault = reading.end, case .received(let first)? = events.first,
      case .received(let last)? = events.last
    else {
      Issue.record("no fault, or no event")
      return
    }
    #expect(first.id == "1766000001000" && first.at.milliseconds == 1_766_000_001_000)
    #expect(last.id == nil && last.at == Self.arrival && last.receivedAt == Self.arrival)
  }

  @Test("an id that blocks inherit is kept for none of them")
  func inheritedIDs() {
    let text =
      "id: \(String(repeating: "7", count: 100_000))\nevent: x\ndata\n\n"
      + String(repeating: "event: x\ndata\n\n", count: 1_000)
    var stretches: [StreamStretch] = []
    for case .stretch(let stretch) in read(text).deliveries { stretches.append(stretch) }
    #expect(stretches.map(\.count) == [1_001])
    #expect(stretches.allSatisfy { $0.bytes.count < text.utf8.count })
  }

  /// The ids of many events are looked at together, and those between them that may be a word of the
  /// stream's about itself, or have no data, one by one.
  @Test("the cursor stands where each id alone would have moved it")
  func cursor() {
    var random = SplitMix64(seed: 7)
    let ids = ["1", "2", "0", "", "a b", String(repeating: "9", count: 257)]
    let blocks = ["event: call.started\ndata: {}", "data: {}", "event: error\ndata: {}", "x: y"]
    for _ in 0..<300 {
      var (reader, expected) = (StreamReader(cursor: StreamCursor()), StreamCursor())
      for _ in 0..<3 {
        var text = ""
        for _ in 0..<Int.random(in: 0...5, using: &random) {
          let block = blocks.randomElement(using: &random) ?? ""
          let id = Bool.random(using: &random) ? ids.randomElement(using: &random) : nil
          text += (id.map { "id: \($0)\n" } ?? "") + block + "\n\n"
          if let id { expected.advance(to: id.utf8.span) }
        }
        _ = reader.read(text.utf8.span, at: Self.arrival)
        #expect(reader.cursor == expected, "\(text)")
      }
    }
  }

  @Test("an event that is too large moves the cursor on from those before it, or leaves it there")
  func cursorBehindTooLarge() {
    let large = String(repeating: "x", count: ServerSentEventParser.defaultLimit + 1)
    for (line, expected) in [("id: 2\n", "2"), ("", "1")] {
      var reader = StreamReader(cursor: StreamCursor())
      let text = "id: 1\nevent: x\ndata: {}\n\n\(line)event: x\ndata: \(large)\n\n"
      let reading = reader.read(text.utf8.span, at: Self.arrival)
      #expect(reader.cursor.id == expected && reader.cursor.lastEventID == expected)
      #expect(reading.deliveries.count == 2)
    }
  }

  @Test("bytes without an event say that something was heard")
  func heartbeat() {
    #expect(read(": still here\n").deliveries.heard == [.bytes(at: Self.arrival)])
    let opening = read("event: stream.opened\ndata: {}\n\n")
    #expect(opening.deliveries.heard == [.bytes(at: Self.arrival)])
  }

  @Test("what is not decoded yet tells nothing to whoever prints it")
  func isProtected() {
    let reading = read("event: call.started\ndata: {\"caller_id\":\"+15550001\"}\n\n")
    let printed = "\(reading.deliveries) " + String(reflecting: reading.deliveries)
    #expect(printed.contains("1 blocks") && !printed.contains("43, 49, 53"))
    var dumped = ""
    dump(reading.deliveries, to: &dumped)
    #expect(!dumped.contains("43\n"))
  }
}
