import Testing
import WallboardEvents

/// Fields by their names, and what is left.
@Suite struct FieldReaderTests {
  @Test func inAnyOrder() throws {
    var fields = try FieldReader(#"{"c":true,"b":"x","a":1}"#.utf8.span)
    let (a, b, c) = (
      try fields.required("a", Int.self), try fields.required("b", String.self),
      try fields.required("c", Bool.self)
    )
    let extras = fields.extras()
    #expect(a == 1 && b == "x" && c && extras.isEmpty)
  }

  @Test func firstOfEqualNamesWins() throws {
    var fields = try FieldReader(#"{"x":1,"a":1,"\u0061":2,"x":2,"a":null}"#.utf8.span)
    let a = try fields.required("a", Int.self)
    let extras = fields.extras()
    #expect(a == 1)
    #expect(extras == ["x": Protected(.number(1))])
  }

  @Test func namesWithEscapes() throws {
    var fields = try FieldReader(#"{"call\u005fsid":"CA1","\u0078":2}"#.utf8.span)
    let call = try fields.required("call_sid", String.self)
    let extras = fields.extras()
    #expect(call == "CA1" && extras == ["x": Protected(.number(2))])
  }

  @Test(arguments: ["call_si", "call_sidd", "Call_sid", "call_s\u{12B}d", ""])
  func namesThatOnlyLookAlike(name: String) throws {
    let escaped = name.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    for spelling in [name, escaped.joined()] {
      var fields = try FieldReader(#"{"\#(spelling)":1}"#.utf8.span)
      let call = fields.readable("call_sid", Int.self)
      #expect(call == nil)
    }
  }

  @Test(arguments: ["null", "true", "7", #""""#, #""{}""#, #""word""#, "[1]", #"{"b":1}"#])
  func valuesWithin(text: String) throws {
    var fields = try FieldReader(#"{"a":\#(text)}"#.utf8.span)
    var inner = try fields.nested("a")
    let rest = try inner.rest()
    #expect(rest == Protected(try JSONValue(json: text.utf8.span)))
  }

  @Test func whatIsLeftIsKept() throws {
    var fields = try FieldReader(
      #"{"a":1,"big":1e999,"o":{"p":[1e999,"\ud83d"]},"n":null}"#.utf8.span)
    fields.skip("a")
    let extras = fields.extras()
    #expect(
      extras == [
        "big": Protected(.null), "n": Protected(.null),
        "o": Protected(.object(["p": .array([.null, .string("\u{FFFD}")])])),
      ])
  }

  @Test(arguments: [
    (#"{}"#, "a: missing"), (#"{"a":null}"#, "a: expected a whole number, found null"),
    (#"{"a":"1"}"#, "a: expected a whole number, found a string"),
    (#"{"a":1.5}"#, "a: a value that does not fit"),
    (#"{"a":1e400}"#, "a: a value that does not fit"),
    (#"{"a":{}}"#, "a: expected a whole number, found an object"), ("[1,]", "not JSON"),
    (String(repeating: "[", count: 40), "nested more than 32 levels deep"),
    (#"[{"a":1}]"#, "a: missing"),
  ])
  func faults(text: String, reason: String) {
    let fault = #expect(throws: FieldFault.self) {
      var fields = try FieldReader(text.utf8.span)
      _ = try fields.required("a", Int.self)
    }
    #expect(fault?.description == reason)
  }

  @Test func waysToAFault() {
    let texts = [
      (#"{"a":[1,2,"x"]}"#, "a[2]: expected a whole number, found a string"),
      (#"{"a":{"secret":1}}"#, "a: expected an array, found an object"),
    ]
    for (text, reason) in texts {
      let fault = #expect(throws: FieldFault.self) {
        var fields = try FieldReader(text.utf8.span)
        _ = try fields.required("a", [Int].self)
      }
      #expect(fault?.description == reason)
    }
    // A name that is not of the contract is part of what is said.
    let fault = #expect(throws: FieldFault.self) {
      var fields = try FieldReader(#"{"a":{"secret":"x"}}"#.utf8.span)
      _ = try fields.required("a", [String: Double].self)
    }
    #expect(fault?.description == "a: expected a number, found a string")
  }

  @Test func absentAndNullAreNone() throws {
    var fields = try FieldReader(#"{"a":null,"c":[]}"#.utf8.span)
    let (a, b) = (try fields.optional("a", Int.self), try fields.optional("b", Int.self))
    let c = fields.readable("c", Int.self)
    #expect(a == nil && b == nil && c == nil)
  }

  /// One payload's members are none of the next one's.
  @Test func memoryIsUsedAgain() throws {
    let storage = FieldStorage()
    for text in [#"{"a":1,"b":2,"c":3}"#, #"{"b":5}"#, "{}", "[1", #"{"a":7}"#] {
      guard var fields = try? FieldReader(text.utf8.span, storage: storage) else { continue }
      let a = try fields.optional("a", Int.self)
      let extras = fields.extras()
      fields.giveBack()
      #expect(a == (text.contains("1") ? 1 : text.contains("7") ? 7 : nil))
      #expect(extras.count == (text.contains("c") ? 2 : text.contains("5") ? 1 : 0))
    }
  }

  @Test func everyWordOfAVocabularyIsFound() {
    for word in CompletionReason.allCases {
      #expect(CompletionReason.words.word(word.rawValue.utf8.span) == word)
    }
    for kind in WorkspaceEvent.Kind.allCases {
      #expect(WorkspaceEvent.Kind.words.word(kind.rawValue.utf8.span) == kind)
    }
    for other in ["", "x", "complete", "completes", "COMPLETED", String(repeating: "x", count: 99)]
    {
      #expect(CompletionReason.words.word(other.utf8.span) == nil)
    }
  }
}
