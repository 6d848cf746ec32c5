import WallboardWire

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
