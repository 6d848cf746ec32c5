import DequeModule
import OrderedCollections
import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
@testable import WallboardViews

@Suite(.inTurn)
struct ToolLinesTests {
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
    let observation = try #require(board.state.board.observations[SampleBoard.call(21)])
    let entry = try #require(observation.timeline.entries.last)
    let writer = EntryWriter(
      FrameContext(board.state, Picture.settings()), observation, width: 80)
    let lines = writer.lines(of: entry, isUnfolded: true)
    #expect(lines.count == 1 + EntryWriter.detailLines)
    #expect(lines.last?.body.last?.text.hasSuffix("more lines") == true)
  }
}
