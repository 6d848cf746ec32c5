import TestSupport
import Testing
import WallboardWire

/// What the values of JSON are.
@Suite struct JSONElementTests {
  @Test(arguments: [
    (#""""#, "", false), (#""plain""#, "plain", false),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t", false),
    (#""\u0041\u00e9\u20AC""#, "Aé€", false), (#""\u0000""#, "\u{0}", false),
    (#""\ud83d\ude00""#, "😀", false), (#""é😀\\""#, "é😀\\", false),
    (#""cut \ud83d""#, "cut \u{FFFD}", true), (#""\ude00 here""#, "\u{FFFD} here", true),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀", true), (#""\ud83d\u0041""#, "\u{FFFD}A", true),
    (#""\ud83d\\ude00""#, "\u{FFFD}\\ude00", true), (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}", true),
  ])
  func strings(text: String, string: String, repaired: Bool) throws {
    let found = try read(text)
    #expect(found.string == string && found.isRepaired == repaired)
    #expect(found.double == nil && found.integer == nil && found.boolean == nil)
  }

  @Test(
    arguments: [
      ("0", 0, 0), ("-0", -0.0, 0), ("42", 42, 42), ("-1", -1, -1), ("5.0", 5, 5),
      ("1e2", 100, 100),
      ("0e1", 0, 0), ("12.5", 12.5, nil), ("-0.1", -0.1, nil), ("1E-2", 0.01, nil),
      ("123.456e78", 123.456e78, nil),
      ("9007199254740993", 9007199254740992, 9_007_199_254_740_993),
      ("9223372036854775807", 0x1p63, .max), ("-9223372036854775808", -0x1p63, .min),
      ("9223372036854775808", 0x1p63, nil), ("18446744073709551616", 0x1p64, nil),
      ("0.1234567890123456789012345", 0.1234567890123456789012345, nil), ("1E400", nil, nil),
      ("-1E400", nil, nil), ("1e-400", 0, 0), ("1e99999999999999999999", nil, nil),
      ("9007199254740993.0", 9007199254740992, nil),
      ("9007199254740991.0", 0x1p53 - 1, 1 << 53 - 1),
      ("-9223372036854775809", -0x1p63, nil), ("1e1500000", nil, nil),
      ("0." + String(repeating: "0", count: 999_999) + "1e1000000", 1, 1),
      ("0." + String(repeating: "0", count: 999_999) + "1e1000002", 100, 100),
      ("0." + String(repeating: "0", count: 999_999) + "1e1500000", nil, nil),
      ("179769313486231570000000000000000000000e270", 1.7976931348623157e308, nil),
    ] as [(String, Double?, Int?)])
  func numbers(text: String, double: Double?, integer: Int?) throws {
    let found = try read(text)
    #expect(found.double == double && found.double?.sign == double?.sign)
    #expect(found.integer == integer)
    #expect(found.string == nil && found.boolean == nil)
  }

  /// Numbers are what the standard library reads, to the last bit.
  @Test func numbersByTheThousand() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let whole =
        UInt64.random(in: 0 ... .max, using: &generator)
        >> Int.random(in: 0..<64, using: &generator)
      let exponent = Int.random(in: -30...30, using: &generator)
      let text = "\(whole).\(whole % 1_000)e\(exponent)"
      #expect(try read(text).double == Double(text), "\(text)")
    }
  }

  @Test func booleansAndNull() throws {
    #expect(try read("true").boolean == true)
    #expect(try read("false").boolean == false)
    let null = try read("null")
    #expect(null.boolean == nil && null.kind == .null)
  }

  @Test func words() throws {
    #expect(try read(#""inbound""#).isInbound)
    #expect(try read(#""in\u0062ound""#).isInbound)
    for other in [#""inboun""#, #""inbounds""#, #""Inbound""#, "1", "null", "[]"] {
      #expect(try !read(other).isInbound)
    }
  }

  /// All that a value says of itself.
  private struct Found {
    let kind: JSONKind
    let string: String?
    var isRepaired = false
    let double: Double?
    let integer: Int?
    let boolean: Bool?
    let isInbound: Bool

    init(_ element: borrowing JSONElement) {
      kind = element.kind
      string = element.string(&isRepaired)
      double = element.double
      integer = element.integer
      boolean = element.boolean
      isInbound = element.spells("inbound")
    }
  }

  private func read(_ string: String) throws -> Found {
    let text = string.utf8.span
    var members: [JSONMember] = []
    var reader = JSONReader(text)
    return Found(JSONElement(text, try reader.whole(into: &members)))
  }
}
