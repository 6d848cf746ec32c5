/// Text that would take control of the terminal it is printed on.
package enum Hostility {
  /// One of each kind: OSC commands, control sequences in 7 and 8 bits, strings without an end,
  /// controls, bidirectional marks, invisible characters, piles of combining marks, wide characters.
  package static let texts: [String] =
    [
      "\u{1B}]52;c;cm0gLXJmIC8K\u{7}", "\u{1B}]0;owned\u{7}", "\u{1B}]2;owned\u{1B}\\",
      "\u{1B}]8;;http://evil.example/\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{1B}]9;7;calc\u{7}",
      "\u{1B}]50;?\u{7}", "\u{1B}]4;1;rgb:00/00/00\u{7}", "\u{1B}]1337;SetMark\u{7}",
      "\u{1B}[2J\u{1B}[H", "\u{1B}[?1049l\u{1B}[?25h", "\u{1B}[21t", "\u{1B}[6n", "\u{1B}[c",
      "\u{1B}[31;5m", "\u{1B}[?1000h", "\u{1B}c", "\u{1B}#8", "\u{1B}(0lqqk", "\u{1B}%G",
      "\u{1B}P$q\"p\u{1B}\\", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_Ga=d\u{1B}\\", "\u{1B}^pm\u{1B}\\",
      "\u{1B}Xsos\u{1B}\\", "\u{1B}kscreen\u{1B}\\", "\u{1B}]0;no end", "\u{1B}P no end",
      "\u{9B}2J", "\u{9D}0;owned\u{9C}", "\u{90}$qm\u{9C}", "\u{9F}apc\u{9C}", "\u{85}\u{84}",
      "\u{7}\u{7}\u{7}", "\u{E}lqqk\u{F}", "safe\rEVIL", "abc\u{8}\u{8}\u{8}XYZ", "a\u{0}b",
      "one\ntwo\u{B}three\u{C}four", "\u{7F}\u{7F}", "tab\tkey\t",
      "user\u{202E}txt.exe", "\u{2066}a\u{2069}\u{2067}b\u{2068}", "\u{61C}\u{200E}\u{200F}x",
      "\u{202A}\u{202B}\u{202C}\u{202D}", "zero\u{200B}width\u{FEFF}\u{2060}\u{2064}",
      "\u{AD}so\u{AD}ft",
      "\u{E0048}\u{E0049}tags\u{E007F}", "sm\u{FE0F}\u{FE01}\u{E0100}\u{E01EF}uggled",
      "Z" + String(repeating: "\u{300}", count: 200), String(repeating: "\u{301}", count: 64),
      String(repeating: "👩\u{200D}", count: 40), "a" + String(repeating: "\u{200D}", count: 60),
      "漢字漢字漢字", "🇩🇪🏳️‍🌈👩🏽‍🚀1️⃣", "ｆｕｌｌ", "\u{1100}\u{1161}\u{11A8}", "\u{E000}\u{F8FF}\u{FFFF}",
      "\u{378}\u{F0000}\u{10FFFD}", "\u{3164}\u{115F}\u{FFA0}", "\u{2028}\u{2029}",
      "\u{600}\u{FFF9}",
      String(repeating: "A", count: 5_000),
    ]

  /// Bytes that are no UTF-8, or no text: overlong, lone, cut, surrogates, too large, C0 and C1.
  static let bytes: [[UInt8]] = [
    [0xC0, 0x9B], [0xE0, 0x80, 0x9B], [0xF0, 0x80, 0x80, 0x9B], [0x9B, 0x32, 0x4A], [0xE2, 0x82],
    [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE], [0x9D, 0x30, 0x3B, 0x78, 0x9C],
    [0x1B, 0x5B, 0x32, 0x4A], [0x00], [0x07], [0x7F],
  ]

  static func text(_ number: Int) -> String {
    texts[number % texts.count]
  }

  /// The id with such a text behind it, always the same for the same id.
  static func id(_ id: String) -> String {
    let sum = id.unicodeScalars.reduce(0) { $0 &+ Int($1.value) }
    let short = texts.filter {
      $0.utf8.count <= 40 && !$0.contains("/") && !($0.first?.isLetter ?? false)
    }
    return id + "\u{202E}" + short[sum % short.count]
  }

  /// The id that a hostile one was made of, also as it stands in a URL.
  static func plainID(_ id: String) -> String {
    String(id.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
  }

  /// A frame of a stream that is like no event.
  static func frame(number: Int, id: Int) -> [UInt8] {
    let text = JSON.string(text(number / 4)).text
    switch number % 4 {
    // A name ends where its line ends.
    case 0: return frame(id, "evil." + oneLine(number / 4), Array("{\"words\":\(text)}".utf8))
    case 1: return frame(id, "call.started", pairs(number / 4))
    case 2:
      let raw = bytes[number / 4 % bytes.count]
      return frame(id, "evil.bytes", Array("{\"words\":\"".utf8) + raw + Array("\"}".utf8))
    default:
      return frame(
        id, "evil.halves", Array(#"{"words":"\ud800 \udc00\udfff","\u009b2J":\#(text)}"#.utf8))
    }
  }

  private static func frame(_ id: Int, _ event: String, _ data: [UInt8]) -> [UInt8] {
    Array("id: \(id)\nevent: \(event)\ndata: ".utf8) + data + Array("\n\n".utf8)
  }

  private static func oneLine(_ number: Int) -> String {
    String(text(number).unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : Character($0) })
  }

  /// Every pair of bytes in turn, 64 at a time, without line ends.
  private static func pairs(_ number: Int) -> [UInt8] {
    (0..<64).flatMap { offset -> [UInt8] in
      let pair = (number * 64 + offset) % 65_536
      return [UInt8(pair >> 8), UInt8(pair & 0xFF)]
    }.filter { $0 != 0x0A && $0 != 0x0D }
  }
}

extension JSON {
  /// Keys whose values the protocol depends on.
  private static let kept: Set<String> = [
    "type", "event_type", "code", "continuation_token", "next_continuation_token",
  ]
  /// Keys whose values are words of a vocabulary, without which the event means nothing.
  private static let vocabulary: Set<String> = [
    "status", "direction", "trigger", "stage", "mode", "completion_reason", "speaker_role", "role",
    "channel", "channel_kind", "risk_level", "participant_role", "action", "filler_type", "trend",
  ]

  /// The value with hostile text before whatever is said and named, and for every fourth number
  /// before the words of vocabularies, too.
  func hostile(number: Int) -> JSON {
    hostile(number: number, key: "")
  }

  private func hostile(number: Int, key: String) -> JSON {
    switch self {
    case .null, .boolean, .integer, .number: self
    case .string(let text): .string(Self.hostile(text, number: number, key: key))
    case .array(let elements):
      .array(elements.enumerated().map { $1.hostile(number: number &+ $0, key: key) })
    case .object(let members):
      .object(
        members.enumerated().map { index, member in
          let value = member.value.hostile(number: number &+ 4 * index, key: member.key)
          return Member(key: member.key, value: value)
        })
    }
  }

  private static func hostile(_ text: String, number: Int, key: String) -> String {
    let isTime = ["_at", "_time", "timestamp"].contains { key.hasSuffix($0) }
    if kept.contains(key) || isTime { return text }
    if key.hasSuffix("_id") || key.hasSuffix("_sid") || key == "id" { return Hostility.id(text) }
    if vocabulary.contains(key), !number.isMultiple(of: 4) { return text }
    return Hostility.text(number / 4) + " " + text
  }
}
