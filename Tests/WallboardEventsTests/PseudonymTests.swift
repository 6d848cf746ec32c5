import Testing
@testable import WallboardEvents

struct PseudonymTests {
  /// The key 00 01 … 0f of the reference implementation's vectors.
  private let key = PseudonymKey(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)

  /// `vectors_sip64` of the reference implementation: the hash of the bytes 00, 00 01, … .
  @Test func hashesAsTheReferenceDoes() {
    let hashes = (0..<Self.vectors.count).map { length in
      var input = ""
      for byte in 0..<length { input.unicodeScalars.append(Unicode.Scalar(UInt8(byte))) }
      return key.hash(of: input)
    }
    #expect(hashes == Self.vectors)
  }

  @Test func isStableForAKeyAndDifferentBetweenKeys() {
    let other = PseudonymKey(1, 2)
    let values = (0..<100).map { "+1555\($0)" }
    let pseudonyms = values.map { key.pseudonym(of: $0) }
    #expect(pseudonyms == values.map { key.pseudonym(of: $0) })
    #expect(Set(pseudonyms).count > 90)
    let same = zip(pseudonyms, values.map { other.pseudonym(of: $0) }).filter { $0 == $1 }
    #expect(same.count < 5)
    #expect(
      pseudonyms.allSatisfy { $0.count == 4 && $0.allSatisfy("0123456789ABCDEF".contains) })
  }

  @Test func randomKeysDiffer() {
    let pseudonyms = Set((0..<20).map { _ in PseudonymKey.random().pseudonym(of: "caller") })
    #expect(pseudonyms.count > 1)
  }
}
