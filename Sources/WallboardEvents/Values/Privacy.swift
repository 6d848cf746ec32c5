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

/// A random key from which pseudonyms are made: the same value has the same pseudonym while the
/// key lives, and without the key nobody can go back.
package struct PseudonymKey: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// A key of 128 bits.
  package init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// A key from the system's random source.
  package static func random() -> PseudonymKey {
    PseudonymKey(.random(in: .min ... .max), .random(in: .min ... .max))
  }

  /// Four hexadecimal digits that stand for the value.
  package func pseudonym(of value: String) -> String {
    let digits = String(hash(of: value) & 0xFFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash made for short strings. `Hasher` is
  /// no choice here: its key cannot be set, and a recording's pseudonyms must come again.
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
