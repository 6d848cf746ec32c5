import Testing
@testable import WallboardEvents

@Suite struct IdentifierTests {
  private static let lower = "0a1b2c3d-4e5f-4a6b-8c7d-ffeeddccbbaa"
  private static let mixed = "0A1b2c3d-4e5f-4a6b-8c7d-ffeeddccbbaa"
  private static let sid = "CA0a1b2c3d4e5f4a6b8c7dffeeddccbbaa"

  @Test(arguments: [
    lower, lower.uppercased(), mixed, sid, "CA" + sid.dropFirst(2).uppercased(),
    "CA0A1b2c3d4e5f4a6b8c7dffeeddccbbaa", "ca0a1b2c3d4e5f4a6b8c7dffeeddccbbaa",
    "00000000-0000-0000-0000-000000000000", "CA00000000000000000000000000000000",
    "01234567-0123-0123-0123-012345678901", String(lower.dropLast()), lower + "0",
    "0a1b2c3d-4e5f-4a6b-8c7d-ffeeddccbbag", "0a1b2c3d+4e5f-4a6b-8c7d-ffeeddccbbaa",
    "0a1b2c3d4e5f-4a6b-8c7d--ffeeddccbbaa", String(sid.dropLast()), sid + "0", "A", "CA",
    "CAé0a1b2c3d4e5f4a6b8c7dffeeddccbb", String(repeating: "é", count: 18),
    String(repeating: "é", count: 17), String(repeating: "x", count: Limits.identifierLength),
  ])
  func itIsShownAsItWasSpelt(spelling: String) throws {
    let id = try #require(CallSID(spelling))
    #expect(id.rawValue == spelling && id.description == spelling)
    #expect(id == CallSID(spelling) && id.hashValue == CallSID(spelling)?.hashValue)
    #expect(!(id < id))
  }

  @Test func uuidsAreTheSameInAnyCase() {
    let spellings = [Self.lower, Self.lower.uppercased(), Self.mixed]
    #expect(Set(spellings.compactMap { OperatorID($0) }).count == 1)
    for left in spellings.compactMap({ OperatorID($0) }) {
      for right in spellings.compactMap({ OperatorID($0) }) {
        #expect(left == right && !(left < right))
      }
    }
    #expect(OperatorID(Self.lower) != OperatorID(String(Self.lower.reversed())))
  }

  /// Calls that are over are known by their hashes.
  @Test func whatIsAnotherHasAnotherHash() {
    let digits = Self.lower.filter { $0 != "-" }
    let words = String(decoding: [UInt8](repeating: 0x30, count: 16), as: UTF8.self)
    let spellings = [
      Self.lower, "CA" + digits, "CA" + digits.uppercased(), digits, words,
      "30303030-3030-3030-3030-303030303030", "CA30303030303030303030303030303030",
    ]
    #expect(Set(spellings.compactMap { CallSID($0)?.hashValue }).count == spellings.count)
  }

  @Test func othersAreTheSameByteForByte() {
    let spellings = [
      Self.sid, "CA" + Self.sid.dropFirst(2).uppercased(), "CA0A1b2c3d4e5f4a6b8c7dffeeddccbbaa",
      "cafe", "CAFE", "café", "cafe\u{301}",
    ]
    #expect(Set(spellings.compactMap { CallSID($0) }).count == spellings.count)
  }

  /// Else whoever chooses them could make every look-up go through all of them.
  @Test func spellingsOfOneTextDoNotFallTogether() {
    let spellings = (0..<64).map { number in
      (0..<6).map { number >> $0 & 1 == 0 ? "é" : "e\u{301}" }.joined()
    }
    #expect(Set(spellings.compactMap { CallSID($0)?.hashValue }).count > 60)
  }

  @Test(arguments: ["", String(repeating: "x", count: Limits.identifierLength + 1)])
  func emptyAndLongOnesAreNone(spelling: String) {
    #expect(CallSID(spelling) == nil)
  }

  @Test func theOrderIsThatOfTheBytesWithUUIDsInLowerCase() {
    let spellings = [
      "", "0", Self.lower, Self.lower.uppercased(), Self.mixed, Self.sid,
      "CA" + Self.sid.dropFirst(2).uppercased(), "FFFFFFFF-4e5f-4a6b-8c7d-ffeeddccbbaa",
      "FFFFFFFF-4E5F-4A6B-8C7D-FFEEDDCCBBAA", "aaaaaaaa-4e5f-4a6b-8c7d-ffeeddccbbaa", "Z", "z",
      "é", "CAf", "CA00000000000000000000000000000000", "CAFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    ]
    let identifiers = spellings.compactMap { SurfaceID($0) }
    func bytes(_ id: SurfaceID) -> [UInt8] {
      let isUUID = id.rawValue.utf8.count == 36
      return Array((isUUID ? id.rawValue.lowercased() : id.rawValue).utf8)
    }
    for left in identifiers {
      for right in identifiers {
        #expect((left < right) == bytes(left).lexicographicallyPrecedes(bytes(right)))
        #expect((left == right) == (bytes(left) == bytes(right)))
      }
    }
  }

  @Test func identifiersHaveALimitInBytes() {
    let limit = Limits.identifierLength
    #expect(CallSID(String()) == nil)
    #expect(CallSID(String(repeating: "x", count: limit))?.rawValue.count == limit)
    #expect(CallSID(String(repeating: "x", count: limit + 1)) == nil)
    #expect(CallSID(String(repeating: "日", count: limit / 2)) == nil)
  }

  @Test func anIdentifierOfTheWrongLengthIsAFaultOfItsField() throws {
    #expect(throws: FieldFault(.noIdentifier)) { try CallSID(json: #""""#.utf8.span) }
    #expect(try [CallSID](json: #"["","CA1"]"#.utf8.span) == [CallSID("CA1")])
  }
}
