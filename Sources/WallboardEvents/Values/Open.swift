/// A word of a vocabulary that the platform may extend: one we know, or one kept as it came.
package enum Open<Known>: Hashable, Sendable
where Known: RawRepresentable<String> & Hashable & Sendable {
  /// A word of the contract.
  case known(Known)
  /// A word that the contract does not have; shown as it came.
  case other(Text)

  /// Reads the platform's spelling.
  package init(_ word: String) {
    self = Known(rawValue: word).map(Open.known) ?? .other(Text(word))
  }

  /// The platform's spelling.
  package var word: String {
    switch self {
    case .known(let known): known.rawValue
    case .other(let text): text.string
    }
  }

  /// The word as people write it.
  package var words: String { word.withoutUnderscores }

  /// Whether this is the known word.
  package static func == (open: Open, known: Known) -> Bool {
    open == .known(known)
  }
}

extension Optional {
  /// Whether this is the known word; an absent one is not.
  package static func == <Known>(open: Wrapped?, known: Known) -> Bool
  where Wrapped == Open<Known> {
    open == Open.known(known)
  }
}

extension Open: JSONWritable {
  package func write(to text: inout JSONText) { text.append(word) }
}

extension Open: CustomStringConvertible {
  package var description: String { word }
}

extension Open: FieldReadable where Known: VocabularyWord {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    if let known = value.word(of: Known.words) {
      self = .known(known)
    } else {
      // What is no whole string says no word, and must not stand in the place of one that is known.
      self.init(try value.wholeString())
    }
  }
}
