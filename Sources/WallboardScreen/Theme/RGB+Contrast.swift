extension RGB {
  /// The least contrast of ordinary text (WCAG 2.2, 1.4.3).
  package static let readableContrast = 4.5
  /// The least contrast of large text and of lines that mean something (WCAG 2.2, 1.4.3, 1.4.11).
  package static let visibleContrast = 3.0

  /// How much two colours differ in lightness, 1 to 21 (WCAG 2.2, "contrast ratio").
  package func contrast(with other: RGB) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// 0 to 1 (WCAG 2.2, "relative luminance").
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // To the power of 2.4: this module imports nothing, and the library has no such function.
    return base * base * fifthRoot(of: base * base)
  }

  /// By Newton's method, for 0 to 1; it comes down from 1, and twelve steps are more than enough
  /// for what the smallest component gives.
  private static func fifthRoot(of value: Double) -> Double {
    var root = 1.0
    for _ in 0..<12 {
      let fourth = root * root * root * root
      root -= (fourth * root - value) / (5 * fourth)
    }
    return root
  }
}
