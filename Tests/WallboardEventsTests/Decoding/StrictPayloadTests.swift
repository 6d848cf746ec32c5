import Testing
import TestSupport
import WallboardEvents

/// RFC 8259 decides about every place of a payload: the whole, a field that is read, one that is not.
@Suite struct StrictPayloadTests {
  @Test(arguments: JSONCases.refused + JSONCases.unfinished) func refused(text: String) {
    for payload in [
      text, #"{"surface_id":\#(text)}"#, #"{"surface_id":"f","x":\#(text)}"#,
      #"{"x":{"y" : \#(text) },"surface_id":"f"}"#,
    ] {
      guard case .malformed(let event) = decode(payload) else {
        Issue.record("\(payload) was understood")
        continue
      }
      #expect(event.reason == "not JSON")
    }
  }

  @Test(arguments: JSONCases.accepted) func accepted(text: String) {
    for payload in [
      #"{"surface_id":"f","x":\#(text)}"#, #"{"x":[\#(text),1],"surface_id":"f"}"#,
      #"{"x": {"\u0079" : \#(text) },"surface_id":"f"}"#,
    ] {
      guard case .event(let event) = decode(payload) else {
        Issue.record("\(payload) was not understood")
        continue
      }
      #expect(event.event.kind == .surfaceUpdated && Array(event.extras.keys) == ["x"])
    }
    guard !text.hasPrefix("{") else { return }
    guard case .malformed(let event) = decode(text) else {
      Issue.record("\(text) was understood")
      return
    }
    #expect(event.reason.string.hasPrefix("expected an object, found "))
  }

  private func decode(_ payload: String) -> StreamOutcome {
    WorkspaceEventDecoder().decode(
      id: "1766000000000", type: "surface.updated", data: payload,
      at: Timestamp(milliseconds: 1_766_000_000_000))
  }
}
