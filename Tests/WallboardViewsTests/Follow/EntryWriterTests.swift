import DequeModule
import OrderedCollections
import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite(.inTurn)
struct EntryWriterTests {
  static let hostile = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "a\u{202E}b\u{2066}c\u{200F}", "\u{9B}31m\u{85}\u{2028}x",
    String(repeating: "A", count: 3_000), String(repeating: "漢", count: 3_000),
    "e" + String(repeating: "\u{301}", count: 3_000), "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", "\u{FEFF}\u{200B}\u{AD}",
    "line\r\nbreak\ttab\u{0}nul", " ", "", "{\"a\":[1,{\"b\":\"x",
  ]

  @Test(arguments: hostile)
  func everyLineFitsAndTheBordersStand(text: String) throws {
    let board = try SampleBoard.followingOnly(text).seen(.open)
    let entries = try #require(board.state.board.observations[SampleBoard.call(21)])
      .timeline.entries
    #expect(entries.count > 8)
    for glyphs in [GlyphSet.unicode, .ascii] {
      let settings = Picture.settings(glyphs: glyphs)
      for width in [35, 36, 46, 62, 100] {
        let writer = EntryWriter(FrameContext(board.state, settings), width: width)
        for entry in entries {
          for line in writer.lines(of: entry, isUnfolded: true) {
            let columns = (line.lead + line.body).reduce(0) {
              $0 + TextLayout.width(of: $1.text)
            }
            #expect(columns <= width, "\(width): \(line)")
          }
        }
      }
      for (width, height) in [(80, 24), (120, 40), (160, 50), (40, 10)] {
        let canvas = Picture.draw(board, Size(width: width, height: height), settings)
        expectHarmless(canvas, board, ascii: glyphs == .ascii)
      }
    }
  }

  private func expectHarmless(_ canvas: Canvas, _ board: SampleBoard, ascii: Bool) {
    for row in canvas.rows {
      #expect(TextLayout.width(of: row) == canvas.size.width)
      #expect(!ascii || row.unicodeScalars.allSatisfy(\.isASCII), "\(row)")
    }
    let layout = Dashboard.layout(board.state, size: canvas.size)
    for area in layout.panes.values {
      for y in area.rows.dropFirst().dropLast() {
        for x in [area.columns.lowerBound, area.columns.upperBound - 1] {
          let base = canvas.cell(at: Point(x: x, y: y))?.glyph.base
          #expect(base.map { "│├┤|+".unicodeScalars.contains($0) } ?? false, "\(x),\(y)")
        }
      }
    }
  }

  @Test func whatTicksNeverChangesTheHeight() throws {
    let board = try SampleBoard.following()
    var later = board
    later.state.board.now = SampleBoard.now.advanced(milliseconds: 86_400_000)
    let entries = board.state.board.observations[SampleBoard.call(21)]?.timeline.entries ?? []
    for mode in PrivacyMode.allCases {
      for width in [30, 36, 46, 62, 100] {
        let settings = Picture.settings()
        let now = EntryWriter(FrameContext(board.seen(mode).state, settings), width: width)
        let then = EntryWriter(FrameContext(later.seen(mode).state, settings), width: width)
        for entry in entries {
          let lines = (
            now.lines(of: entry, isUnfolded: true), then.lines(of: entry, isUnfolded: true)
          )
          #expect(lines.0.count == lines.1.count)
          #expect(lines.0 == lines.1 || now.ticks(entry))
        }
      }
    }
  }

  @Test func jsonIsIndentedEvenWhereItIsCut() {
    #expect(
      JSONReindenter.lines(of: #"{"a":[1,2],"b":{},"c":"x,{y\"}","d":[{"e"#) == [
        "{", #"  "a": ["#, "    1,", "    2", "  ],", #"  "b": {},"#, #"  "c": "x,{y\"}","#,
        #"  "d": ["#, "    {", #"      "e"#,
      ])
    #expect(JSONReindenter.lines(of: "two\nlines") == ["two", "lines"])
    #expect(JSONReindenter.lines(of: "]]]]") == ["]]]]"])
    #expect(JSONReindenter.lines(of: "[]]]{{").count > 1)
    let value = JSONValue.object(["b": .array([.number(1), .null]), "a": .string("x")])
    #expect(
      JSONPrinter.lines(of: value) == [
        "{", "  a: \"x\"", "  b: [", "    1", "    null", "  ]", "}",
      ])
  }

  @Test func aLongAnswerIsCutWithACount() throws {
    var board = try SampleBoard.following()
    let output = String(repeating: "[1],", count: 2_000)
    try board.hear(
      "tool_call_completed",
      #"{"tool_name":"long","succeeded":true,"output":"[\#(output)"}"#, ago: 1)
    let entry = try #require(
      board.state.board.observations[SampleBoard.call(21)]?.timeline.entries.last)
    let writer = EntryWriter(FrameContext(board.state, Picture.settings()), width: 80)
    let lines = writer.lines(of: entry, isUnfolded: true)
    #expect(lines.count == 1 + EntryWriter.detailLines)
    #expect(lines.last?.body.last?.text.hasSuffix("more lines") == true)
  }

  @Test func sparklinesStayWithinTheirBounds() {
    let values: [Double] = [-.infinity, -1, 0, 1, .nan, 2]
    let text = Sparkline.text(values, width: 5, bounds: -1...1, glyphs: .unicode)
    #expect(text == "▁▅█ █")
    #expect(Sparkline.text(values, width: 0, bounds: -1...1, glyphs: .ascii).isEmpty)
  }

  @Test(arguments: [
    (0.4, "0 ms"), (820, "820 ms"), (999.6, "1.0 s"), (2_310, "2.3 s"), (12_300, "12 s"),
    (151_000, "2m 31s"), (-5, "0 ms"), (.nan, "an impossible time"),
    (1e300, "an impossible time"),
  ])
  func whatWasMeasured(milliseconds: Double, expected: String) {
    #expect(Durations.measured(milliseconds) == expected)
  }
}

