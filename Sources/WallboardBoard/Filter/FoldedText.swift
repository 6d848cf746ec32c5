/// Text as it is compared: without capitals, accents and underscores, so that what people type finds
/// what they mean.
package struct FoldedText: Hashable, Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// No text.
  init() {}

  /// The text, folded.
  package init(_ string: String) {
    append(string)
  }

  /// Whether there is nothing.
  package var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ string: String) {
    let start = bytes.count
    // Copied as a whole and changed in their place: byte by byte would cost twice as much.
    bytes.append(contentsOf: string.utf8)
    for place in start..<bytes.count {
      guard bytes[place] < 0x80 else {
        bytes.removeSubrange(start...)
        return append(scalarsOf: string)
      }
      bytes[place] = bytes[place].foldedASCII
    }
  }

  /// Ends the line.
  mutating func appendNewline() {
    bytes.append(.newline)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(scalarsOf string: String) {
    for scalar in string.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value).foldedASCII)
      } else if let letter = LatinLetters.base(of: scalar) {
        bytes.append(letter)
      } else if !scalar.isAccent {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// Whether the other text is somewhere in this one.
  package func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let (count, length) = (bytes.count, other.bytes.count)
    guard length <= count else { return false }
    for start in 0...(count - length) where bytes[start] == first {
      var matched = 1
      while matched < length, bytes[start + matched] == other.bytes[matched] { matched += 1 }
      if matched == length { return true }
    }
    return false
  }

  /// Its lines, each for itself.
  var lines: [FoldedText] {
    bytes.split(separator: .newline).map { line in
      var text = FoldedText()
      text.bytes = Array(line)
      return text
    }
  }
}

extension FoldedText: Comparable {
  package static func < (left: FoldedText, right: FoldedText) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension UInt8 {
  fileprivate static let newline = UInt8(ascii: "\n")

  fileprivate var foldedASCII: UInt8 {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
    // A word of the platform's is shown with spaces.
    case UInt8(ascii: "_"): UInt8(ascii: " ")
    case _: self
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is laid over the letter before it.
  fileprivate var isAccent: Bool { (0x300...0x36F).contains(value) }
}

/// The Latin letters with accents, and which letter each of them is.
private enum LatinLetters {
  /// The letter of `a` to `z` that it is with an accent; `nil` for any other.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    for block in blocks where block.range.contains(scalar.value) {
      let letter = block.letters[Int(scalar.value - block.range.lowerBound)]
      return letter == 0 ? nil : letter
    }
    return nil
  }

  /// Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional. Looked up once: to
  /// take a name to pieces for each letter would be slow.
  private static let blocks = [0xC0...0x24F, 0x1E00...0x1EFF].map { (range: ClosedRange<UInt32>) in
    (range: range, letters: range.map { Unicode.Scalar($0)?.namedLetter ?? 0 })
  }
}

extension Unicode.Scalar {
  /// The letter that the name tells: `LATIN SMALL LETTER E WITH ACUTE` is an `e`.
  fileprivate var namedLetter: UInt8 {
    let words = (properties.name ?? "").utf8.split(separator: UInt8(ascii: " "))
    guard words.count > 4, words[3].count == 1, let letter = words[3].first,
      words[4].elementsEqual("WITH".utf8)
    else { return 0 }
    return letter | 0x20
  }
}
