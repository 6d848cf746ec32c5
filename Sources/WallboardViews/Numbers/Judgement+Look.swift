import WallboardBoard
import WallboardScreen

extension [Metric: Target] {
  /// How a value of that number stands to its target; `nil` without one.
  func judgement(of metric: Metric, _ value: Double?) -> Judgement? {
    guard let value, let target = self[metric] else { return nil }
    return target.judge(value, of: metric)
  }
}

extension Judgement? {
  /// A mark for those who see no colour; none where nothing is wrong.
  func mark(_ glyphs: GlyphSet) -> String {
    switch self {
    case .critical: String(repeating: glyphs.warning, count: 2)
    case .warning: String(glyphs.warning)
    case .good, nil: ""
    }
  }

  /// How a judged value looks; as said where nothing is wrong.
  func role(orElse role: StyleRole) -> StyleRole {
    switch self {
    case .critical: .critical
    case .warning: .warning
    case .good, nil: role
    }
  }
}

extension Judgement {
  /// The judgement in words.
  var words: String {
    switch self {
    case .critical: "critical"
    case .warning: "misses the target"
    case .good: "within the target"
    }
  }
}
