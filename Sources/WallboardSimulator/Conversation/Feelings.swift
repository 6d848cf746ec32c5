import SplitMix64

/// How the caller feels, which changes a little with each turn.
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

  mutating func wander(using random: inout SplitMix64) {
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

extension Conversation {
  /// What the platform hears in the caller's voice after a turn.
  mutating func feel() {
    mood.wander(using: &random)
    pause(60...300)
    put(.emotion, emotion)
    if random.chance(0.3) { putCompounds() }
    if random.chance(0.35) { classifyEmpathy() }
    if random.chance(0.15) { applyVoice() }
  }

  private var emotion: JSON {
    mutating get {
      let valence = JSON.number(mood.valence)
      let arousal = JSON.number(mood.arousal)
      return [
        "dominant": .string(mood.dominant), "valence": valence, "arousal": arousal,
        "barge_in_count": .integer(counts.bargeIns), "trend": .string(mood.trend),
        "coherence": share(in: 40...98), "segment_dominant": .string(mood.dominant),
        "segment_valence": valence, "segment_arousal": arousal, "dominance": share(in: 20...80),
        "scores": [
          score(mood.dominant), score(random.element(of: Vocabulary.emotions)),
        ],
        "language_sentiment": valence, "language_toxicity": ["insult": 0],
        "speaker": [
          "energy_delta": share(in: -40...40), "pitch_delta": share(in: -30...30),
          "zcr_delta": nil, "energy_trend": "stable", "normalized": true,
        ],
        "total_segments": .integer(counts.turns * 2), "emotional_shifts": .integer(counts.shifts),
        "call_duration_s": .number(Double(scriptTime) / 1000), "turn_count": .integer(counts.turns),
        "verified_speaker_id": counts.turns > 3 ? .string(cast.caller.id) : nil,
        "speaker_similarity": counts.turns > 3 ? share(in: 80...99) : nil,
        "provider": "acoustic-2",
      ]
    }
  }

  private mutating func score(_ name: String) -> JSON {
    ["name": .string(name), "score": share(in: 5...95)]
  }

  private mutating func putCompounds() {
    let compounds = (0..<random.integer(in: 1...3)).map { _ in
      score(random.element(of: Vocabulary.compoundEmotions))
    }
    put(
      .compoundEmotion,
      ["compounds": .array(compounds), "turn_index": .integer(counts.turns)])
  }

  private mutating func classifyEmpathy() {
    let tier = min(3, max(0, Int((1 - mood.valence) * 2)))
    let names = ["FUNCTIONAL", "LIGHT_TOUCH", "FULL_EMPATHY", "HOLD_SPACE"]
    put(
      .empathyClassified,
      [
        "tier": .integer(tier), "tier_name": .string(names[tier]),
        "should_pause": .boolean(tier == 3), "suppress_filler": .boolean(tier == 3),
        "filler_type": .string(tier > 1 ? "empathy" : "receipt"),
        "empathy_baseline": share(in: 20...70),
      ])
    if tier == 2 { fill("empathy") }
  }

  private mutating func applyVoice() {
    counts.shifts += 1
    let isCalm = mood.valence > 0
    put(
      .voiceContextApplied,
      [
        "tts_emotion": isCalm ? "friendly" : "sympathetic", "tts_speed": .number(isCalm ? 1 : 0.9),
        "tts_volume": .number(1), "filler_enabled": .boolean(true),
        "emotion_detection_enabled": .boolean(true),
        "reasoning": .string("Caller sounds \(mood.dominant)"),
      ])
  }

  /// The time from the caller's last word to the agent's first, and what it was spent on.
  mutating func think(isGreeting: Bool) {
    let navigation = isGreeting ? 0 : random.integer(in: 90...700)
    let rendering = random.integer(in: 120...900)
    let engine = navigation + rendering + random.integer(in: 5...60)
    let audio = random.integer(in: 60...260)
    scriptTime += engine + audio
    if !isGreeting { putTiming(navigation, rendering) }
    put(
      .latency,
      [
        "e2e_ttfb_ms": .integer(engine + audio), "engine_ms": .integer(engine),
        "nav_ms": .integer(navigation), "render_ms": .integer(rendering),
        "audio_ttfb_ms": .integer(audio), "continuation": .boolean(random.chance(0.1)),
        "is_greeting": .boolean(isGreeting),
      ])
  }

  private mutating func putTiming(_ navigation: Int, _ rendering: Int) {
    put(
      .navTiming,
      [
        "nav_ms": .integer(navigation), "render_ms": .integer(rendering),
        "total_ms": .integer(navigation + rendering),
        "input_tokens": .integer(random.integer(in: 900...6000)),
        "output_tokens": .integer(random.integer(in: 12...160)), "model": "voice-agent-3",
        "state": .string(scriptedState), "retry_attempts": 0, "used_fallback": false,
        "selected_action": "respond",
      ])
  }
}
