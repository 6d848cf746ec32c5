import Testing
import WallboardScreen

@Suite("The key decoder")
struct KeyDecoderTests {
  private static let sequences = KeySequences([
    (Array("\u{1B}[[A".utf8), .function(1)), (Array("\u{1B}A".utf8), .up),
    (Array("\u{1B}[5^".utf8), .pageUp), (Array("x".utf8), .left),
  ])

  /// What text means to a terminal, and the keys that it is.
  static let keys: [(String, [Key])] = [
    ("a", [.character("a")]), ("é", [.character("é")]), ("日", [.character("日")]),
    ("😀", [.character("😀")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
    ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]), ("\u{0}", [.control(" ")]),
    ("\u{04}", [.control("d")]), ("\u{0C}", [.control("l")]), ("\u{1F}", [.control("_")]),
    ("\u{9B}", []), ("", []),
    ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]),
    ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.right]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6;2~", [.pageDown]),
    ("\u{1B}[1~q", [.home, .character("q")]), ("\u{1B}OM", [.enter]), ("\u{1B}OP", [.function(1)]),
    ("\u{1B}[15~", [.function(5)]), ("\u{1B}Ot", [.character("4")]),
    // What the description of the terminal names.
    ("\u{1B}[[A", [.function(1)]), ("\u{1B}[5^", [.pageUp]),
    // The mouse.
    ("\u{1B}[<0;10;5M", [press(9, 4)]), ("\u{1B}[<0;1;1Mq", [press(0, 0), .character("q")]),
    ("\u{1B}[<20;3;4M", [press(2, 3)]), ("\u{1B}[<64;80;24M", [mouse(.wheelUp, 79, 23)]),
    ("\u{1B}[<65;80;24M", [mouse(.wheelDown, 79, 23)]), ("\u{1B}[M !\"", [press(0, 1)]),
    ("\u{1B}[Ma!!q", [mouse(.wheelDown, 0, 0), .character("q")]),
    // Releases, other buttons, motion, and garbage.
    ("\u{1B}[<0;10;5m", []), ("\u{1B}[<2;10;5M", []), ("\u{1B}[<32;10;5M", []),
    ("\u{1B}[<0;0;5M", []), ("\u{1B}[<0;10000;5M", []), ("\u{1B}[<0;-1;5M", []),
    ("\u{1B}[<0;99999999999999999999;5M", []), ("\u{1B}[<0;10M", []), ("\u{1B}[<;;M", []),
    ("\u{1B}[<0;1;2;3M", []), ("\u{1B}[M\u{1}\u{2}\u{3}q", [.character("q")]),
    // Pastes run no keys, whatever is in them.
    ("\u{1B}[200~age>5m\u{1B}[201~q", [.paste("age>5m"), .character("q")]),
    ("\u{1B}[200~a\rb\r\nc\u{1B}[201~", [.paste("a\nb\nc")]),
    ("\u{1B}[200~q\u{1B}[A\u{7}\u{3}q\u{1B}[201~", [.paste("q[Aq")]),
    ("\u{1B}[200~\u{1B}[20\u{1B}[201~x", [.paste("[20"), .character("x")]),
    ("\u{1B}[200~zürich 東京\u{1B}[201~", [.paste("zürich 東京")]),
    ("\u{1B}[200~\u{1B}[201~z", [.character("z")]), ("\u{1B}[201~z", [.character("z")]),
    // Too long to be kept while it is cut, so that it is none: found by fuzzing.
    ("\u{1B}[<0;1;\(String(repeating: "0", count: 55))5Mq", [press(0, 4), .character("q")]),
    ("\u{1B}[<0;1;\(String(repeating: "0", count: 56))5Mq", [.character("q")]),
    ("\u{1B}[<\(String(repeating: "0", count: 90));1;5Mq", [.character("q")]),
    // Answers to questions, most of which somebody else asked.
    ("\u{1B}[?62;c", []), ("\u{1B}[?2026;2$yq", [.character("q")]),
    ("\u{1B}[24;80R", []), ("\u{1B}]11;rgb:0/0/0\u{7}q", [.character("q")]),
    ("\u{1B}]11;rgb:0/0/0\u{1B}\\q", [.character("q")]), ("\u{1B}P>|tmux 3.4\u{1B}\\", []),
    ("\u{1B}_Gi=1;OK\u{1B}\\j", [.character("j")]),
    ("\u{1B}[99;99u", []), ("\u{1B}OX", []), ("\u{1B}[I\u{1B}[O", []),
    // Broken off.
    ("\u{1B}[12\u{1B}[B", [.down]), ("\u{1B}[12\rx", [.enter, .character("x")]),
    ("\u{1B}]0;title\u{18}q", [.character("q")]),
  ]

  @Test("takes the place behind a sample for no key, and a key for no place")
  func sample() {
    var decoder = KeyDecoder(sequences: Self.sequences)
    for (answer, end) in [
      ("\u{1B}[2;15R", 15), ("\u{1B}[2;0R", nil), ("\u{1B}[2;-1R", nil), ("\u{1B}[1;2R", nil),
      ("\u{1B}[2;99999999999999999999R", nil), ("\u{1B}[2;3;4R", nil), ("\u{1B}[3;15R", nil),
    ] as [(String, Int?)] {
      decoder.sampleEnd = nil
      #expect(decoder.decode(Array((answer + "q").utf8)).last == .character("q"), "\(answer)")
      #expect(decoder.sampleEnd == end, "\(answer)")
    }
  }

  @Test("knows a sample in which every character is narrow by where it ends")
  func narrowSample() {
    let width = WidthSample.room.width
    #expect(WidthSample.isNarrow(endingAt: (width + 1) / 2))
    #expect(!WidthSample.isNarrow(endingAt: width) && !WidthSample.isNarrow(endingAt: width / 2))
  }

  @Test(
    "counts the answers of a terminal that was asked what it is",
    arguments: ["\u{1B}[?6c", "\u{1B}[?62;1;2;22c", "\u{1B}[?1;2c", "\u{1B}[?c"])
  func answers(_ answer: String) {
    for cut in 0...answer.utf8.count {
      var decoder = KeyDecoder()
      let bytes = Array("a\(answer)b".utf8)
      let keys = decoder.decode(Array(bytes.prefix(cut + 1)))
      let more = decoder.decode(Array(bytes.dropFirst(cut + 1)))
      #expect(keys + more == [.character("a"), .character("b")])
      #expect(decoder.answers == 1)
    }
  }

  @Test(
    "takes nothing else for one",
    arguments: [
      "\u{1B}[>41;354;0c", "\u{1B}[c", "\u{1B}[?1;1R", "\u{1B}[?2026;2$y", "c",
      "\u{1B}[200~\u{1B}[?6c\u{1B}[201~",
    ])
  func noAnswers(_ text: String) {
    var decoder = KeyDecoder()
    _ = decoder.decode(Array(text.utf8))
    #expect(decoder.answers == 0)
  }

  @Test("reads each key, wherever its bytes are cut", arguments: keys.indices)
  func cuts(index: Int) {
    let (text, keys) = Self.keys[index]
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder(sequences: Self.sequences)
      var read = decoder.decode(Array(bytes[..<cut]))
      read += decoder.decode(Array(bytes[cut...]))
      read += decoder.giveUp()
      #expect(read == keys, "cut after \(cut) bytes of \(text.debugDescription)")
      #expect(decoder.patience == nil)
    }
    var decoder = KeyDecoder(sequences: Self.sequences)
    let read = bytes.flatMap { decoder.decode([$0]) } + decoder.giveUp()
    #expect(read == keys, "\(text.debugDescription) byte by byte")
  }

  @Test(
    "knows after a while what only began",
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}[", []), ("\u{1B}[12", []), ("\u{1B}O", []),
      ("\u{1B}P", [.alt("P")]), ("\u{1B}]0;title", []), ("\u{1B}[<0;1", []), ("\u{1B}[M!", []),
      ("\u{1B}A", [.up]), ("\u{1B}[200~abc", [.paste("abc")]), ("\u{1B}[200~", []),
    ] as [(String, [Key])])
  func expired(text: String, keys: [Key]) {
    var decoder = KeyDecoder(sequences: Self.sequences)
    let early = decoder.decode(Array(text.utf8))
    #expect(early + decoder.giveUp() == keys)
    #expect(decoder.patience == nil)
    #expect(decoder.decode(Array("q".utf8)) == [.character("q")])
  }

  @Test("waits for the rest of what began, a moment for Escape and longer for what nobody types")
  func patience() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.decode([0x1B]) == [])
    let escape = decoder.patience
    #expect(decoder.decode(Array("[<0".utf8)) == [])
    let report = decoder.patience
    #expect(escape == .milliseconds(25))
    #expect(report == .milliseconds(500))
  }

  @Test("runs none of a sequence whose Escape came alone and much too early")
  func lateRest() {
    var decoder = KeyDecoder()
    _ = decoder.decode([0x1B])
    #expect(decoder.giveUp() == [.escape])
    #expect(decoder.decode(Array("[<0;10;5M".utf8)) == [Self.press(9, 4)])
    _ = decoder.decode([0x1B])
    #expect(decoder.giveUp() == [.escape])
    #expect(decoder.decode(Array("[".utf8)) == [.character("[")])
  }

  @Test("keeps no more of a sequence or of a paste than it says")
  func bounds() {
    var decoder = KeyDecoder()
    let endless = "\u{1B}[" + String(repeating: "1;", count: 50_000) + "M"
    #expect(decoder.decode(Array(endless.utf8)) == [])
    let string = "\u{1B}]52;" + String(repeating: "A", count: 50_000)
    #expect(decoder.decode(Array(string.utf8) + [0x1B]) == [])
    #expect(decoder.decode(Array("\\q".utf8)) == [.character("q")])
    let paste = "\u{1B}[200~" + String(repeating: "é", count: 50_000) + "\u{1B}[201~q"
    #expect(
      decoder.decode(Array(paste.utf8)) == [
        .paste(String(repeating: "é", count: 2_048)), .character("q"),
      ])
  }

  @Test("drops what is no character and reads on")
  func brokenCharacters() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode([0xC3, 0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63]) == [
        .character("a"), .character("b"), .character("c"),
      ])
    #expect(decoder.decode([0xED, 0xA0, 0x80, 0x64]) == [.character("d")])
  }

  @Test("reads a byte a character where the locale has it so")
  func singleBytes() {
    let latin = (0x80...0xFF).map { Unicode.Scalar(UInt8($0)) }
    var decoder = KeyDecoder(encoding: .singleByte(latin))
    #expect(decoder.decode([0xE9, 0x80, 0x61]) == [.character("é"), .character("a")])
    let paste = Array("\u{1B}[200~".utf8) + [0xFC, 0x0D] + Array("\u{1B}[201~".utf8)
    #expect(decoder.decode(paste) == [.paste("ü\n")])
    var ascii = KeyDecoder(encoding: .ascii)
    #expect(ascii.decode([0xE9, 0x61]) == [.character("a")])
  }

  private static func mouse(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int) -> Key {
    .mouse(MouseEvent(kind, at: Point(x: x, y: y)))
  }

  private static func press(_ x: Int, _ y: Int) -> Key { mouse(.press, x, y) }
}
