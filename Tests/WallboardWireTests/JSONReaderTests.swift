import TestSupport
import Testing
@testable import WallboardWire

/// What is JSON, wherever it stands: RFC 8259.
@Suite struct JSONReaderTests {
  /// The text around a value.
  static let positions = [
    ("", ""), (" ", "\n"), ("[", "]"), ("[0, ", " ,0]"), ("{\"a\":", "}"),
    ("{\"a\" : 1 ,\"b\" : ", " , \"c\" : [ ] }"), ("[{\"a\":[", "]}]"),
  ]

  @Test(arguments: JSONCases.accepted) func accepts(text: String) {
    for (before, after) in Self.positions {
      #expect(fault(in: before + text + after) == nil, "\(before)\(text)\(after)")
    }
  }

  @Test(arguments: JSONCases.refused) func refuses(text: String) {
    for (before, after) in Self.positions {
      // An array or object may be empty.
      guard !text.allSatisfy(\.isWhitespace) || before.isEmpty || after.hasPrefix(" ,") else {
        continue
      }
      #expect(fault(in: before + text + after) == .notJSON, "\(before)\(text)\(after)")
    }
  }

  @Test(arguments: JSONCases.unfinished) func refusesWhole(text: String) {
    #expect(fault(in: text) == .notJSON)
  }

  @Test(arguments: JSONCases.noUTF8) func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    for (before, after) in [("\"", "\""), ("{\"", "\":1}"), ("[\"long enough \", \"a", "b\"]")] {
      #expect(fault(in: Array(before.utf8) + bytes + Array(after.utf8)) == .notJSON)
    }
    #expect(fault(in: bytes) == .notJSON)
  }

  @Test func passesOverOneByteOrderMark() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(fault(in: mark + Array(#" {"a":1}"#.utf8)) == nil)
    #expect(fault(in: mark + mark + Array("{}".utf8)) == .notJSON)
    #expect(fault(in: Array(" ".utf8) + mark + Array("{}".utf8)) == .notJSON)
    #expect(fault(in: mark) == .notJSON)
  }

  @Test func boundsTheDepth() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let nested = {
        String(repeating: open, count: $0) + "1" + String(repeating: close, count: $0)
      }
      #expect(fault(in: nested(JSONReader.deepest)) == nil)
      #expect(fault(in: nested(JSONReader.deepest + 1)) == .tooDeep)
      #expect(fault(in: String(repeating: open, count: 100_000)) == .tooDeep)
    }
    let flat = "[" + Array(repeating: "[[]]", count: 1_000).joined(separator: ",") + "]"
    #expect(fault(in: flat) == nil)
  }

  /// No prefix of a text is one, and no byte of it may be just any other.
  @Test func cutAndChangedAnywhere() {
    let text = Array(
      #"{"a" : ["x\u00e9é", -1.5e3, true, null, {}], "b":{"c":"\ud83d\ude00😀"}}"#.utf8)
    #expect(fault(in: text) == nil)
    for end in text.indices { #expect(fault(in: Array(text[..<end])) == .notJSON) }
    for index in text.indices {
      for byte in UInt8.min ... .max {
        var changed = text
        changed[index] = byte
        // Never a trap; what is accepted is UTF-8.
        if fault(in: changed) == nil { #expect(String(validating: changed, as: UTF8.self) != nil) }
      }
    }
  }

  @Test func findsMembers() throws {
    let text = #" {"a":1,"b\u0063":"x","a": [ 2 ] , "":{"a":null}} "#
    let (kind, members) = try members(of: text)
    #expect(kind == .object)
    #expect(members.map(\.name) == ["a", "bc", "a", ""])
    #expect(members.map(\.value) == ["1", "x", "[ 2 ]", #"{"a":null}"#])
    #expect(members.map(\.kind) == [.number, .string, .array, .object])
  }

  @Test func findsElements() throws {
    let text = #"[1 , "a",[], {"b":[2]},null ]"#.utf8.span
    var reader = JSONReader(text)
    try reader.enter(.array)
    var found: [String] = []
    while let piece = try reader.nextElement() { found.append(JSONElement(text, piece).literal) }
    #expect(found == ["1", "a", "[]", #"{"b":[2]}"#, "null"])
  }

  /// The strings of a piece end in it, whatever stands behind: many bytes are looked at at a time.
  @Test func readsNothingBehindAPiece() throws {
    let text = #"[{"a":"b"},"c","dddddddddddddddddddddddddd"]"#.utf8.span
    var whole = JSONReader(text)
    try whole.enter(.array)
    let piece = try #require(try whole.nextElement())
    var members: [JSONMember] = []
    var reader = JSONElement(text, piece).reader
    let read = try reader.whole(into: &members)
    #expect(read.range == piece.range && members.count == 1)
    // Of a string that the piece cuts there is no end, though one stands behind it.
    var cut = JSONReader(text, at: JSONPiece(.array, 0..<20))
    try cut.enter(.array)
    var found = 0
    var fault: JSONFault?
    do throws(JSONFault) { while try cut.nextElement() != nil { found += 1 } } catch {
      fault = error
    }
    #expect(found == 2 && fault == .notJSON)
  }

  private func fault(in text: String) -> JSONFault? { fault(in: Array(text.utf8)) }

  private func fault(in bytes: [UInt8]) -> JSONFault? {
    var members: [JSONMember] = []
    var reader = JSONReader(bytes.span)
    do throws(JSONFault) {
      _ = try reader.whole(into: &members)
      return nil
    } catch {
      return error
    }
  }

  private typealias Found = (name: String, value: String, kind: JSONKind)

  private func members(of string: String) throws -> (JSONKind, [Found]) {
    let text = string.utf8.span
    var members: [JSONMember] = []
    var reader = JSONReader(text)
    let whole = try reader.whole(into: &members)
    var isRepaired = false
    var found: [Found] = []
    for member in members {
      let name = JSONElement(text, member.name).string(&isRepaired) ?? ""
      found.append((name, JSONElement(text, member.value).literal, member.value.kind))
    }
    return (whole.kind, found)
  }
}
