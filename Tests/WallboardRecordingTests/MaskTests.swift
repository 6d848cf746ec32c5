import EventFixtures
import FoundationEssentials
import Testing
import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

@Suite("A mask") struct MaskTests {
  private static func started(_ caller: String) -> String {
    #"{"at":1766000000500,"from":"workspace","event":"call.started","data":{"call_sid":"CA1","#
      + #""direction":"inbound","service_id":"s","caller_id":\#(caller)}}"#
  }

  @Test("stands for a value in a masked recording alone")
  func masked() throws {
    let line = Self.started(#"{"masked":"7F3A"}"#)
    #expect(try faults(line, .masked) == [])
    #expect(try faults(line, .open) == ["caller_id: expected a string, found an object"])
  }

  @Test(
    "has four hexadecimal digits",
    arguments: ["7F3", "7F3AA", "7F3G", "", "\u{1B}[2J", "٣٣٣٣", "７Ｆ３Ａ", "▒▒▒▒"])
  func digits(_ text: String) throws {
    let quoted = String(decoding: try JSONEncoder().encode(["masked": text]), as: UTF8.self)
    #expect(
      try faults(Self.started(quoted), .masked) == [
        "caller_id: expected a string, found an object"
      ])
  }

  /// What is not understood of the event in a line.
  private func faults(_ line: String, _ privacy: RecordingHeader.Privacy) throws -> [String] {
    guard let content = Samples.line(line, privacy)?.content,
      case .input(.received(let event)) = content
    else {
      throw NoEvent()
    }
    return event.faults.sentences.map(\.string)
  }

  private struct NoEvent: Error {}

  @Test("keeps people apart, and no words")
  func pseudonyms() throws {
    let callers = try ["SECRET 1", "SECRET 2", "SECRET 1"].map { name in
      try masked(
        "call.started",
        #"{"call_sid":"CA1","direction":"inbound","service_id":"s","caller_id":"\#(name)"}"#)
    }
    #expect(callers[0] == callers[2] && callers[0] != callers[1])
    let words = try ["SECRET one", "SECRET another"].map { text in
      try masked(
        "call.escalated",
        #"{"call_sid":"CA1","escalation_id":"x","trigger":"caller","reason":"\#(text)"}"#)
    }
    #expect(words[0] == words[1])
    #expect((callers + words).allSatisfy { !$0.contains("SECRET") })
  }

  @Test("of nothing is nothing")
  func empty() throws {
    let text = try masked(
      "call.escalated", #"{"call_sid":"CA1","escalation_id":"x","trigger":"caller","reason":""}"#)
    #expect(text.contains(#""reason":"""#) && !text.contains("masked"))
  }

  @Test("stays one, whatever is appended")
  func append() throws {
    let mask = try Protected<BoundedString>(
      json: #"{"masked":"7F3A"}"#.utf8.span, author: .maskedRecording)
    var text = mask
    #expect(text.append(Protected("more")) == 0 && text == mask)
    #expect(text.append(mask) == 0 && text == mask)
    text = Protected("said")
    #expect(text.append(mask) == 0 && text == mask)
    #expect(!text.begins(with: Protected("")) && !text.isEmpty)
    #expect(text.reveal(Samples.privacy(.open).output) == nil)
    #expect(text.pseudonym(Samples.privacy(.open).output) == "7F3A")
  }

  @Test("in a value of any kind is a value where nothing is masked")
  func anything() throws {
    let json = #"{"masked":"7F3A"}"#.utf8.span
    let open = try Protected<JSONValue>(json: json)
    #expect(open.reveal(Samples.privacy(.open).output) != nil)
    let masked = try Protected<JSONValue>(json: json, author: .maskedRecording)
    #expect(masked.reveal(Samples.privacy(.open).output) == nil)
  }

  /// The line of an event in a masked recording.
  private func masked(_ name: String, _ payload: String) throws -> String {
    let line = try #require(Samples.event(name, payload).flatMap { RecordedLine($0) })
    return try RecordingEncoder(Samples.privacy(.desk).output).line(line)
  }
}
