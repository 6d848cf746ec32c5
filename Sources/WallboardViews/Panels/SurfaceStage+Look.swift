import WallboardBoard
import WallboardEvents
import WallboardScreen

extension SurfaceStage {
  var word: String { rawValue.withoutUnderscores }

  var role: StyleRole {
    switch self {
    case .created, .delivered: .surfacePending
    case .opened, .inProgress, .submitted: .surfaceActive
    case .pendingReview: .surfaceReview
    case .approved: .surfaceDone
    case .rejected: .surfaceRejected
    case .archived: .surfaceArchived
    }
  }

  func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .pendingReview: glyphs.warning
    case .approved: glyphs.check
    case .rejected: glyphs.failure
    case .created, .delivered, .opened, .inProgress, .submitted, .archived: " "
    }
  }

  /// How far it came: made, sent, opened, handed in, decided.
  func progress(_ glyphs: GlyphSet) -> String {
    switch self {
    case .created: steps(1, glyphs)
    case .delivered: steps(2, glyphs)
    case .opened: steps(3, glyphs)
    case .inProgress: steps(3, then: glyphs.halfDot, glyphs)
    case .submitted: steps(4, glyphs)
    case .pendingReview: steps(4, then: glyphs.halfDot, glyphs)
    case .approved: steps(5, glyphs)
    case .rejected: steps(4, then: glyphs.failure, glyphs)
    case .archived: ""
    }
  }

  private func steps(_ done: Int, then next: Character? = nil, _ glyphs: GlyphSet) -> String {
    var text = String(repeating: glyphs.filledDot, count: done)
    if let next { text.append(next) }
    return text + String(repeating: glyphs.hollowDot, count: 5 - text.count)
  }
}
