import Testing
import WallboardEvents

/// Interface, "Lines of `events` and `follow` with `--json`".
@Suite struct EventLineTests {
  private let masked = EventLineEncoder(disclosure(.desk))
  private let open = EventLineEncoder(disclosure(.open))

  @Test func aKnownEvent() throws {
    let data =
      #"{"duration_seconds":312,"call_sid":"CA1","direction":"inbound","#
      + #""completion_reason":"completed","escalated":false}"#
    #expect(
      try masked.line(for: event(data, type: "call.ended")) == #"{"at":1766000000000,"#
        + #""data":{"call_sid":"CA1","completion_reason":"completed","direction":"inbound","#
        + #""duration_seconds":312,"escalated":false},"event":"call.ended","#
        + #""id":"1766000000000"}"#)
  }

  @Test func nothingThatATerminalObeysIsInALine() throws {
    let name = "a\u{9B}2J\u{7F}\u{202E}b\u{2028}\u{E0041}é\u{F8FF}\u{FE0F}e\u{300}\u{301}\u{302}"
    let line = try masked.line(
      for: event(
        #"{"trigger_id":"t","trigger_name":"\#(name)","status":"\u001b[2J"}"#,
        type: "trigger.failed"))
    #expect(
      line.contains(
        #""trigger_name":"a\u009b2J\u007f\u202eb\u2028\udb40\udc41é\uf8ff\ufe0fè́\u0302""#))
    #expect(line.contains(#""status":"\u001b[2J""#))
  }

  @Test func anEventWithoutAnID() throws {
    let line = try masked.line(
      for: event(#"{"surface_id":"a/b"}"#, type: "surface.updated", id: nil))
    #expect(
      line == #"{"at":1766000000500,"data":{"surface_id":"a/b"},"event":"surface.updated","#
        + #""id":null}"#)
  }

  @Test func anObserversEvent() throws {
    let line = try masked.line(
      for: observed(#"{"type":"tool_call_completed","tool_name":"t","duration_ms":7}"#))
    #expect(
      line == #"{"at":1766000000500,"data":{"duration_ms":7,"tool_name":"t"},"#
        + #""event":"tool_call_completed","id":null}"#)
  }

  @Test func anUnknownObserversEvent() throws {
    let line = try open.line(for: observed(#"{"type":"aura_changed","hue":1}"#))
    #expect(
      line == #"{"at":1766000000500,"data":{"hue":1},"event":"aura_changed","id":null,"#
        + #""unknown":true}"#)
  }

  @Test func aMalformedObserversEvent() throws {
    let message = #"{"type":"session_start","call_sid":"another"}"#
    let end = #""event":"session_start","id":null,"malformed":"call_sid: another call"}"#
    #expect(
      try masked.line(for: unobserved(message)) == #"{"at":1766000000500,"data":null,"# + end)
    #expect(try open.line(for: unobserved(message)).contains(#""data":"{\"type\":"#))
  }

  @Test func aDegradedEvent() throws {
    let line = try masked.line(for: observed(#"{"type":"user_transcript","is_final":1}"#))
    #expect(
      line == #"{"at":1766000000500,"data":{"is_final":true},"#
        + #""degraded":["transcript: missing","#
        + #""is_final: expected a boolean, found a number (read all the same)"],"#
        + #""event":"user_transcript","id":null}"#)
  }

  @Test func anUnknownEvent() throws {
    let line = try open.line(for: event(#"{"b":1,"a":[true]}"#, type: "call.teleported"))
    #expect(
      line == #"{"at":1766000000000,"data":{"a":[true],"b":1},"event":"call.teleported","#
        + #""id":"1766000000000","unknown":true}"#)
  }

  @Test func aMalformedEvent() throws {
    guard case .malformed(let malformed) = decode("{oops", type: "call.ended") else {
      throw NoEvent()
    }
    let start = #"{"at":1766000000500,"data":"#
    let end = #","event":"call.ended","id":"1766000000000","malformed":"not JSON"}"#
    #expect(try masked.line(for: malformed) == start + "null" + end)
    #expect(try open.line(for: malformed) == start + #""{oops""# + end)
  }

  @Test func anEventThatWasTooLarge() throws {
    let event = MalformedEvent(
      id: "1766000000000", name: "call.ended", receivedAt: arrival, leftOut: 1_250_000)
    #expect(
      try masked.line(for: event) == #"{"at":1766000000500,"data":null,"event":"call.ended","#
        + #""id":"1766000000000","malformed":"an event of 1.2 MB was left out"}"#)
  }

  @Test func aLineStaysALine() throws {
    let data = #"{"trigger_id":"t","trigger_name":"a\r\nb\u0085","status":"\n"}"#
    let line = try open.line(for: event(data, type: "trigger.fired"))
    #expect(!line.utf8.contains { $0 < 0x20 })
  }
}
