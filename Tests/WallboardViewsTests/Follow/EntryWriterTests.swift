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
  @Test(arguments: HostileText.texts(length: 3_000) + ["{\"a\":[1,{\"b\":\"x"])
  func everyLineFitsAndTheBordersStand(text: String) throws {
    let board = try SampleBoard.followingOnly(text).seen(.open)
    let observation = try #require(board.state.board.observations[SampleBoard.call(21)])
    let entries = observation.timeline.entries
    #expect(entries.count > 8)
    for glyphs in [GlyphSet.unicode, .ascii] {
      let settings = Picture.settings(glyphs: glyphs)
      for width in [35, 36, 46, 62, 100] {
        let writer = EntryWriter(FrameContext(board.state, settings), observation, width: width)
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
        HostileText.expectHarmless(canvas, ascii: glyphs == .ascii)
        expectBordersInPlace(canvas, board)
      }
    }
  }

  private func expectBordersInPlace(_ canvas: Canvas, _ board: SampleBoard) {
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
    let observation = try #require(board.state.board.observations[SampleBoard.call(21)])
    let entries = observation.timeline.entries
    for mode in PrivacyMode.allCases {
      for width in [30, 36, 46, 62, 100] {
        let settings = Picture.settings()
        let now = EntryWriter(
          FrameContext(board.seen(mode).state, settings), observation, width: width)
        let then = EntryWriter(
          FrameContext(later.seen(mode).state, settings), observation, width: width)
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
}

extension SampleBoard {
  /// A followed call whose every word is that text.
  fileprivate static func followingOnly(_ text: String) throws -> SampleBoard {
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
