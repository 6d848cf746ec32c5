import Testing
import WallboardEvents
import WallboardPlatform

@Suite struct ControlFrameTests {
  @Test func theStreamOpens() {
    let frame = #"{"code":"ok","connection_id":"c-1","max_streams_per_workspace":50}"#
    for data in [frame, "{}"] {
      #expect(decode(data, type: "stream.opened", id: "0") == .control(.opened))
    }
  }

  @Test func onlyTooManyStreamsIsFinal() throws {
    let faults = [
      ("too_many_streams", true), ("stream_unavailable", false), ("stream_error", false),
      ("brand_new", false),
    ]
    for (code, isFinal) in faults {
      let outcome = decode(#"{"code":"\#(code)","message":"so it is"}"#, type: "error", id: "0")
      guard case .control(.fault(let fault)) = outcome else { throw NoEvent() }
      #expect(fault.code?.word == code && fault.message == "so it is")
      #expect(fault.isFinal == isFinal)
    }
  }

  @Test(arguments: ["", "oops", "7", "[]", "{}", #"{"code":[7],"message":{}}"#])
  func aFaultIsAFaultHoweverItIsSpelled(data: String) {
    let fault = StreamFault(code: nil, message: nil)
    #expect(decode(data, type: "error", id: "0") == .control(.fault(fault)))
  }

  @Test func aFaultsMessageIsOneLine() throws {
    let outcome = decode(#"{"code":"stream_error","message":"a\n\u001b[2Jb"}"#, type: "error")
    guard case .control(.fault(let fault)) = outcome else { throw NoEvent() }
    let sentence = AttemptEnd.fault(fault).sentence
    #expect(sentence == "The platform's stream failed: a [2Jb (1 control removed)")
  }
}
