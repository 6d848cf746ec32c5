import TestSupport
import Testing

@testable import WallboardWire

@Suite("UTF-8, told byte by byte", .inTurn)
struct UTF8ValidatorTests {
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
