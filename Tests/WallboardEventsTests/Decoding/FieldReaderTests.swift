import Testing
import WallboardEvents
import WallboardWire

/// Fields by their names, and what is left.
@Suite struct FieldReaderTests {
  @Test func inAnyOrder() throws {
    var fields = try FieldReader(#"{"c":true,"b":"x","a":1}"#.utf8.span)
    let (a, b, c) = (
      fields.required("a", Int.self), try fields.key("b", String.self),
      fields.optional("c", Bool.self)
    )
    let extras = fields.extras()
    #expect(a == 1 && b == "x" && c == true && extras.isEmpty)
    let faults = fields.faults
    #expect(faults.isEmpty)
  }

  @Test func firstOfEqualNamesWins() throws {
    var fields = try FieldReader(#"{"x":1,"a":1,"\u0061":2,"x":2,"a":null}"#.utf8.span)
    let a = try fields.key("a", Int.self)
    let extras = fields.extras()
    #expect(a == 1)
    #expect(extras == ["x": Protected(.number(1))])
  }

  @Test func namesWithEscapes() throws {
    var fields = try FieldReader(#"{"call\u005fsid":"CA1","\u0078":2}"#.utf8.span)
    let call = try fields.key("call_sid", String.self)
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
      let call = fields.optional("call_sid", Int.self)
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
    (#"{"a":"x"}"#, "a: expected a whole number, found a string"),
    (#"{"a":1.5}"#, "a: a value that does not fit"),
    (#"{"a":1e400}"#, "a: a value that does not fit"),
    (#"{"a":{}}"#, "a: expected a whole number, found an object"), ("[1,]", "not JSON"),
    (String(repeating: "[", count: 40), "nested more than 32 levels deep"),
    (#"[{"a":1}]"#, "a: missing"),
  ])
  func faults(text: String, reason: String) {
    let fault = #expect(throws: FieldFault.self) {
      var fields = try FieldReader(text.utf8.span)
      _ = try fields.key("a", Int.self)
    }
    #expect(fault?.description == reason)
    guard var fields = try? FieldReader(text.utf8.span) else { return }
    let value = fields.required("a", Int.self)
    let sentences = fields.faults.sentences
    #expect(value == nil && sentences.map(\.string) == [reason])
  }

  /// The limit that is named is the one that was given.
  @Test func theLimitIsNamed() {
    let fault = #expect(throws: FieldFault.self) {
      _ = try FieldReader(String(repeating: "[", count: 600).utf8.span, deepest: 512)
    }
    #expect(fault?.description == "nested more than 512 levels deep")
  }

  @Test(arguments: [
    (#"{"a":[1,2,"x"]}"#, [1, 2], "a[2]: expected a whole number, found a string"),
    (
      #"{"a":[1,"2"]}"#, [1, 2], "a[1]: expected a whole number, found a string (read all the same)"
    ),
    (#"{"a":{"secret":1}}"#, nil, "a: expected an array, found an object"),
  ])
  func waysToAFault(text: String, value: [Int]?, reason: String) throws {
    var fields = try FieldReader(text.utf8.span)
    let read = fields.required("a", [Int].self)
    let sentences = fields.faults.sentences
    #expect(read == value && sentences.map(\.string) == [reason])
  }

  /// A name that is not of the contract is part of what is said.
  @Test func namesOfOthersAreNotTold() throws {
    var fields = try FieldReader(#"{"a":{"secret":"x","b":1}}"#.utf8.span)
    let read = fields.optional("a", [String: Double].self)
    let sentences = fields.faults.sentences
    #expect(read == ["b": 1] && sentences == ["a: expected a number, found a string"])
  }

  @Test func whatHasToBeUnderstoodInAllIsChecked() throws {
    var fields = try FieldReader(#"{"a":"1","b":null}"#.utf8.span)
    _ = fields.optional("b", Int.self)
    try fields.checkFaults()
    _ = fields.optional("a", Int.self)
    let fault = #expect(throws: FieldFault.self) { try fields.checkFaults() }
    #expect(fault?.problem == .taken(for: .wholeNumber, found: .string))
  }

  @Test func absentAndNullAreNone() throws {
    var fields = try FieldReader(#"{"a":null,"c":[]}"#.utf8.span)
    let (a, b) = (fields.optional("a", Int.self), fields.optional("b", Int.self))
    let before = fields.faults
    let c = fields.optional("c", Int.self)
    let after = fields.faults
    #expect(a == nil && b == nil && c == nil && before.isEmpty && after.count == 1)
  }

  /// One payload's members are none of the next one's.
  @Test func memoryIsUsedAgain() throws {
    let storage = FieldStorage()
    for text in [#"{"a":1,"b":2,"c":3}"#, #"{"b":5}"#, "{}", "[1", #"{"a":7}"#] {
      guard var fields = try? FieldReader(text.utf8.span, storage: storage) else { continue }
      let a = fields.optional("a", Int.self)
      let extras = fields.extras()
      fields.giveBack()
      #expect(a == (text.contains("1") ? 1 : text.contains("7") ? 7 : nil))
      #expect(extras.count == (text.contains("c") ? 2 : text.contains("5") ? 1 : 0))
    }
  }
}
