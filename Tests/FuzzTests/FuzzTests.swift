import Foundation
import FuzzTargets
import TestSupport
import Testing

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
