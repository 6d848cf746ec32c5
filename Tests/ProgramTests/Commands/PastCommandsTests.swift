import AppFixtures
import Foundation
import TestSupport
import Testing

/// `wallboard calls` and `wallboard call` against answers as the platform gives them.
@Suite("Calls that are over", .fewAtATime)
struct PastCommandsTests {
  @Test("are listed, the newest first, with what is known of each")
  func list() async throws {
    try await withPlatform { server, environment in
      let run = try await Program.run(["calls", "--limit", "3"], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.lines.count == 4)
      #expect(
        run.lines[1].contains(
          /^2026-08-03 09:59:00  1:01    inbound    Billing  caller [0-9A-F]{4}  0      caller hung up  yes        0\.87     CA0$/
        ), "\(run.output)")
      #expect(run.lines[3].hasSuffix("CA2"))
      #expect(run.errors.contains("the newest 3; --limit shows more"))
      #expect(server.heads.last?.contains("/calls?limit=3&offset=0 ") == true)
    }
  }

  @Test("are read page after page, and chosen by time and filter")
  func choice() async throws {
    try await withPlatform { server, environment in
      let run = try await Program.run(
        [
          "calls", "--since", "2026-08-03", "--until", "2026-08-03", "--filter",
          "escalated:yes turns>100 turns<=104", "--json",
        ], environment: environment)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      let calls = try run.lines.map { try JSONObject(Data($0.utf8)) }
      #expect(calls.map { $0["call_sid"].string } == ["CA102", "CA104"])
      #expect(calls.allSatisfy { $0["service_name"].string == "Billing" })
      let asked = server.heads.filter { $0.contains("/calls?") }
      #expect(asked.count == 3)
      #expect(asked.allSatisfy { $0.contains("date_from=2026-08-02&date_to=2026-08-04&") })
      // The list has the newest first: behind a page that is too old nothing is asked for.
      let late = try await Program.run(
        ["calls", "--since", "2026-08-04"], environment: environment)
      #expect(late.status == 0 && late.output.isEmpty)
      #expect(server.heads.count { $0.contains("/calls?") } == asked.count + 1)
      let none = try await Program.run(
        ["calls", "--until", "2026-08-02"], environment: environment)
      #expect(none.status == 0 && none.output.isEmpty && none.errors.hasSuffix(": No calls\n"))
    }
  }

  @Test("are as long ago as the platform's clock says")
  func clock() async throws {
    // This machine is three hours ahead.
    let now = Date.now.addingTimeInterval(-3 * 3_600)
    let began = now.addingTimeInterval(-300).formatted(.iso8601)
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let date = "Date: \(formatter.string(from: now))"
    let call = #"{"items":[{"call_sid":"CA1","started_at":"\#(began)"}],"has_more":false}"#
    try await withPlatform({ try $0.answer("200 OK", call, fields: [date]) }) { _, environment in
      for (since, count) in [("10m", 1), ("2m", 0)] {
        let run = try await Program.run(
          ["calls", "--since", since, "--json"], environment: environment)
        #expect(run.status == 0 && run.lines.count == count, "\(since): \(run.errors)")
      }
    }
  }

  @Test("go to a spreadsheet")
  func csv() async throws {
    try await withPlatform { _, environment in
      let run = try await Program.run(
        ["calls", "--limit", "2", "--csv", "--privacy", "open"], environment: environment)
      let lines = run.output.components(separatedBy: "\r\n")
      #expect(run.status == 0 && lines.count == 4 && lines[3].isEmpty)
      #expect(lines[0].hasPrefix("call_sid,entity_id,started_at,duration_seconds,direction,"))
      #expect(
        lines[1].hasPrefix("CA0,e-0,2026-08-03T09:59:00Z,61.5,inbound,s-1,Billing,'+1555SECRET0,"))
    }
  }

  @Test("are told from beginning to end")
  func story() async throws {
    try await withPlatform { _, environment in
      let run = try await Program.run(
        ["call", "CA1", "--privacy", "open"], environment: environment)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      for line in [
        "Call CA1", "  service           Billing", "  0:00  caller  SECRET-user",
        "        tool    find failed after 1,320 ms: SECRET-error",
        "  0:02  AI      SECRET-agent", "  1     900 ms  300 ms ",
        "  missing           1 turn: not understood, or more than are kept",
      ] {
        #expect(run.output.contains("\n" + line) || run.output.hasPrefix(line), "\(line)")
      }
      let markdown = try await Program.run(
        ["call", "CA1", "--markdown", "--privacy", "open"], environment: environment)
      #expect(markdown.output.hasPrefix("# Call CA1\n\n- began: 2026-08-03 10:00:00\n"))
      #expect(markdown.output.contains("\n| 0:00 | caller | SECRET-user |\n"))
      let json = try await Program.run(["call", "CA1", "--json"], environment: environment)
      let object = try JSONObject(Data(json.output.utf8))
      #expect(json.lines.count == 1 && object["missing_turns"].number == 1)
      #expect(object["service_name"].string == "Billing")
      #expect(object.array("degraded").count == 1)
      #expect(object["call_start_time"].number == 1_785_751_200_000)
    }
  }

  private static let forms = [
    ["calls"], ["calls", "--json"], ["calls", "--csv"], ["call", "CA1"], ["call", "CA1", "--json"],
    ["call", "CA1", "--markdown"],
  ]

  @Test("show nothing private unless this command line asks for it", arguments: forms)
  func secrecy(arguments: [String]) async throws {
    try await withPlatform { _, environment in
      let open = ["WALLBOARD_PRIVACY": "open"]
      for options in [[], ["--privacy", "desk"], ["--privacy", "wall"]] {
        let run = try await Program.run(
          arguments + options, environment: environment.merging(open) { $1 })
        #expect(run.status == 0 && !run.output.isEmpty, "\(run.errors)")
        #expect(!(run.output + run.errors).contains("SECRET"), "\(options)")
        #expect(!(run.output + run.errors).contains(Self.token))
      }
      let shown = try await Program.run(
        arguments + ["--privacy", "open"], environment: environment)
      #expect(shown.output.contains("SECRET"))
      guard arguments == ["call", "CA1", "--json"] else { return }
      // All that was planted but thoughts and what was made afterwards.
      let planted = Set(Self.story.matches(of: /SECRET-\w+/).map { String($0.0) })
      let found = Set(shown.output.matches(of: /SECRET-\w+/).map { String($0.0) })
      #expect(
        planted.count > 15 && planted.subtracting(found) == ["SECRET-thought", "SECRET-verified"])
    }
  }

  @Test("that are not known end with 1, a refusal with 2", arguments: [404, 401, 403, 500, 422])
  func refused(status: Int) async throws {
    let script: ScriptedServer.Script = { connection in
      // The body of a refusal may quote what was sent.
      try connection.answer("\(status) x", #"{"detail":[{"msg":"bad","input":"SECRET"}]}"#)
    }
    try await withPlatform(script) { _, environment in
      for arguments in [
        ["calls"], ["calls", "--json"], ["call", "CA1"], ["call", "CA1", "--json"],
      ] {
        let run = try await Program.run(arguments, environment: environment)
        #expect(run.status == ([401, 403].contains(status) ? 2 : 1), "\(run.errors)")
        #expect(run.output.isEmpty && run.errors.hasPrefix("wallboard: "))
        #expect(!run.errors.contains("SECRET") && !run.errors.contains(Self.token))
        #expect(
          run.errors.contains("No such call: CA1") == (status == 404 && arguments[0] == "call"))
      }
    }
  }

  @Test("are printed as far as they came when the platform fails")
  func failsBetween() async throws {
    try await withPlatform({ connection in
      if connection.target.contains("offset=100") {
        try connection.answer("500 x")
      } else {
        try Self.answer(connection)
      }
    }) { _, environment in
      let run = try await Program.run(
        ["calls", "--limit", "500", "--json"], environment: environment)
      #expect(run.status == 1 && run.lines.count == 100)
      #expect(run.errors.contains("Could not load the calls: The platform has a problem"))
    }
  }

  @Test("of which the platform answers nonsense are a failure, not a crash")
  func nonsense() async throws {
    for body in ["", "<html>", "[]", "7", "{}", #"{"items":[[],7,{"turns":-1}],"has_more":true}"#] {
      try await withPlatform({ try $0.answer("200 OK", body) }) { _, environment in
        let list = try await Program.run(["calls"], environment: environment)
        #expect((0...1).contains(list.status) && list.output.isEmpty && !list.errors.isEmpty)
        let story = try await Program.run(["call", "CA1"], environment: environment)
        #expect(story.status == (body.hasPrefix("{") ? 0 : 1), "\(body): \(story.errors)")
      }
    }
  }

  @Test("are asked for in a way that can be understood")
  func usage() async throws {
    for arguments in [
      ["calls", "--since", "soon"], ["calls", "--limit", "0"], ["calls", "--limit", "20001"],
      ["calls", "--json", "--csv"], ["calls", "--filter", "risk:high"], ["call"], ["call", ""],
      ["call", "CA1", "--json", "--markdown"],
    ] {
      let run = try await Program.run(arguments)
      #expect(run.status == 64 && run.output.isEmpty, "\(arguments)")
    }
    try await withPlatform { _, environment in
      let run = try await Program.run(
        ["calls", "--since", "1h", "--until", "2h"], environment: environment)
      #expect(run.status == 64 && run.errors == "wallboard: --since has to be before --until.\n")
    }
  }

  @Test("end with an interrupt, a reader who is gone, and a full disk as other commands do")
  func ends() async throws {
    try await withPlatform { _, environment in
      for arguments in ["calls", "calls --json", "call CA1", "call CA1 --json"] {
        let command = "'\(Program.path)' \(arguments)"
        let full = try await Program.run(
          "/bin/sh", ["-c", "\(command) >/dev/full"], environment: environment)
        #expect(full.status == 1 && full.errors.contains("No space left on device"))
        let gone = try await Program.run(
          "/bin/sh", ["-c", "{ \(command); echo ended with $? >&2; } | true"],
          environment: environment)
        #expect(gone.errors.contains("ended with 0\n"), "\(gone.errors)")
      }
    }
    try await withPlatform({ $0.hold() }) { _, environment in
      let run = try await Program.run(
        "/usr/bin/timeout", ["--preserve-status", "-s", "INT", "1", Program.path, "call", "CA1"],
        environment: environment)
      #expect(run.status == 130 && run.output.isEmpty)
    }
  }
}

