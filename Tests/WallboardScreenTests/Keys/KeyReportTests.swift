import Testing
import WallboardScreen

/// Keyboard modes that somebody left on: kitty's protocol and xterm's `modifyOtherKeys`. Each sequence
/// stands for the key that it would be without them.
@Suite("A key that is told by its number")
struct KeyReportTests {
  static let keys: [(String, [Key])] = [
    // Both forms, with what is held down.
    ("[113u", [.character("q")]), ("[113;1u", [.character("q")]), ("[63;1u", [.character("?")]),
    ("[99;5u", [.control("c")]), ("[27;5;99~", [.control("c")]), ("[122;5u", [.control("z")]),
    ("[99;6u", [.control("c")]), ("[27;6;67~", [.control("c")]), ("[92;5u", [.control("\\")]),
    ("[97;3u", [.alt("a")]), ("[97;4u", [.alt("A")]), ("[27;3;113~", [.alt("q")]),
    ("[27;9;113~", [.alt("q")]), ("[97;2u", [.character("A")]), ("[27;2;65~", [.character("A")]),
    ("[32u", [.character(" ")]), ("[32;5u", [.control(" ")]), ("[27;5;32~", [.control(" ")]),
    ("[228u", [.character("ä")]), ("[228;2u", [.character("Ä")]),
    // Those that have a control character of their own, and Control that makes one.
    ("[13u", [.enter]), ("[13;5u", [.enter]), ("[27;5;13~", [.enter]), ("[27u", [.escape]),
    ("[27;5u", [.escape]), ("[9u", [.tab]), ("[9;5u", [.tab]), ("[9;2u", [.backTab]),
    ("[9;6u", [.backTab]), ("[27;2;9~", [.backTab]), ("[127u", [.backspace]),
    ("[27;5;8~", [.backspace]), ("[105;5u", [.tab]), ("[109;5u", [.enter]),
    ("[91;5u", [.escape]), ("[51;5u", [.escape]), ("[47;5u", [.control("_")]),
    ("[49;5u", [.character("1")]), ("[13;3u", []), ("[99;7u", []),
    // Kinds of events: a key that is let go is none.
    ("[113;1:1u", [.character("q")]), ("[113;1:2u", [.character("q")]), ("[113;1:3u", []),
    ("[99;5:1u", [.control("c")]), ("[99;5:3u", []), ("[113;:3u", []),
    ("[1;1:1A", [.up]), ("[1;1:2A", [.up]), ("[1;1:3A", []), ("[5;1:3~", []),
    ("[5;1:2~", [.pageUp]),
    ("[1;5:3P", []), ("[27u\u{1B}[27;1:3u", [.escape]),
    // Other numbers of the same key.
    ("[97:65;2u", [.character("A")]), ("[47:63;2u", [.character("?")]),
    ("[59:58;2u", [.character(":")]), ("[45:95;6u", [.control("_")]),
    ("[1089::99;5u", [.control("c")]), ("[1089u", [.character("с")]), ("[1089;5u", []),
    ("[223:63:45;2u", [.character("?")]),
    // Not told: as on a US keyboard.
    ("[47;2u", [.character("?")]), ("[59;2u", [.character(":")]), ("[49;2u", [.character("!")]),
    ("[27;2;49~", [.character("1")]), ("[27;2;33~", [.character("!")]),
    // Locks.
    ("[97;65u", [.character("A")]), ("[97;66u", [.character("a")]), ("[99;69u", [.control("c")]),
    ("[49;129u", [.character("1")]), ("[49;65u", [.character("1")]),
    // Text.
    ("[97;2;65u", [.character("A")]), ("[0;;229u", [.character("å")]),
    ("[57400;129;49u", [.character("1")]), ("[97;3;97u", [.alt("a")]),
    ("[0;;20320:22909u", [.paste("你好")]), ("[0;;7u", []), ("[0;;27:91:65u", []), ("[0;;133u", []),
    ("[97;;u", [.character("a")]),
    // Keys without a character.
    ("[57376u", [.function(13)]), ("[57398u", [.function(35)]), ("[57399u", [.character("0")]),
    ("[57408u", [.character("9")]), ("[57409u", [.character(".")]),
    ("[57413u", [.character("+")]), ("[57414u", [.enter]), ("[57415u", [.character("=")]),
    ("[57416u", [.character(",")]), ("[57417;5u", [.left]), ("[57423u", [.home]),
    ("[57424u", [.end]), ("[57426u", [.delete]), ("[57427~", []), ("[57441;2u", []),
    ("[57358u", []), ("[57444;9u", []), ("[63743u", []),
    ("[>1;5A", [.up]), ("[>15;5~", [.function(5)]),
    // What a window manager or nobody has.
    ("[113;9u", []), ("[113;17u", []), ("[113;33u", []),
    // Answers and garbage.
    ("[?1u", []), ("[>1u", []), ("[=1u", []), ("[u", []), ("[;5u", []), ("[0u", []),
    ("[99;5;99~", []), ("[27;5~", []), ("[27~", []), ("[27;5;99;1~", []), ("[27;5;57441~", []),
    ("[55296u", []), ("[1114112u", []), ("[99999999999999999999u", []), ("[-113u", []),
    ("[+113u", []), ("[113 u", []), ("[113;99999999u", []), ("[155u", []),
  ]

  @Test("is the key that it is without, wherever it is cut", arguments: keys.indices)
  func told(index: Int) {
    let (sequence, keys) = Self.keys[index]
    let bytes = Array("\u{1B}\(sequence)x".utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let read = decoder.decode(Array(bytes[..<cut])) + decoder.decode(Array(bytes[cut...]))
      #expect(read == keys + [.character("x")], "\(sequence), cut after \(cut) bytes")
    }
  }

  @Test("is none among what was pasted")
  func pasted() {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[200~\u{1B}[99;5u\u{1B}[201~".utf8)
    #expect(decoder.decode(bytes) == [.paste("[99;5u")])
  }
}
