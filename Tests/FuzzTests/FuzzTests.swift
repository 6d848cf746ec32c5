import Foundation
import FuzzTargets
import Testing
import TestSupport

/// Every target with the seeds as they are and with a few hundred that are mutated, the same ones in
/// each run; `WALLBOARD_FUZZ_SECONDS` has it go on with others for so long for each target.
///
/// `Tests/Fuzz/run` does the same guided by coverage.
@Suite("Hostile bytes", .serialized, .inTurn)
struct FuzzTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["WALLBOARD_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  @Test("keep every promise", arguments: FuzzTarget.all)
  func keepsPromises(target: FuzzTarget) {
    for seed in target.seeds { examine(seed, target) }
    var mutator = Mutator(of: target, seed: 20_261_121)
    for _ in 0..<target.rounds { examine(mutator.next(), target) }
    let end = Date(timeIntervalSinceNow: Self.seconds)
    while Self.seconds > 0, Date.now < end { examine(mutator.next(), target) }
  }

  private func examine(_ input: [UInt8], _ target: FuzzTarget) {
    do {
      try target.examine(input)
    } catch {
      let data = Data(input).base64EncodedString()
      Issue.record("\(target.name): \(error)\n\(data)")
    }
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  package var testDescription: String { name }
}

/// Makes inputs of a target's seeds, always the same from the same seed.
struct Mutator {
  private var random: SplitMix64
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]

  init(of target: FuzzTarget, seed: UInt64) {
    random = SplitMix64(seed: seed)
    seeds = target.seeds
    words = target.words.map { Array($0.utf8) }
  }

  mutating func next() -> [UInt8] {
    var input = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 0...6, using: &random) { mutate(&input) }
    return input
  }

  private mutating func mutate(_ input: inout [UInt8]) {
    let place = Int.random(in: 0...input.count, using: &random)
    let part = place..<min(input.count, place + Int.random(in: 0...24, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: input.insert(.random(in: .min ... .max, using: &random), at: place)
    case 1:
      input.replaceSubrange(part.prefix(1), with: [.random(in: .min ... .max, using: &random)])
    case 2: input.removeSubrange(part)
    case 3: input.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
    case 4: input.replaceSubrange(part, with: words.randomElement(using: &random) ?? [])
    case 5: input.insert(contentsOf: Array(input[part]), at: place)
    case 6:
      let other = seeds.randomElement(using: &random) ?? []
      input.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...200, using: &random)))
    default:
      let copies = Int.random(in: 2...40, using: &random)
      input.insert(
        contentsOf: Array(repeating: Array(input[part]), count: copies).joined(), at: place)
    }
  }
}
