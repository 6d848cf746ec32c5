import TestSupport

/// Texts made of what is likely to go wrong, and of any scalar at all.
enum RandomText {
  private static let troublemakers: [Unicode.Scalar] = [
    "a", "b", " ", "日", "한", "\u{1100}", "\u{1161}", "\u{11A8}", "é", "e", "\u{301}", "\u{20E3}",
    "\u{200D}", "\u{FE0F}", "👩", "🏽", "🇩", "🇪", "\u{202E}", "\u{1B}", "\u{9B}", "\n", "\r", "\t",
    "\u{E0041}", "\u{FFFF}", "\u{E000}", "ｗ", "─", "\u{0}",
  ]

  static func make(using random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...10, using: &random) {
      text.unicodeScalars.append(scalar(using: &random))
    }
    return text
  }

  private static func scalar(using random: inout SplitMix64) -> Unicode.Scalar {
    if Bool.random(using: &random), let scalar = troublemakers.randomElement(using: &random) {
      return scalar
    }
    return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "x"
  }
}
