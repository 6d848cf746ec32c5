/// Turns the bytes that a terminal sends into keys, however they were cut on the way.
///
/// Sequences that the terminal's terminfo entry names and common ones are understood, and all others
/// swallowed: their letters must not act as commands. Nothing here knows the time: whoever reads
/// calls `giveUp` when no more bytes came for as long as `patience` says.
package struct KeyDecoder: Sendable {
  static let escape: UInt8 = 0x1B

  /// How long to wait for the rest of what has begun: Escape may be all that was pressed.
  private static let escapePatience: Duration = .milliseconds(25)
  private static let sequencePatience: Duration = .milliseconds(500)
  /// The same for Escape while an answer is expected that begins with it.
  private static let answerPatience: Duration = .milliseconds(250)
  private static let pastePatience: Duration = .seconds(1)
  /// After so much silence, what comes has nothing to do with what was given up.
  private static let longestCut: Duration = .milliseconds(500)
  /// Bytes of a sequence. A longer one is none; so many are kept while its end is looked for.
  static let longestSequence = 64

  private let sequences: KeySequences
  private let encoding: TextEncoding
  private var pending: [UInt8] = []
  private var paste: PasteReader?
  /// What was given up last, if it may have been the beginning of something.
  private var beginning: [UInt8] = []
  private var late: LateAnswer?
  /// How many answers to DA1 have come so far.
  package private(set) var answers = 0
  /// The terminal's background, once it has said so.
  package private(set) var background: RGB?
  /// Where the last ``WidthSample`` has ended, once the terminal has said so.
  package var sampleEnd: Int?
  /// Whether the terminal was asked for its background a moment ago: Escape may begin its answer.
  package var isBackgroundDue = false

  package init(sequences: KeySequences = KeySequences(), encoding: TextEncoding = .utf8) {
    self.sequences = sequences
    self.encoding = encoding
  }

  /// How long to wait for the rest of what has begun; `nil` when nothing has.
  package var patience: Duration? {
    if paste != nil { return Self.pastePatience }
    if let late { return late.patience ?? Self.sequencePatience }
    switch pending.count {
    case 0: return nil
    case 1 where pending.first == Self.escape: return escapePatience
    // Alt and a letter that could begin something.
    case 2 where pending.last.map(Self.isAlone) == true: return escapePatience
    default: return Self.sequencePatience
    }
  }

  private var escapePatience: Duration {
    isBackgroundDue ? Self.answerPatience : Self.escapePatience
  }

  /// The keys that these bytes complete; `silence` is how long nothing came before them.
  package mutating func decode(_ bytes: [UInt8], after silence: Duration = .zero) -> [Key] {
    if silence > Self.longestCut { beginning = [] }
    let held = heldKeys(after: silence)
    resume(before: bytes[...])
    var rest = withoutLateAnswer(held + bytes)
    var keys: [Key] = []
    while !rest.isEmpty {
      if paste != nil {
        if let key = readPaste(&rest) { keys.append(key) }
      } else {
        pending += rest
        rest = []
        keys += readPending(isAll: false, rest: &rest)
      }
    }
    return keys
  }

  /// The keys that were pressed if no more bytes come.
  package mutating func giveUp() -> [Key] {
    if let paste {
      self.paste = nil
      return key(of: paste).map { [$0] } ?? []
    }
    if let late {
      self.late = nil
      return decode(late.keys) + giveUp()
    }
    let isBeginning =
      pending == [Self.escape] || LateAnswer.openers.contains { pending == [Self.escape, $0] }
    beginning = isBeginning ? pending : []
    late = LateAnswer(cutOff: pending)
    if late != nil {
      pending = []
      return []
    }
    var rest: ArraySlice<UInt8> = []
    return readPending(isAll: true, rest: &rest)
  }

  /// Whether the byte makes a key together with Escape when nothing follows.
  private static func isAlone(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "O")
  }

  /// A beginning was given up, and what comes now in one piece is plainly the rest of a sequence, or
  /// may be that of an answer.
  private mutating func resume(before bytes: ArraySlice<UInt8>) {
    guard !beginning.isEmpty, let first = bytes.first else { return }
    let begun = beginning
    beginning = []
    late = LateAnswer(of: begun, from: bytes)
    guard late == nil, begun == [Self.escape] else { return }
    if bytes.count > 1, first == UInt8(ascii: "[") || first == UInt8(ascii: "O") { pending = begun }
    if bytes.count == 1, LateAnswer.openers.contains(first) { beginning = begun + [first] }
  }

  /// What was held back for so long that somebody must be typing it.
  private mutating func heldKeys(after silence: Duration) -> ArraySlice<UInt8> {
    guard late?.wait(silence) == false, let reader = late else { return [] }
    late = nil
    return reader.keys[...]
  }

  /// Holds back what may be an answer; what is left is something else.
  private mutating func withoutLateAnswer(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard var reader = late else { return bytes }
    late = nil
    switch reader.take(bytes) {
    case .undecided:
      late = reader
      return []
    case .answer(let text, let rest):
      note(BackgroundAnswer.color(of: text))
      return rest[...]
    case .keys(let keys): return keys[...]
    }
  }

  /// Reads what is pending; where a paste begins, the rest is not for here.
  private mutating func readPending(isAll: Bool, rest: inout ArraySlice<UInt8>) -> [Key] {
    var keys: [Key] = []
    var bytes = pending[...]
    while !bytes.isEmpty, paste == nil {
      let reader = InputReader(bytes, isAll: isAll, sequences: sequences, encoding: encoding)
      switch reader.item {
      case .incomplete:
        pending = Self.bounded(bytes)
        return keys
      case .key(let key, let length):
        if let key { keys.append(key) }
        bytes = bytes.dropFirst(length)
      case .answer(let length):
        answers += 1
        bytes = bytes.dropFirst(length)
      case .background(let color, let length):
        note(color)
        bytes = bytes.dropFirst(length)
      case .sample(let column, let length):
        sampleEnd = column
        bytes = bytes.dropFirst(length)
      case .pasteBegins(let length):
        paste = PasteReader()
        rest = bytes.dropFirst(length)
      }
    }
    pending = []
    return keys
  }

  private mutating func note(_ color: RGB?) {
    guard let color else { return }
    background = color
    isBackgroundDue = false
  }

  /// The last byte is kept in any case: it may be the first half of the end.
  private static func bounded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.count > longestSequence else { return Array(bytes) }
    return bytes.prefix(longestSequence - 1) + bytes.suffix(1)
  }

  private mutating func readPaste(_ rest: inout ArraySlice<UInt8>) -> Key? {
    while var reader = paste, let byte = rest.popFirst() {
      // Moved out while it changes, so that its text is not copied for every byte.
      paste = nil
      guard !reader.take(byte) else { return key(of: reader) }
      paste = reader
    }
    return nil
  }

  private func key(of paste: PasteReader) -> Key? {
    let text = paste.string(in: encoding)
    return text.isEmpty ? nil : .paste(text)
  }
}

