import Testing
import WallboardScreen

/// An answer of the terminal's that a slow line has cut behind its Escape, or behind what opens it; and
/// a person who presses Escape and types.
@Suite("What comes long after Escape")
struct LateAnswerTests {
  static let answers = [
    "]11;rgb:1e1e/1e1e/1e1e\u{7}", "]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "]lqq\u{1B}\\", "]L:q\u{1B}\\",
    "P>|Konsole 23.q\u{1B}\\", "P!|7E4B4445\u{1B}\\", "P1$r0 q\u{1B}\\", "_Gi=31;OK\u{1B}\\",
    "_q\u{1B}\\", "Xq:q\u{1B}\\", "^q:q\u{1B}\\",
    "]52;c;\(String(repeating: "q:", count: 3_000))\u{7}",
  ]

  /// A decoder to which that came, and nothing for a while.
  private func decoder(after text: String, keys: [Key]) -> KeyDecoder {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array(text.utf8)) + decoder.giveUp() == keys)
    #expect(decoder.patience == nil)
    return decoder
  }

  private static let cut: Duration = .milliseconds(40)

  @Test("is none of it a key when it is an answer, wherever that is cut again", arguments: answers)
  func answer(text: String) throws {
    let bytes = Array((text + "j").utf8)
    for cut in stride(from: 2, through: bytes.count, by: max(1, bytes.count / 40)) {
      var decoder = decoder(after: "\u{1B}", keys: [.escape])
      var read = decoder.decode(Array(bytes[..<cut]), after: Self.cut)
      read += decoder.decode(Array(bytes[cut...]), after: Self.cut)
      #expect(read == [.character("j")], "cut after \(cut) bytes")
      #expect(decoder.patience == nil)
    }
    let opener = try #require(text.first)
    var opened = decoder(after: "\u{1B}\(opener)", keys: [.alt(opener)])
    #expect(opened.decode(Array(bytes[1...]), after: Self.cut) == [.character("j")])
    // Twice: the opener alone is a key.
    var alone = decoder(after: "\u{1B}", keys: [.escape])
    #expect(alone.decode(Array(bytes[..<1]), after: Self.cut) == [.character(opener)])
    #expect(alone.decode(Array(bytes[1...]), after: Self.cut) == [.character("j")])
  }

  @Test(
    "is all keys when it is none",
    arguments: [
      "]", "P", "X", "^", "_", "]]", "]]]]", "]j", "PP", "PPP", "Pj", "__", "XX", "^^^", "j", ":q",
      "]1", "]1j", "P>", "P1", "Xq", "]1\r", "P>\t", "_a\u{7F}", "]1\u{1B}[A", "P>\u{1B}OB",
      "]1\u{1B}", "]1\u{18}", "Xé",
    ])
  func typed(text: String) {
    var plain = KeyDecoder()
    let keys = plain.decode(Array(text.utf8)) + plain.giveUp()
    var whole = decoder(after: "\u{1B}", keys: [.escape])
    #expect(whole.decode(Array(text.utf8), after: Self.cut) + whole.giveUp() == keys)
    #expect(whole.patience == nil)
    var single = decoder(after: "\u{1B}", keys: [.escape])
    let read = text.utf8.flatMap { single.decode([$0], after: Self.cut) } + single.giveUp()
    #expect(read == keys, "byte by byte")
    var later = decoder(after: "\u{1B}", keys: [.escape])
    let late = later.decode(Array(text.utf8), after: .seconds(2))
    let patience = later.patience
    #expect(late + later.giveUp() == keys)
    #expect(patience == nil || text.hasSuffix("\u{1B}"), "held back after two seconds")
  }

  @Test("is held back for a moment, and for longer when nobody can have typed it")
  func patience() {
    var decoder = decoder(after: "\u{1B}", keys: [.escape])
    #expect(decoder.decode(Array("]1".utf8), after: Self.cut) == [])
    #expect(decoder.patience == .milliseconds(250))
    #expect(decoder.decode(Array(repeating: UInt8(ascii: "q"), count: 100), after: Self.cut) == [])
    #expect(decoder.patience == .milliseconds(500))
    #expect(decoder.giveUp() == [])
    #expect(decoder.decode(Array("q".utf8)) == [.character("q")])
  }

  @Test(
    "is held back for that moment however much a person goes on typing", arguments: [33, 100, 240])
  func typing(milliseconds: Int) {
    var decoder = decoder(after: "\u{1B}", keys: [.escape])
    let gap = Duration.milliseconds(milliseconds)
    var typed = decoder.decode(Array("P>".utf8), after: Self.cut)
    #expect(typed == [])
    typed += decoder.decode([UInt8(ascii: "j")], after: gap)
    #expect(decoder.patience == .milliseconds(250) - gap)
    for _ in 0..<200 { typed += decoder.decode([UInt8(ascii: "j")], after: gap) }
    #expect(decoder.patience == nil)
    #expect(
      typed == [.character("P"), .character(">")] + Array(repeating: .character("j"), count: 201))
  }

  @Test("is keys again after what broke a long answer off")
  func broken() {
    let ends: [(String, [Key])] = [
      ("\u{1B}[A", [.up]), ("\u{18}q", [.character("q")]), ("\rq", [.enter, .character("q")]),
      ("\tq", [.tab, .character("q")]), ("\u{7F}", [.backspace]),
    ]
    for (end, keys) in ends {
      var decoder = decoder(after: "\u{1B}", keys: [.escape])
      let answer = "]52;c;" + String(repeating: "q", count: 200)
      #expect(decoder.decode(Array(answer.utf8), after: Self.cut) == [])
      #expect(decoder.decode(Array(end.utf8), after: Self.cut) == keys)
    }
  }

  @Test("is a sequence's rest as before, but not seconds later")
  func sequences() {
    for (rest, keys) in [("[A", [Key.up]), ("OB", [.down]), ("[113u", [.character("q")])] {
      var decoder = decoder(after: "\u{1B}", keys: [.escape])
      #expect(decoder.decode(Array(rest.utf8), after: Self.cut) == keys)
      var later = self.decoder(after: "\u{1B}", keys: [.escape])
      let typed = rest.map { Key.character($0) }
      #expect(later.decode(Array(rest.utf8), after: .seconds(2)) == typed)
    }
  }

  @Test("finds what nobody types waited for as long as anything that nobody types")
  func beginnings() {
    for beginning in ["\u{1B}O", "\u{1B}[", "\u{1B}\u{C3}"] {
      var decoder = KeyDecoder()
      _ = decoder.decode(Array(beginning.unicodeScalars.map { UInt8($0.value) }))
      #expect(decoder.patience == .milliseconds(500), "\(beginning.debugDescription)")
    }
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}]".utf8)) == [])
    #expect(decoder.patience == .milliseconds(25))
  }
}
