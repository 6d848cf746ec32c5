/// How much of what may be protected health information a person may see, for one purpose.
///
/// Made by ``Privacy`` alone; nothing else can reveal a ``Protected`` value.
package struct Disclosure: Equatable, Sendable {
  /// Whether callers, addresses and names are shown.
  package let identifiers: Bool
  /// Whether what was said, written and reasoned is shown.
  package let words: Bool
  /// The key of this run's pseudonyms.
  package let pseudonyms: PseudonymKey

  fileprivate init(identifiers: Bool, words: Bool, pseudonyms: PseudonymKey) {
    self.identifiers = identifiers
    self.words = words
    self.pseudonyms = pseudonyms
  }
}

/// The privacy modes of the interface.
package enum PrivacyMode: String, CaseIterable, Sendable {
  /// Pseudonyms and no words; only a restart ends it.
  case wall
  /// Pseudonyms, identifiers on request for a while; words only where a person opened a call.
  case desk
  /// Everything is shown.
  case open
}

/// Who may see what: the one place where a ``Disclosure`` is made.
package struct Privacy: Equatable, Sendable {
  /// How long identifiers stay visible in `desk` mode once asked for, in milliseconds.
  package static let identifiersShownFor: Int64 = 30_000

  /// The mode, fixed while the program runs.
  package let mode: PrivacyMode
  private let pseudonyms: PseudonymKey

  /// Privacy of that mode, with the key that this run's pseudonyms are made from.
  package init(mode: PrivacyMode, pseudonyms: PseudonymKey) {
    self.mode = mode
    self.pseudonyms = pseudonyms
  }

  /// What may be shown on the board's lists; `identifiersShown` says that a person asked for
  /// identifiers and that the time for them is not over.
  package func board(identifiersShown: Bool) -> Disclosure {
    switch mode {
    case .wall: disclosure(identifiers: false, words: false)
    case .desk: disclosure(identifiers: identifiersShown, words: false)
    case .open: disclosure(identifiers: true, words: true)
    }
  }

  /// What may be shown in the pane of a call that a person opened.
  package func pane(identifiersShown: Bool) -> Disclosure {
    switch mode {
    case .wall: disclosure(identifiers: false, words: false)
    case .desk: disclosure(identifiers: identifiersShown, words: true)
    case .open: disclosure(identifiers: true, words: true)
    }
  }

  /// The same pseudonyms with nothing private, as on a wall, at which anybody may look.
  package var masked: Privacy { Privacy(mode: .wall, pseudonyms: pseudonyms) }

  /// What may be written to a file, to standard output or to a log.
  package var output: Disclosure {
    disclosure(identifiers: mode == .open, words: mode == .open)
  }

  private func disclosure(identifiers: Bool, words: Bool) -> Disclosure {
    Disclosure(identifiers: identifiers, words: words, pseudonyms: pseudonyms)
  }
}
