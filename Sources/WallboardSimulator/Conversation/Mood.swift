/// How the caller feels, wandering from turn to turn.
struct Mood: Sendable {
  /// From -1, distressed, to 1, pleased.
  private(set) var valence: Double
  private(set) var arousal: Double
  private var before: Double
  private let usual: Double

  /// From 0, at ease, to 1, upset.
  init(temper: Double) {
    valence = 0.6 - 1.2 * temper
    arousal = 0.2 + 0.6 * temper
    before = valence
    usual = valence
  }

  mutating func wander(using random: inout SeededGenerator) {
    before = valence
    let pull = (usual - valence) / 8
    valence = Self.clamp(valence + pull + Double.random(in: -0.25...0.25, using: &random), -1)
    arousal = Self.clamp(
      arousal - pull / 2 + Double.random(in: -0.15...0.15, using: &random), 0)
  }

  mutating func worsen() {
    valence = Self.clamp(valence - 0.3, -1)
    arousal = Self.clamp(arousal + 0.2, 0)
  }

  var dominant: String {
    let place = Int((1 - valence) / 2 * Double(Vocabulary.emotions.count))
    return Vocabulary.emotions[min(max(place, 0), Vocabulary.emotions.count - 1)]
  }

  var trend: String {
    if valence > before + 0.05 { return "improving" }
    return valence < before - 0.05 ? "deteriorating" : "stable"
  }

  private static func clamp(_ value: Double, _ low: Double) -> Double {
    (min(max(value, low), 1) * 1000).rounded() / 1000
  }
}