/// Gathers what is pasted, until the terminal says that it is over (xterm's mode 2004).
private struct PasteReader {
  /// Bytes that are kept; the rest is dropped.
  private static let limit = 4_096
  private static let end = Array("\u{1B}[201~".utf8)

  private var text: [UInt8] = []
  private var matched = 0

  /// Takes a byte; `true` when it was the last.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    // Escape stands only at its beginning, so that no other beginning of it can be inside.
    keep(Self.end.prefix(matched))
    matched = byte == KeyDecoder.escape ? 1 : 0
    if matched == 0 { keep([byte]) }
    return false
  }

  /// The text, without controls but tabs and line breaks, which are all line feeds.
  func string(in encoding: TextEncoding) -> String {
    var result = ""
    for scalar in scalars(in: encoding) {
      switch scalar.value {
      case 0x09, 0x0A, 0x20..<0x7F, 0xA0...: result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }

  private mutating func keep(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where text.count < Self.limit { text.append(byte) }
  }

  private func scalars(in encoding: TextEncoding) -> [Unicode.Scalar] {
    switch encoding {
    case .utf8:
      // A character that the limit cut in two is none.
      String(decoding: text, as: UTF8.self).withLineFeeds.unicodeScalars.filter {
        $0 != ScalarClass.replacement
      }
    case .singleByte:
      String(
        String.UnicodeScalarView(
          text.compactMap { $0 < 0x80 ? Unicode.Scalar($0) : encoding.scalar(of: $0) })
      ).withLineFeeds.unicodeScalars.map { $0 }
    }
  }
}

extension String {
  /// A terminal sends a line's end as Return.
  fileprivate var withLineFeeds: String {
    String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