extension PastCommandsTests {
  private static let token = "planted-token"

  private func withPlatform(
    _ script: @escaping ScriptedServer.Script = answer,
    _ body: (ScriptedServer, [String: String]) async throws -> Void
  ) async throws {
    let server = try ScriptedServer(script)
    defer { server.stop() }
    try await body(
      server,
      [
        "WALLBOARD_URL": server.origin, "WALLBOARD_TOKEN": Self.token,
        "WALLBOARD_WORKSPACE": "00000000-0000-4000-8000-000000000001",
      ])
  }

  /// A platform of 250 calls, a minute apart, and one story; it is ten o'clock there.
  @Sendable private static func answer(_ connection: ServerConnection) throws {
    let path = connection.target.split(separator: "/").dropFirst(2).joined(separator: "/")
    let date = "Date: Mon, 03 Aug 2026 10:00:00 GMT"
    switch path {
    case _ where path.hasPrefix("services?"):
      try connection.answer(
        "200 OK", #"{"items":[{"id":"s-1","name":"Billing"}],"has_more":false}"#, fields: [date])
    case _ where path.hasPrefix("calls?"):
      let offset = path.firstMatch(of: /offset=(\d+)/).flatMap { Int($0.1) } ?? 0
      let limit = path.firstMatch(of: /limit=(\d+)/).flatMap { Int($0.1) } ?? 20
      let items = (offset..<min(offset + limit, 250)).map(call).joined(separator: ",")
      try connection.answer(
        "200 OK", #"{"items":[\#(items)],"has_more":\#(offset + limit < 250),"total":250}"#,
        fields: [date])
    case "calls/CA1": try connection.answer("200 OK", story, fields: [date])
    default: try connection.answer("404 Not Found", #"{"detail":"no"}"#, fields: [date])
    }
  }

  private static func call(_ number: Int) -> String {
    let minute = 10 * 60 - 1 - number
    let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
    return #"""
      {"entity_id":"e-\#(number)","call_sid":"CA\#(number)","direction":"inbound",
       "caller_id":"+1555SECRET\#(number)","phone_number":"+1666SECRET","started_at":"2026-08-03T\#(clock):00Z",
       "duration_seconds":61.5,"status":"completed","completion_reason":"caller_hangup","turns":\#(number),
       "quality_score":0.87,"service_id":"s-1","escalation_status":"\#(number.isMultiple(of: 2) ? "completed" : "none")"}
      """#
  }

  private static let story = #"""
    {"id":"e-1","call_sid":"CA1","service_id":"s-1","caller_id":"SECRET-caller","phone_number":"SECRET-number",
     "error":"SECRET-problem","call_start_time":"2026-08-03T10:00:00Z","call_duration_seconds":252,
     "completion_reason":"forwarded","verified_transcript":"SECRET-verified","turns":[
      {"user_transcript":"SECRET-user","agent_transcript":"SECRET-agent","agent_action":"SECRET-action",
       "speaker_id":"SECRET-speaker","inner_thoughts":["SECRET-thought"],"user_speech_start_ms":500,
       "user_speech_end_ms":1500,"agent_speech_start_ms":2400,"engine_ms":300,
       "tool_calls":[{"tool_name":"find","input":{"q":"SECRET-input"},"output":"SECRET-output",
         "duration_ms":1320,"succeeded":false,"error_message":"SECRET-error"}],
       "state_transitions":[{"from_state":"a","to_state":"b","annotation":"SECRET-annotation"}]},7],
     "emotional_summary":{"dominant_emotion":"SECRET-emotion"},"forwarding":{"forward_to":"SECRET-target"},
     "participants":[{"participant_id":"SECRET-participant","role":"operator","display_name":"SECRET-name",
       "phone_number":"SECRET-telephone","joined_at":"2026-08-03T10:01:00Z"}],
     "human_segments":[{"speaker_role":"operator","transcript":"SECRET-segment"}],
     "escalation":{"status":"completed","trigger":"ai","concept":"SECRET-concept","trigger_source":"SECRET-source",
       "regulatory_basis":"SECRET-basis"},
     "safety":{"peak_concern_level":2,"concept_matches":[{"concept":"SECRET-concern","agent_action":"SECRET-reaction"}]}}
    """#
}