extension SampleBoard {
  /// A followed call whose every word is that text.
  static func followingOnly(_ text: String) throws -> SampleBoard {
    let json = try JSONText.literal(text)
    var board = try many()
    board.follow([21])
    board.change(to: .open, ago: 60)
    let messages = [
      (
        "session_info",
        #"{"call_sid":"\#(callSID(21))","caller_id":\#(json),"current_state":\#(json)}"#
      ),
      ("user_transcript", #"{"transcript":\#(json)}"#),
      ("user_transcript", #"{"transcript":\#(json),"speaker_role":\#(json),"is_barge_in":true}"#),
      ("agent_transcript", #"{"transcript":\#(json),"interrupted":true,"filler_type":\#(json)}"#),
      ("agent_transcript_delta", #"{"delta":\#(json)}"#),
      ("barge_in", #"{"discarded_texts":[\#(json),\#(json)]}"#),
      (
        "tool_call_started",
        #"{"tool_name":\#(json),"call_id":"1","input":{"k":\#(json)},"integration_name":\#(json)}"#
      ),
      (
        "tool_call_completed",
        #"{"tool_name":\#(json),"call_id":"1","output":\#(json),"error_message":\#(json)}"#
      ),
      ("tool_call_started", #"{"tool_name":\#(json),"call_id":"2","endpoint_name":\#(json)}"#),
      ("state_transition", #"{"previous_state":\#(json),"next_state":\#(json)}"#),
      ("forward_call_resolved", #"{"location_name":\#(json),"error":\#(json)}"#),
      ("emotion", #"{"dominant":\#(json),"valence":9e99,"arousal":0,"trend":\#(json)}"#),
      (
        "participant_joined",
        #"{"participant_id":"p","participant_role":\#(json),"conference_sid":"c","display_name":\#(json)}"#
      ),
      ("odd_event", #"{"k":\#(json)}"#),
    ]
    for (name, fields) in messages { try board.hear(name, fields, ago: 30) }
    board.act(
      .observedMalformed(
        call(21),
        MalformedEvent(
          id: nil, name: "x", receivedAt: now, reason: BoundedString(text), data: Protected(""))))
    board.change(to: .refused(reason: BoundedString(text)), ago: 1)
    return board
  }
}
