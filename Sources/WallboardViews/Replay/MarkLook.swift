import WallboardBoard
import WallboardScreen

/// How a moment stands on the bar and in the list. Of several in one column the first of these is shown:
/// who set a bookmark looks for it.
enum MarkSign: Int, CaseIterable, Comparable {
  case bookmark, critical, gap, warning

  /// In the order in which they are explained.
  static let explained = [critical, warning, gap, bookmark]

  static func all(in marks: [PlaybackMark]) -> Set<MarkSign> {
    marks.indices.reduce(into: []) { signs, place in
      if signs.count < allCases.count, let sign = MarkSign(marks[place]) { signs.insert(sign) }
    }
  }

  static func < (left: MarkSign, right: MarkSign) -> Bool { left.rawValue < right.rawValue }

  /// The sign of a mark; `nil` for one of which nobody need take note.
  init?(_ mark: PlaybackMark) {
    guard mark.isListed else { return nil }
    switch (mark.kind, mark.severity) {
    case (.bookmark, _): self = .bookmark
    case (.gap, _): self = .gap
    case (.escalation, .critical?), (.alert, .critical?), (.problem, .critical?): self = .critical
    case (.escalation, .warning?), (.alert, .warning?), (.problem, .warning?): self = .warning
    case (.escalation, nil), (.alert, nil), (.problem, nil): return nil
    }
  }

  /// Bookmarks and gaps have letters: no sign of severity looks like one, in any set.
  func glyph(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .critical: Severity.critical.mark(glyphs)
    case .warning: Severity.warning.mark(glyphs)
    case .gap: "G"
    case .bookmark: PlaybackMark.Kind.bookmark.letter
    }
  }

  var role: StyleRole {
    switch self {
    case .critical: Severity.critical.role
    case .warning: Severity.warning.role
    case .gap: .gap
    case .bookmark: .notice
    }
  }

  var word: String {
    switch self {
    case .critical: "critical"
    case .warning: "warning"
    case .gap: "gap"
    case .bookmark: "bookmark"
    }
  }

  /// What it means, for the help.
  var meaning: String {
    switch self {
    case .critical: "Something began that became critical: a caller waited, or an alert was raised"
    case .warning: "Something began that stayed a warning"
    case .gap: "The connection was lost, and events are missing"
    case .bookmark: "A bookmark that a person set"
    }
  }
}

extension PlaybackMark.Kind {
  /// The key that goes to the next one.
  var letter: Character {
    switch self {
    case .escalation: "E"
    case .alert: "A"
    case .problem: "P"
    case .gap: "G"
    case .bookmark: "B"
    }
  }
}
