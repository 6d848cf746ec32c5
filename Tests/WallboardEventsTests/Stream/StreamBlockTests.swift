import Testing
@testable import WallboardEvents

@Suite struct EventFingerprintTests {
  private func fingerprint(_ id: String, _ name: String, _ data: String) -> UInt64 {
    let time = Timestamp(eventID: id.utf8.span)
    return EventFingerprint.of(
      id: id.utf8.span, at: time, name: name.utf8.span, data: data.utf8.span)
  }

  /// They are looked for in one part of the memory, and yet nobody can send many to one place of it.
  @Test func fingerprintsOfOneMomentLieSideBySide() {
    let all = (0..<20_000).map { number in
      fingerprint(number % 2 == 0 ? "1785758400000" : "1785758400001", "n", "\(number)")
    }
    let counts = Dictionary(grouping: all) { $0 & 0x1_FFFF }.mapValues(\.count)
    #expect(Set(all).count == all.count)
    // Five at each place of 4,097, if chance spreads them: 30 do not happen.
    #expect(counts.values.allSatisfy { $0 < 30 })
    // Be it around the end.
    let first = UInt64(1_785_758_400_000 & 0x1_FFFF)
    #expect(counts.keys.allSatisfy { ($0 &- first) & 0x1_FFFF <= 4_096 })
  }

  @Test func aFingerprintTellsEveryByteAndEveryPartFromAnother() {
    var (known, hashed) = (Set<UInt64>(), 0)
    func hash(_ id: String, _ name: String, _ data: String) {
      known.insert(fingerprint(id, name, data))
      hashed += 1
    }
    // Every length around the words of eight and sixteen bytes, and in each every byte changed.
    for (length, id) in (0...49).flatMap({ length in ["1", "1785758400000"].map { (length, $0) } })
    {
      let data = String(repeating: "a", count: length)
      hash(id, "n", data)
      for place in 0..<length {
        hash(id, "n", data.prefix(place) + "b" + data.dropFirst(place + 1))
      }
    }
    let parts = [
      ("1", "ab", "c"), ("1", "a", "bc"), ("1", "abc", ""), ("1a", "bc", ""), ("1", "", "abc"),
      ("1", "\0", ""), ("1", "", "\0"), ("1", "", "\0\0"), ("1", "12345678", ""),
      ("1", "", "12345678"),
    ]
    for part in parts { hash(part.0, part.1, part.2) }
    #expect(known.count == hashed && !known.contains(0) && !known.contains(.max))
  }

  @Test func aReplayedEventHasTheSameFingerprint() throws {
    func fingerprint(_ id: String?, _ type: String, _ surface: String) throws -> UInt64 {
      try event(#"{"surface_id":"\#(surface)"}"#, type: type, id: id).fingerprint
    }
    let first = try fingerprint("1", "surface.updated", "s-1")
    #expect(first != 0)
    #expect(try fingerprint("1", "surface.updated", "s-1") == first)
    #expect(try fingerprint("2", "surface.updated", "s-1") != first)
    #expect(try fingerprint("1", "surface.archived", "s-1") != first)
    #expect(try fingerprint("1", "surface.updated", "s-2") != first)
    #expect(try fingerprint(nil, "surface.updated", "s-1") == 0)
    #expect(try fingerprint("0", "surface.updated", "s-1") == 0)
  }
}
