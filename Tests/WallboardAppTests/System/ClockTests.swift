import AppFixtures
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// The system's rules of local time.
struct PlaceTests {
  @Test("Names of files are read again as the moments that they are of")
  func fileNames() {
    for second in [0, 61, 86_400 * 200] as [Int64] {
      #expect(Timestamp(fileName: Scratch.at(second).fileName) == Scratch.at(second))
    }
    for name in ["", "20260803", "20260803-1200000", "2026080३-120000", "20260803x120000"] {
      #expect(Timestamp(fileName: name) == nil)
    }
  }

  @Test("Changes are found to the second, in order")
  func changes() {
    let first = Scratch.at(100 * 86_400 + 12_345)
    let second = Scratch.at(250 * 86_400 + 1)
    let offsets = UTCOffsets.here(from: Scratch.start) {
      $0 < first ? -34_200 : $0 < second ? -37_800 : -34_200
    }
    #expect(
      offsets
        == UTCOffsets(
          -34_200,
          changes: [
            UTCOffsets.Change(at: first, to: -37_800), UTCOffsets.Change(at: second, to: -34_200),
          ]))
    #expect(UTCOffsets.here(from: Scratch.start) { _ in 60 } == UTCOffsets(60))
    #expect(
      UTCOffsets.here(from: Scratch.start) { Int($0.seconds / 86_400) % 7 }.changes.count == 8)
  }
}
