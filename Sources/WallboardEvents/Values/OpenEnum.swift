import WallboardWire

/// A word of a vocabulary that the platform may extend.
package enum OpenEnum<Known>: Hashable, Sendable
where Known: RawRepresentable<String> & Hashable & Sendable {
  case known(Known)
  /// A word that the contract does not have, kept and shown as it came.
  case other(BoundedString)

  package init(_ word: String) {
    self = Known(rawValue: word).map(OpenEnum.known) ?? .other(BoundedString(word))
  }

  /// The platform's spelling.
  package var word: String {
    switch self {
    case .known(let known): known.rawValue
    case .other(let text): text.string
    }
  }

  /// The word as people write it: `no answer` for `no_answer`.
  package var words: String { word.withoutUnderscores }

  package static func == (open: OpenEnum, known: Known) -> Bool {
    open == .known(known)
  }
}

extension Optional {
  /// An absent word is no known one.
  package static func == <Known>(open: Wrapped?, known: Known) -> Bool
  where Wrapped == OpenEnum<Known> {
    open == OpenEnum.known(known)
  }
}

extension OpenEnum: JSONWritable {
  package func write(to text: inout JSONText) { text.append(word) }
}

extension OpenEnum: CustomStringConvertible {
  package var description: String { word }
}

extension OpenEnum: FieldReadable where Known: VocabularyWord {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    if let known = value.word(of: Known.words) {
      self = .known(known)
    } else {
      // A number or half a string is no word, and must not replace one that is known.
      self.init(try value.wholeString())
    }
  }
}

/// The known words of a vocabulary of the platform's.
package protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  static var words: WordTable<Self> { get }
  /// The word as people say it.
  var spoken: String { get }
}

extension VocabularyWord {
  /// Its place among all of them: the byte as which an enumeration of 2 to 256 cases without
  /// payloads is stored. One with a single case takes no room.
  package var ordinal: Int {
    MemoryLayout<Self>.size == 1 ? Int(unsafe unsafeBitCast(self, to: UInt8.self)) : 0
  }

  /// By its ordinal instead of its letters, which costs a fraction.
  package func hash(into hasher: inout Hasher) { hasher.combine(UInt8(ordinal)) }
}

/// The words of a vocabulary, found by their bytes.
package struct WordTable<Word: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let cases = Array(Word.allCases)
  private let index = WordIndex(Word.allCases.map(\.rawValue))

  package init() {}

  package func word(_ text: Span<UInt8>) -> Word? {
    index.place(of: text).map { cases[$0] }
  }
}

/// Finds words by their length, then by their bytes. It is the same code for all vocabularies.
private struct WordIndex: Sendable {
  /// Where the words stand among those that it was made of, the shortest first; and the bytes of all of
  /// them one after the other.
  private let places: [Int]
  private let bytes: [UInt8]
  /// Where the words of each length begin in both.
  private let starts: [(word: Int, byte: Int)]

  init(_ words: [String]) {
    let sorted = words.enumerated().sorted { $0.element.utf8.count < $1.element.utf8.count }
    places = sorted.map(\.offset)
    bytes = sorted.flatMap { Array($0.element.utf8) }
    let longest = sorted.last?.element.utf8.count ?? 0
    starts = (0...longest + 1).map { length in
      let shorter = sorted.prefix { $0.element.utf8.count < length }
      return (shorter.count, shorter.reduce(0) { $0 + $1.element.utf8.count })
    }
  }

  func place(of text: Span<UInt8>) -> Int? {
    let length = text.count
    guard length + 1 < starts.count else { return nil }
    let bytes = bytes.span
    var start = starts[length].byte
    for index in starts[length].word..<starts[length + 1].word {
      if bytes.extracting(start..<start + length).isEqual(to: text) { return places[index] }
      start += length
    }
    return nil
  }
}

extension String {
  /// A word of the platform's as people write it.
  package var withoutUnderscores: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return self }
    return String(map { $0 == "_" ? " " : $0 })
  }

  /// As a sentence begins.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
