import WallboardBoard
import WallboardScreen

extension Alert {
  /// How loud it is: colour is never the only sign, so that a mark and a word go with it.
  var role: StyleRole {
    if resolvedAt != nil { return .muted }
    if acknowledgedAt != nil { return .alertAcknowledged }
    return severity == .critical ? .alert : .warning
  }

  func mark(_ glyphs: GlyphSet) -> Character {
    if resolvedAt != nil { return glyphs.check }
    if acknowledgedAt != nil { return glyphs.hollowDot }
    return severity == .critical ? glyphs.warning : glyphs.bullet
  }

  /// `▲ CRITICAL`; what nobody has to look at is not in capitals.
  func badge(_ glyphs: GlyphSet) -> Phrase {
    let word = needsAttention ? severity.word.uppercased() : severity.word
    return Phrase("\(mark(glyphs)) \(word)", role)
  }

  /// The role of what stands beside the badge.
  var quietRole: StyleRole { needsAttention ? .text : .muted }
}
