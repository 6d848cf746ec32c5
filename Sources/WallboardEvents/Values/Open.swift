import WallboardWire

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

/// A word of a vocabulary of the platform's.
package protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// All of them, to be found by their bytes.
  static var words: WordTable<Self> { get }
}

extension VocabularyWord {
  /// Its place among all of them. An enumeration without payloads is kept as that number, in a byte as
  /// long as there are at most 256; one of a single case takes no room.
  package var ordinal: Int {
    MemoryLayout<Self>.size == 1 ? Int(unsafe unsafeBitCast(self, to: UInt8.self)) : 0
  }

  /// By its place, not by its letters.
  package func hash(into hasher: inout Hasher) { hasher.combine(UInt8(ordinal)) }
}

/// The words of a vocabulary, found by their length and then their bytes.
package struct WordTable<Word: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  /// The words, the shortest first, and their bytes one behind the other.
  private let words: [Word]
  private let bytes: [UInt8]
  /// Where the words of each length begin, and their bytes.
  private let starts: [(word: Int, byte: Int)]

  /// The words of an enumeration.
  package init() {
    let sorted = Word.allCases.sorted { $0.rawValue.utf8.count < $1.rawValue.utf8.count }
    words = sorted
    bytes = sorted.flatMap { Array($0.rawValue.utf8) }
    let longest = sorted.last?.rawValue.utf8.count ?? 0
    starts = (0...longest + 1).map { length in
      let shorter = sorted.prefix { $0.rawValue.utf8.count < length }
      return (shorter.count, shorter.reduce(0) { $0 + $1.rawValue.utf8.count })
    }
  }

  /// The word that the text is; `nil` where it is none.
  package func word(_ text: Span<UInt8>) -> Word? {
    let length = text.count
    guard length + 1 < starts.count else { return nil }
    let bytes = bytes.span
    var start = starts[length].byte
    for index in starts[length].word..<starts[length + 1].word {
      if bytes.extracting(start..<start + length).isEqual(to: text) { return words[index] }
      start += length
    }
    return nil
  }
}

extension String {
  /// The platform's words as people write them.
  package var withoutUnderscores: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    return String(map { $0 == "_" ? " " : $0 })
  }
}
