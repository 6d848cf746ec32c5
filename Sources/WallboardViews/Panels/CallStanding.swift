import WallboardBoard
import WallboardEvents
import WallboardScreen

/// How a call stands, as its row says it.
enum CallStanding: Equatable {
  /// The caller has asked for a human; `nil` when it is not known since when.
  case waiting(seconds: Int64?)
  case withOperator
  case handback
  /// A state that the platform has and we do not know.
  case other(String)
  case listened
  /// Began in the last seconds.
  case new
  case live
  /// `gaveUp` when the caller still waited for a human.
  case ended(Open<CompletionReason>?, gaveUp: Bool)

  init(_ call: Call, at now: Timestamp) {
    switch call.state(at: now) {
    case .waiting: self = .waiting(seconds: call.escalation?.waited(at: now))
    case .withOperator: self = .withOperator
    case .handback: self = .handback
    case .other(let word): self = .other(word)
    case .listened: self = .listened
    case .new: self = .new
    case .live: self = .live
    }
  }

  var word: String {
    switch self {
    case .waiting(let seconds): "WAITING " + (seconds.map(Durations.wait) ?? "?")
    case .withOperator: "WITH OPERATOR"
    case .handback: "HANDBACK"
    case .other(let word): word.withoutUnderscores.uppercased()
    case .listened: "LISTENED"
    case .new: "new"
    case .live: "live"
    case .ended(_, gaveUp: true): "ended: gave up"
    case .ended(let reason, gaveUp: false): "ended" + (reason.map { ": " + $0.words } ?? "")
    }
  }

  var role: StyleRole {
    switch self {
    case .waiting: .escalated
    case .withOperator: .withOperator
    case .handback: .info
    case .other: .waiting
    case .listened: .info
    case .new: .new
    case .live: .muted
    case .ended: .ended
    }
  }

  func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .waiting: glyphs.warning
    case .withOperator: glyphs.filledDot
    case .handback, .other: glyphs.halfDot
    case .listened: glyphs.hollowDot
    case .new: glyphs.bullet
    case .live: " "
    // Its row bears a mark in the margin.
    case .ended: " "
    }
  }

  func phrase(_ glyphs: GlyphSet) -> Phrase {
    if case .ended = self { return Phrase(word, role) }
    var phrase = Phrase("\(mark(glyphs)) \(word)", role)
    if case .waiting = self { phrase.fillsField = true }
    return phrase
  }
}
