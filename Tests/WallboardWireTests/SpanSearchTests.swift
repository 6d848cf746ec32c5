import Testing

@testable import WallboardWire

/// What looks at many bytes at a time finds what a look at each of them finds.
struct SpanSearchTests {
  /// Around the words of eight and the pieces of sixteen bytes.
  private static let lengths = 0...50

  @Test(arguments: lengths) func aLineEndIsFoundWhereverItIs(length: Int) {
    for place in 0..<length {
      for end in [UInt8(ascii: "\n"), UInt8(ascii: "\r")] {
        var text = [UInt8](repeating: 0x8A, count: length)
        text[place] = end
        for start in 0...length + 2 {
          #expect(lineEnd(in: text, from: start) == (start <= place ? place : nil))
        }
      }
    }
    // The first of two.
    for place in 0..<max(length - 1, 0) {
      var text = [UInt8](repeating: 0x0B, count: length)
      text[place] = UInt8(ascii: "\n")
      text[length - 1] = UInt8(ascii: "\n")
      #expect(lineEnd(in: text, from: 0) == place)
    }
  }

  @Test(arguments: [1, 7, 8, 15, 16, 17, 31, 33]) func aByteThatIsNotPlainIsSeen(length: Int) {
    for byte in UInt8.min...UInt8.max {
      let isPlain =
        (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      for place in 0..<length {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        text[place] = byte
        #expect(isPlainInJSON(text) == isPlain)
      }
    }
    #expect(isPlainInJSON([]))
  }

  @Test(arguments: lengths) func whatDiffersInOneByteIsNotEqual(length: Int) {
    let text = [UInt8](repeating: 1, count: length)
    #expect(isEqual(text, text))
    #expect(!isEqual(text, text + [1]))
    for place in 0..<length {
      var other = text
      other[place] = 2
      #expect(!isEqual(text, other))
    }
  }

  @Test func digitsAreANumberHoweverManyThereAre() {
    for length in 1...20 {
      let digits = String("98765432109876543210".prefix(length))
      #expect(number(Array(digits.utf8)) == Int(digits) ?? .max)
      for place in 0..<length {
        // Around the digits, what differs from them in high bits alone, and a sign.
        for other in [UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), 0xB1, 0x11, 0x2D] {
          var text = Array(digits.utf8)
          text[place] = other
          #expect(number(text) == nil)
        }
      }
    }
    #expect(number([]) == nil)
  }

  // A span cannot stand in an expectation.
  private func lineEnd(in text: [UInt8], from start: Int) -> Int? {
    text.span.firstLineEnd(from: start)
  }
  private func isPlainInJSON(_ text: [UInt8]) -> Bool { text.span.isPlainInJSON }
  private func number(_ text: [UInt8]) -> Int? { text.span.decimalNumber }
  private func isEqual(_ text: [UInt8], _ other: [UInt8]) -> Bool {
    text.span.isEqual(to: other.span)
  }
}
