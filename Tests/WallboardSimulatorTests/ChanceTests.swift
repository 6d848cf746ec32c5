import TestSupport
import Testing

@testable import WallboardSimulator

@Suite("Chance")
struct ChanceTests {
  /// The first numbers of the reference implementation (Vigna, 2015) for this seed.
  @Test("is the standard's generator: the same numbers for the same seed")
  func vectors() {
    var random = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("deals each card of a deck before any comes again")
  func deck() {
    var random = SplitMix64(seed: 3)
    var deck = Deck(shares: [("rare", 1), ("often", 4)])
    for _ in 0..<20 {
      let round = (0..<5).map { _ in deck.draw(using: &random) }
      #expect(round.count { $0 == "rare" } == 1)
    }
  }
}
