/// What may be the rest of a terminal's answer, such as `]11;rgb:…` with BEL or `ESC \` at its end,
/// whose beginning came so much earlier that it was taken for keys.
///
/// It may as well be a person who pressed Escape and types. So it is held back until its end shows
/// that it is an answer, until something comes that no answer has, or until a moment has passed,
/// however much is typed meanwhile: then it was keys.
struct LateAnswer {
  /// What has come once its end has.
  enum Verdict {
    case undecided
    /// It was an answer; what follows it is not.
    case answer(rest: [UInt8])
    /// All of it was typed.
    case keys([UInt8])
  }

  /// Bytes from which on it is an answer whatever follows: nobody types so many in the time.
  static let longestTyped = KeyDecoder.longestSequence
  /// How long it is held back, from its first byte on, while it may be keys.
  static let patience: Duration = .milliseconds(250)

  /// ECMA-48, 5.6: what opens a control string behind Escape.
  static let openers = Set("]PX^_".utf8)

  private static let bell: UInt8 = 0x07
  /// CAN and SUB.
  private static let cancels: [UInt8] = [0x18, 0x1A]

  private var bytes: [UInt8] = []
  private var isAfterEscape = false
  /// For how long the first byte has been held back.
  private var age: Duration = .zero

  /// Whether so much came that it cannot have been typed.
  private(set) var isCertain = false

  /// `nil` where this is no rest of what began so: with Escape, or Escape and an opener. What begins
  /// an answer comes in one piece with what follows; alone it is a key.
  init?(of beginning: [UInt8], from bytes: ArraySlice<UInt8>) {
    let opened = bytes.count > 1 ? beginning.dropFirst() + bytes.prefix(2) : []
    guard let opener = opened.first, let next = opened.dropFirst().first,
      Self.openers.contains(opener), Self.mayFollow(opener, next)
    else { return nil }
  }

  /// How much longer it is held back while nothing comes; `nil` for as long as any sequence.
  var patience: Duration? { isCertain ? nil : Self.patience - age }

  /// Nothing came for so long; whether it is still held back.
  mutating func wait(_ silence: Duration) -> Bool {
    age += silence
    return isCertain || age < Self.patience
  }

  /// Takes what comes.
  mutating func take(_ piece: ArraySlice<UInt8>) -> Verdict {
    for index in piece.indices {
      let byte = piece[index]
      let rest = piece[(index + 1)...]
      if isAfterEscape {
        if byte == UInt8(ascii: "\\") { return .answer(rest: Array(rest)) }
        // Another sequence broke it off.
        let broken = [byte] + rest
        return isCertain ? .answer(rest: [KeyDecoder.escape] + broken) : .keys(bytes + broken)
      }
      if byte == Self.bell || isCertain && Self.cancels.contains(byte) {
        return .answer(rest: Array(rest))
      }
      isAfterEscape = byte == KeyDecoder.escape
      guard isAfterEscape || byte >= 0x20 && byte != 0x7F else {
        // No answer has such a key in it.
        let broken = [byte] + rest
        return isCertain ? .answer(rest: broken) : .keys(bytes + broken)
      }
      keep(byte)
    }
    return .undecided
  }

  /// What was held back is keys after all, unless it is too much for that.
  var keys: [UInt8] { isCertain ? [] : bytes }

  private mutating func keep(_ byte: UInt8) {
    isCertain = isCertain || bytes.count == Self.longestTyped
    if !isCertain { bytes.append(byte) }
  }

  /// Whether an answer has that behind its opener: a number or the letter of a title (OSC), what
  /// tells one device control string from another (DCS), any text but what a key held down repeats.
  private static func mayFollow(_ opener: UInt8, _ byte: UInt8) -> Bool {
    switch opener {
    case UInt8(ascii: "]"): (0x30..<0x3A).contains(byte) || byte & 0xDF == UInt8(ascii: "L")
    case UInt8(ascii: "P"): (0x20..<0x40).contains(byte)
    default: (0x20..<0x7F).contains(byte) && byte != opener
    }
  }
}
