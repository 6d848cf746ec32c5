import Testing
import WallboardScreen

struct ScalarClassTests {
  @Test(
    arguments: [
      (0x41, 1), (0xE9, 1), (0x3B1, 1), (0x439, 1), (0x5D0, 1), (0x627, 1), (0x2026, 1),
      (0x2500, 1),
      (0x25CF, 1), (0x25FD, 2), (0x3042, 2), (0x4E2D, 2), (0xD55C, 2), (0xFF21, 2), (0xFF71, 1),
      (0x1F600, 2), (0x1F6DC, 2), (0x1FAE8, 2), (0x260E, 1), (0x2705, 2), (0x20000, 2), (0xFFFD, 1),
      (0x115F - 1, 2), (0x231A, 2), (0x231C, 1), (0x2329, 2), (0x232B, 1),
    ] as [(UInt32, Int)])
  func printableScalarsHaveAWidth(value: UInt32, width: Int) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .printable(width: width))
  }

  @Test(arguments: [0x301, 0x20E3, 0x5B0, 0xE31, 0x1161, 0x11A8, 0x3099] as [UInt32])
  func marksTakeNoColumn(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .mark)
  }

  @Test(arguments: [0x61C, 0x200E, 0x200F] + Array(0x202A...0x202E) + Array(0x2066...0x2069))
  func everyBidiControlIsLeftOut(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .unsafe(standIn: nil))
  }

  @Test(arguments: [
    0x200B, 0x2060, 0x2064, 0xFEFF, 0x180E, 0xE0001, 0xE0041, 0x3164, 0x600, 0xFFF9,
  ])
  func theInvisibleIsLeftOut(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .unsafe(standIn: nil))
  }

  @Test(
    arguments: [0x80, 0x9B, 0x9F, 0xE000, 0xFDD0, 0xFFFF, 0x10FFFF, 0x378, 0xF0000] as [UInt32])
  func whatHasNoMeaningIsReplaced(value: UInt32) throws {
    let expected = ScalarClass.unsafe(standIn: ScalarClass.replacement)
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == expected)
  }

  @Test(
    arguments: [
      ("\u{0}", "␀"), ("\u{7}", "␇"), ("\u{E}", "␎"), ("\u{1B}", "␛"), ("\u{7F}", "␡"),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func controlsBecomeTheirPictures(scalar: Unicode.Scalar, picture: Unicode.Scalar) {
    #expect(ScalarClass(scalar) == .unsafe(standIn: picture))
  }

  @Test(arguments: [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029] as [UInt32])
  func linesEnd(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .lineBreak)
  }

  @Test(arguments: [0x09, 0xA0, 0x2003, 0x3000] as [UInt32])
  func spacesAreSpaces(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .space)
  }

  @Test(arguments: [0xAD, 0x200C, 0x200D, 0xFE0E, 0xFE0F, 0x1F3FD, 0xE0100] as [UInt32])
  func joinersAreHarmless(value: UInt32) throws {
    #expect(ScalarClass(try #require(Unicode.Scalar(value))) == .joiner)
  }

  @Test func flagsAreLetters() {
    #expect(ScalarClass("\u{1F1E6}") == .alias("A"))
    #expect(ScalarClass("\u{1F1FF}") == .alias("Z"))
  }

  /// The shortcuts for common scalars must say what the properties say.
  @Test func nothingThatIsNoGlyphIsCalledPrintable() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), case .printable = ScalarClass(scalar) else {
        continue
      }
      let properties = scalar.properties
      let category = properties.generalCategory
      if properties.isDefaultIgnorableCodePoint || category == .unassigned || category == .control
        || category == .format || category == .privateUse || category == .nonspacingMark
      {
        Issue.record("U+\(String(value, radix: 16)) is called printable")
      }
    }
  }
}
