/// The sequences that a terminal's description names for keys.
package struct KeySequences: Hashable, Sendable {
  private var keys: [[UInt8]: Key] = [:]
  private var beginnings: Set<[UInt8]> = []

  /// Only what begins with Escape and goes on is a sequence; of two keys with the same, the first
  /// has it.
  package init(_ sequences: [(bytes: [UInt8], key: Key)] = []) {
    for (bytes, key) in sequences where bytes.count > 1 && bytes.first == KeyDecoder.escape {
      guard keys[bytes] == nil else { continue }
      keys[bytes] = key
      for length in 1..<bytes.count { beginnings.insert(Array(bytes.prefix(length))) }
    }
  }

  /// Whether more bytes could make a sequence of these, of which they are all that came.
  func mayGoOn(after bytes: ArraySlice<UInt8>) -> Bool {
    beginnings.contains(Array(bytes))
  }

  /// The longest sequence at the beginning of these bytes.
  func match(_ bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    var length = 1
    var found: (key: Key, length: Int)?
    while length < bytes.count, beginnings.contains(Array(bytes.prefix(length))) {
      length += 1
      if let key = keys[Array(bytes.prefix(length))] { found = (key, length) }
    }
    return found
  }
}
