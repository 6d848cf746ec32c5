import WallboardBoard
import WallboardScreen

/// How bad something is, as everything shows it that shows it: a sign and a style each.
extension Severity {
  /// Its sign, which works without colour.
  func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .critical: glyphs.critical
    case .warning: glyphs.warning
    }
  }

  /// The same as what a legend explains.
  var sign: Sign {
    switch self {
    case .critical: .critical
    case .warning: .warning
    }
  }

  /// The style of words and numbers.
  var role: StyleRole {
    switch self {
    case .critical: .critical
    case .warning: .warning
    }
  }

  /// The style of what is filled with it: a tile, a line, the state of a row.
  var fillRole: StyleRole {
    switch self {
    case .critical: .alert
    case .warning: .warning
    }
  }
}

extension Severity? {
  /// Its sign; none where nothing is wrong.
  func mark(_ glyphs: GlyphSet) -> String { self.map { String($0.mark(glyphs)) } ?? "" }
}
