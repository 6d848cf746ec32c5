import Testing
import WallboardEvents

@testable import WallboardApp

@Suite("Calls of the past as text")
struct PastTextTests {
  @Test(
    "are cells of RFC 4180, of which no spreadsheet makes a formula",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", #""a,b""#), (#"say "hi""#, #""say ""hi""""#),
      ("=1+1", "'=1+1"), ("+1555", "'+1555"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      (#"=HYPERLINK("x","y")"#, #""'=HYPERLINK(""x"",""y"")""#), ("two\nlines", "two lines"),
      ("1=1", "1=1"), (" -1", "' -1"), ("＝1", "'＝1"),
    ])
  func csv(text: String, cell: String) {
    #expect(CSV.cell(text) == cell)
  }

  @Test("have no formula behind a control that nobody sees")
  func hiddenFormula() {
    for control in ["\t", "\r", "\u{0}", "\u{200B}", "\u{FEFF}", " \u{8}"] {
      let cell = CSV.cell(control + "=1+1")
      #expect(!"=+-@\t\r".contains(cell.first { $0 != " " && $0 != "\"" } ?? " "), "\(cell)")
    }
    #expect(CSV.line(["a", "b,c"]) == "a,\"b,c\"\r")
  }

  @Test("are nothing but text in Markdown")
  func markdown() {
    #expect(
      Markdown.text("a|b `c` *d* <e> [f](g) _h_") == #"a\|b \`c\` \*d\* &lt;e&gt; \[f\](g) \_h\_"#)
    #expect(Markdown.text("one\n# two") == ##"one \# two"##)
  }

  private func sections(
    _ answer: String, _ mode: PrivacyMode = .open
  ) throws -> StorySections {
    let story = try CallStory(json: answer.utf8.span)
    let disclosure = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)).output
    return StorySections(story, FieldFaults(), service: nil, disclosure)
  }

  private func rows(_ title: String, _ answer: String) throws -> [[String]] {
    try sections(answer).all.first { $0.title == title }?.rows ?? []
  }

  @Test("tell who said what, with the time that is known")
  func conversation() throws {
    let rows = try rows(
      "Who said what",
      #"""
      {"call_start_time":"2026-08-03T10:00:00Z","turns":[
       {"user_transcript":"Hi","agent_transcript":"Hello","user_speech_start_ms":1500,
        "agent_speech_start_ms":62000,"interrupted":true,
        "tool_calls":[{"tool_name":"find_it","duration_ms":1200.4,"succeeded":true},
                      {"tool_name":"book","succeeded":false,"error_message":"no room"},{"tool_name":"x"}],
        "state_transitions":[{"from_state":"a_b","to_state":"c"}]},
       {"agent_transcript":"Bye","timestamp":"2026-08-03T10:02:05Z"},
       {"user_transcript":"?","speaker_role":"operator"}]}
      """#)
    #expect(
      rows == [
        ["0:01", "caller", "Hi"], ["", "tool", "find it succeeded after 1,200 ms"],
        ["", "tool", "book failed: no room"], ["", "tool", "x ran"], ["", "step", "a b → c"],
        ["1:02", "AI", "Hello (interrupted)"], ["2:05", "AI", "Bye"], ["", "operator", "?"],
      ])
  }

  @Test("tell the slowest turns; a stage without a time stays blank")
  func slowest() throws {
    let turns =
      [
        #"{"user_speech_end_ms":1000,"agent_speech_start_ms":3000,"engine_ms":900,"audio_ttfb_ms":0}"#,
        #"{"agent_transcript":"x"}"#, #"{"engine_ms":2500,"tool_ms":70}"#,
      ] + (1...6).map { #"{"engine_ms":\#($0)}"# }
    let rows = try rows("The slowest turns", "{\"turns\":[\(turns.joined(separator: ","))]}")
    #expect(rows.count == 5)
    #expect(rows.first == ["3", "", "2,500 ms", "", "", "", "70 ms"])
    #expect(rows[1] == ["1", "2,000 ms", "900 ms", "", "", "0 ms", ""])
    #expect(rows.map { $0[0] } == ["3", "1", "9", "8", "7"])
  }

  @Test("say what is missing, and nothing of what is not known")
  func facts() throws {
    let bare = try sections("{}")
    #expect(bare.all.map(\.title) == ["Call without an ID"])
    #expect(bare.all.first?.rows == [["turns", "0"]])
    let facts = try rows(
      "Call CA1",
      #"{"call_sid":"CA1","turns":[7,{"tool_calls":[3]}],"escalation":{"status":"none"},"safety":{}}"#
    )
    #expect(
      facts == [
        ["turns", "1"],
        ["missing", "1 turn, 1 tool or step: not understood, or more than are kept"],
      ])
  }

  @Test("steer no terminal")
  func controls() throws {
    let hostile = try sections(
      #"{"call_sid":"CA\u001b[2J","final_state":"\u001b]0;x\u0007","turns":[{"agent_transcript":"a\nb\u001b[31m"}]}"#
    )
    for line in hostile.lines + hostile.markdown {
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(line)")
    }
  }
}
