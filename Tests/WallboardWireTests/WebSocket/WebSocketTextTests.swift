import Testing
import TestSupport
@testable import WallboardWire

@Suite("WebSocket: text is UTF-8, and fails as early as it can", .inTurn)
struct WebSocketTextTests {
  /// The shortest beginnings that no text has; without their last byte some text has them.
  static let impossible: [[UInt8]] = [
    [0x80], [0xBF], [0xC0], [0xC1], [0xF5], [0xFE], [0xFF], [0xC2, 0x7F], [0xC2, 0xC0],
    [0xE0, 0x9F], [0xE1, 0x20], [0xED, 0xA0], [0xEF, 0xBF, 0xC0], [0xF0, 0x8F], [0xF4, 0x90],
    [0xF1, 0x80, 0x20], [0xF3, 0x80, 0x80, 0xFF],
  ]

  @Test("the first impossible byte fails a frame that is not over", arguments: impossible)
  func failsFast(_ bytes: [UInt8]) {
    let before = Array("\u{3BA}\u{1F4DE}a".utf8)
    let header: [UInt8] = [0x81, 100]
    let reading = SessionReading(header + before + bytes)
    #expect(reading.closure?.code == .invalidPayload)
    #expect(SessionReading(header + before + bytes.dropLast()).state == .open)
    #expect(SessionReading(header + before + bytes) { 1 } == reading)
  }

  @Test("and in a later fragment just so", arguments: impossible)
  func failsAcrossFragments(_ bytes: [UInt8]) {
    let input =
      bytes.dropLast().flatMap { ServerFrame(0x01, [$0]).bytes }.enumerated()
      .map { $0 % 3 == 0 && $0 > 0 ? UInt8(0x00) : $1 }
    let start = bytes.count == 1 ? ServerFrame(0x01).bytes : input
    #expect(SessionReading(start).state == .open)
    let reading = SessionReading(start + [0x00, 9, bytes.last ?? 0])
    #expect(reading.closure?.code == .invalidPayload)
  }

  @Test(
    "a message that ends within a character", arguments: [[0xC2], [0xE2, 0x82], [0xF0, 0x9F]])
  func endsWithinCharacter(_ bytes: [UInt8]) {
    let whole = SessionReading(ServerFrame(0x81, bytes).bytes)
    #expect(whole.closure?.code == .invalidPayload)
    let empty = SessionReading(ServerFrame(0x01, bytes).bytes + [0x80, 0])
    #expect(empty.closure?.code == .invalidPayload)
  }

  @Test("the next text starts afresh")
  func startsAfresh() {
    let input = ServerFrame.text("\u{20AC}") + ServerFrame.binary([0xE2]) + ServerFrame.text("a")
    #expect(SessionReading(input).events == [.text("\u{20AC}"), .binary([0xE2]), .text("a")])
  }

  @Test("every sequence of up to three bytes is judged as the standard library judges it")
  func shortSequences() {
    var wrong: [[UInt8]] = []
    let tails: [UInt8] = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xED, 0xF4]
    for first in UInt8.min ... .max {
      if Self.isText([first]) != Self.isUTF8([first]) { wrong.append([first]) }
      for second in UInt8.min ... .max {
        for sequence in [[first, second]] + tails.map({ [first, second, $0] })
        where Self.isText(sequence) != Self.isUTF8(sequence) {
          wrong.append(sequence)
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("and so is every character's encoding, with one byte of it changed")
  func characters() {
    var wrong: [[UInt8]] = []
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 97) {
      guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { continue }
      let bytes = Array(encoded)
      let changed = bytes.indices.map { index in
        var copy = bytes
        copy[index] ^= 0x40
        return copy
      }
      for sequence in [bytes] + changed where Self.isText(sequence) != Self.isUTF8(sequence) {
        wrong.append(sequence)
      }
    }
    #expect(wrong.isEmpty)
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    var validator = UTF8Validator()
    return validator.accepts(bytes.span) && validator.isAtBoundary
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
