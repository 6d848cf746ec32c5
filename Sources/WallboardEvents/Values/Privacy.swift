/// How much of what may be protected health information (PHI) is shown in one place.
///
/// Only ``Privacy`` makes one, and nothing else can reveal a ``Protected`` value.
package struct Disclosure: Equatable, Sendable {
  /// Whether callers, addresses and names are shown.
  package let identifiers: Bool
  /// Whether what was said, written or reasoned is shown.
  package let words: Bool
  package let pseudonyms: PseudonymKey

  fileprivate init(identifiers: Bool, words: Bool, pseudonyms: PseudonymKey) {
    self.identifiers = identifiers
    self.words = words
    self.pseudonyms = pseudonyms
  }
}

/// `--privacy`
package enum PrivacyMode: String, CaseIterable, Sendable {
  /// For a screen that anybody may see: pseudonyms and no words, until a restart.
  case wall
  /// Pseudonyms; identifiers on request, for a while; words only in the pane of a call that a
  /// person opened.
  case desk
  /// Everything is shown.
  case open
}

/// Who may see what. A ``Disclosure`` is made nowhere else.
package struct Privacy: Equatable, Sendable {
  /// How long identifiers stay visible in `desk` mode once a person asked for them, in
  /// milliseconds.
  package static let identifiersShownFor: Int64 = 30_000

  /// What stands in the place of what is not shown.
  package static let mask = "▒▒▒▒"

  /// Fixed while the program runs.
  package let mode: PrivacyMode
  private let pseudonyms: PseudonymKey

  package init(mode: PrivacyMode, pseudonyms: PseudonymKey) {
    self.mode = mode
    self.pseudonyms = pseudonyms
  }

  /// For the board's lists. `identifiersShown`: a person asked for identifiers, and their time is
  /// not over.
  package func board(identifiersShown: Bool) -> Disclosure {
    switch mode {
    case .wall: disclosure(identifiers: false, words: false)
    case .desk: disclosure(identifiers: identifiersShown, words: false)
    case .open: disclosure(identifiers: true, words: true)
    }
  }

  /// For the pane of a call that a person opened.
  package func pane(identifiersShown: Bool) -> Disclosure {
    switch mode {
    case .wall: disclosure(identifiers: false, words: false)
    case .desk: disclosure(identifiers: identifiersShown, words: true)
    case .open: disclosure(identifiers: true, words: true)
    }
  }

  /// The same pseudonyms, and nothing more than a wall shows.
  package var masked: Privacy { Privacy(mode: .wall, pseudonyms: pseudonyms) }

  /// For files, standard output and logs.
  package var output: Disclosure {
    disclosure(identifiers: mode == .open, words: mode == .open)
  }

  private func disclosure(identifiers: Bool, words: Bool) -> Disclosure {
    Disclosure(identifiers: identifiers, words: words, pseudonyms: pseudonyms)
  }
}

/// The random key of one run's pseudonyms: while it lives the same value has the same pseudonym,
/// and without it no pseudonym leads back to a value.
package struct PseudonymKey: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64

  package init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  package static func random() -> PseudonymKey {
    PseudonymKey(.random(in: .min ... .max), .random(in: .min ... .max))
  }

  /// Four hexadecimal digits that stand for the value.
  package func pseudonym(of value: String) -> String {
    let digits = String(hash(of: value) & 0xFFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash for short strings. `Hasher` will not
  /// do: its key cannot be set, and the pseudonyms of a recording must be the same in each run.
  package func hash(of value: String) -> UInt64 {
    var state = SipState(first, second)
    var word: UInt64 = 0
    var count: UInt64 = 0
    for byte in value.utf8 {
      word |= UInt64(byte) << (8 * (count & 7))
      count &+= 1
      if count & 7 == 0 {
        state.absorb(word)
        word = 0
      }
    }
    state.absorb(word | (count << 56))
    return state.finish()
  }
}

/// The four words of SipHash's state (section 2 of the paper).
private struct SipState {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  init(_ first: UInt64, _ second: UInt64) {
    v0 = first ^ 0x736f_6d65_7073_6575
    v1 = second ^ 0x646f_7261_6e64_6f6d
    v2 = first ^ 0x6c79_6765_6e65_7261
    v3 = second ^ 0x7465_6462_7974_6573
  }

  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish() -> UInt64 {
    v2 ^= 0xFF
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func round() {
    v0 &+= v1
    v1 = rotate(v1, 13) ^ v0
    v0 = rotate(v0, 32)
    v2 &+= v3
    v3 = rotate(v3, 16) ^ v2
    v0 &+= v3
    v3 = rotate(v3, 21) ^ v0
    v2 &+= v1
    v1 = rotate(v1, 17) ^ v2
    v2 = rotate(v2, 32)
  }

  private func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    (word << bits) | (word >> (64 - bits))
  }
}
