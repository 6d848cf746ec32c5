import Testing
import WallboardScreen

struct KeyDecoderTests {
  private func decode(_ text: String) -> [Key] {
    KeyDecoder.decode(text.unicodeScalars.map(TypedInput.scalar))
  }

  @Test(
    arguments: [
      ("a", [.character("a")]), ("é", [.character("é")]), ("\r", [.enter]), ("\n", [.enter]),
      ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{08}", [.backspace]),
      ("\u{0}", [.control(" ")]),
      ("\u{04}", [.control("d")]), ("\u{0C}", [.control("l")]), ("\u{1F}", [.control("_")]),
      ("\u{9B}", []), ("", []),
    ] as [(String, [Key])])
  func singleCharacters(text: String, keys: [Key]) {
    #expect(decode(text) == keys)
  }

  @Test(
    arguments: [
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.right]),
      ("\u{1B}[Z", [.backTab]),
      ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6;2~", [.pageDown]),
      ("\u{1B}[1~q", [.home, .character("q")]),
      ("\u{1B}OM", [.enter]), ("\u{1B}[<0;10;5Mq", [.character("q")]),
    ] as [(String, [Key])])
  func sequences(text: String, keys: [Key]) {
    #expect(decode(text) == keys)
  }

  @Test(arguments: [
    "\u{1B}[200~", "\u{1B}[?62;c", "\u{1B}[99;99u", "\u{1B}[", "\u{1B}[12", "\u{1B}OX",
  ])
  func unknownSequencesPressNoKey(text: String) {
    #expect(decode(text) == [])
  }

  @Test func knownKeysPassThrough() {
    let typed: [TypedInput] = [.key(.up), .scalar("\u{1B}"), .key(.function(5)), .scalar("q")]
    #expect(KeyDecoder.decode(typed) == [.up, .escape, .function(5), .character("q")])
  }
}
