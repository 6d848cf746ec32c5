/// The words that are typed into the command palette, and how well an item matches them.
struct PaletteQuery {
  /// How many ranks there are.
  static let ranks = 4

  private let words: [SearchedText]

  init(_ typed: String) {
    words = typed.split(separator: " ").map { SearchedText(String($0)) }
  }

  /// How well an item matches, 0 best; `nil` when it lacks one of the words.
  func rank(of answer: @autoclosure () -> PaletteWords) -> Int? {
    guard let first = words.first else { return 0 }
    let answer = answer()
    let (name, text) = (SearchedText(answer.name), SearchedText(answer.text))
    guard words.allSatisfy({ name.contains($0) || text.contains($0) }) else { return nil }
    if name.begins(with: first) { return words.allSatisfy(name.contains) ? 0 : 1 }
    return name.contains(first) ? 2 : 3
  }
}

/// Text in small letters, to search in and for.
///
/// Characters are what a search has to compare, and bytes are ten times as fast. Bytes find the
/// same where each character is one ASCII scalar, as in most items.
private struct SearchedText {
  private let bytes: [UInt8]
  /// `nil` where comparing bytes is enough.
  private let characters: String?

  init(_ string: String) {
    var bytes = Array(string.utf8)
    var isASCII = true
    for place in bytes.indices {
      if bytes[place] >= 0x80 { isASCII = false }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[place]) { bytes[place] |= 0x20 }
    }
    self.bytes = bytes
    // The ellipsis of a shortened id has no other spelling.
    let isPlain = isASCII || string.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" }
    characters = isPlain ? nil : string.lowercased()
  }

  func contains(_ other: SearchedText) -> Bool {
    guard characters == nil, other.characters == nil else {
      return string.contains(other.string)
    }
    guard let first = other.bytes.first else { return true }
    let length = other.bytes.count
    guard length <= bytes.count else { return false }
    for start in 0...(bytes.count - length) where bytes[start] == first {
      var matched = 1
      while matched < length, bytes[start + matched] == other.bytes[matched] { matched += 1 }
      if matched == length { return true }
    }
    return false
  }

  func begins(with other: SearchedText) -> Bool {
    guard characters == nil, other.characters == nil else {
      return string.hasPrefix(other.string)
    }
    return bytes.starts(with: other.bytes)
  }

  private var string: String { characters ?? String(decoding: bytes, as: UTF8.self) }
}
