/// What may be the rest of a terminal's answer, such as `]11;rgb:…` with BEL or `ESC \` at its end,
/// whose beginning came so much earlier that it was taken for keys.
///
/// It may as well be a person who pressed Escape and types. So it is held back until its end shows
/// that it is an answer, until something comes that no answer has, or until a moment has passed,
/// however much is typed meanwhile: then it was keys. What spells the answer to the one question that is
/// asked here is no keys in any case; its end is waited for longer, and what does not go on with it is
/// typed.
struct LateAnswer {
  /// What has come once its end has.
  enum Verdict {
    case undecided
    /// It was an answer, which says this, as far as it is of interest; what follows it is not.
    case answer(text: [UInt8], rest: [UInt8])
    /// All of it was typed.
    case keys([UInt8])
  }

  /// Bytes from which on it is an answer whatever follows: nobody types so many in the time.
  static let longestTyped = KeyDecoder.longestSequence
  /// How long it is held back, from its first byte on, while it may be keys.
  static let patience: Duration = .milliseconds(250)
  /// The same for the answer that is expected.
  static let spelledPatience: Duration = .seconds(2)
  /// So much of that answer nobody types in the time.
  private static let leastSpelled = 4

  /// ECMA-48, 5.6: what opens a control string behind Escape.
  static let openers = Set("]PX^_".utf8)

  private static let bell: UInt8 = 0x07
  /// CAN and SUB.
  private static let cancels: [UInt8] = [0x18, 0x1A]

  private let opener: UInt8
  /// Whether the opener is the first of ``bytes``.
  private let holdsOpener: Bool
  private let isCutOff: Bool
  private var bytes: [UInt8] = []
  private var isAfterEscape = false
  /// For how long the first byte has been held back.
  private var age: Duration = .zero
  /// Whether so much came that it cannot have been typed.
  private var isLong = false

  /// Whether it cannot have been typed.
  private var isCertain: Bool { isLong || isSpelled }

  /// Whether it is the beginning of the answer that is expected.
  private var isSpelled: Bool {
    guard !isLong, opener == UInt8(ascii: "]") else { return false }
    let text = text
    return (isCutOff || text.count >= Self.leastSpelled) && BackgroundAnswer.mayBegin(with: text)
  }

  /// What stands behind the opener.
  private var text: ArraySlice<UInt8> { bytes.dropFirst(holdsOpener ? 1 : 0) }

  /// `nil` where this is no rest of what began so: with Escape, or Escape and an opener. What begins
  /// an answer comes in one piece with what follows; alone it is a key.
  init?(of beginning: [UInt8], from bytes: ArraySlice<UInt8>) {
    let opened = bytes.count > 1 ? beginning.dropFirst() + bytes.prefix(2) : []
    guard let opener = opened.first, let next = opened.dropFirst().first,
      Self.openers.contains(opener), Self.mayFollow(opener, next)
    else { return nil }
    self.opener = opener
    holdsOpener = beginning.count == 1
    isCutOff = false
  }

  /// What came in one piece with its beginning, whose end did not come in time; `nil` where it is not
  /// the beginning of the answer that is expected.
  init?(cutOff sequence: [UInt8]) {
    guard sequence.count > 2, sequence[0] == KeyDecoder.escape, sequence[1] == UInt8(ascii: "]")
    else { return nil }
    opener = sequence[1]
    holdsOpener = false
    isCutOff = true
    guard case .undecided = take(sequence.dropFirst(2)), isSpelled else { return nil }
  }

  /// How much longer it is held back while nothing comes; `nil` for as long as any sequence.
  var patience: Duration? { isLong ? nil : longest - age }

  /// Nothing came for so long; whether it is still held back.
  mutating func wait(_ silence: Duration) -> Bool {
    age += silence
    return isLong || age < longest
  }

  private var longest: Duration { isSpelled ? Self.spelledPatience : Self.patience }

  /// Takes what comes.
  mutating func take(_ piece: ArraySlice<UInt8>) -> Verdict {
    for index in piece.indices {
      let byte = piece[index]
      let rest = piece[(index + 1)...]
      if isAfterEscape {
        if byte == UInt8(ascii: "\\") { return .answer(text: said, rest: Array(rest)) }
        // Another sequence broke it off.
        let broken = [byte] + rest
        return isCertain
          ? .answer(text: [], rest: [KeyDecoder.escape] + broken)
          : .keys(bytes + [KeyDecoder.escape] + broken)
      }
      if byte == Self.bell { return .answer(text: said, rest: Array(rest)) }
      if isCertain, Self.cancels.contains(byte) { return .answer(text: [], rest: Array(rest)) }
      isAfterEscape = byte == KeyDecoder.escape
      guard !isAfterEscape else { continue }
      let wasSpelled = isSpelled
      // No answer has such a key in it.
      var isBroken = byte < 0x20 || byte == 0x7F
      if !isBroken {
        keep(byte)
        isBroken = wasSpelled && !isSpelled
        // So long an answer nobody has typed either: it goes on until it ends.
        if isBroken, text.count > BackgroundAnswer.longest { (isLong, isBroken) = (true, false) }
      }
      guard isBroken else { continue }
      let broken = [byte] + rest
      return wasSpelled || isCertain
        ? .answer(text: [], rest: broken) : .keys(bytes + broken)
    }
    return .undecided
  }

  /// What was held back is keys after all, unless nobody can have typed it.
  var keys: [UInt8] {
    isCertain ? [] : bytes + (isAfterEscape ? [KeyDecoder.escape] : [])
  }

  /// What the answer said, unless it was too long to be kept.
  private var said: [UInt8] { isLong ? [] : Array(text) }

  private mutating func keep(_ byte: UInt8) {
    isLong = isLong || bytes.count == Self.longestTyped
    if !isLong { bytes.append(byte) }
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
