import Testing

@testable import WallboardScreen

@Suite("What a terminal says of its background")
struct BackgroundAnswerTests {
  @Test(
    "is read in every form that terminals write",
    arguments: [
      ("rgb:1e1e/1e1e/2e2e", 0x1E1E2E), ("rgb:ffff/ffff/ffff", 0xFFFFFF), ("rgb:0/8/f", 0x0088FF),
      ("rgb:fd/f6/e3", 0xFDF6E3), ("rgb:000/800/fff", 0x0080FF),
      ("rgba:0000/2b2b/3636/ffff", 0x002B36),
      ("#fdf6e3", 0xFDF6E3), ("#fff", 0xFFFFFF), ("#00002b2b3636", 0x002B36),
    ])
  func forms(text: String, color: UInt32) {
    for end in ["\u{7}", "\u{1B}\\"] {
      var decoder = KeyDecoder()
      #expect(decoder.decode(Array("\u{1B}]11;\(text)\(end)j".utf8)) == [.character("j")])
      #expect(decoder.background == RGB(color))
    }
  }

  @Test(
    "is nothing where it is something else",
    arguments: [
      "]11;?", "]10;rgb:ffff/ffff/ffff", "]11;rgb:1/2", "]11;rgb:1/2/3/4/5", "]11;rgb:12345/1/1",
      "]11;rgb:+1/1/1", "]11;rgb://", "]11;#12", "]11;#", "]11;white", "]11;", "P11;rgb:1/1/1",
      "]111;rgb:1/1/1", "]11;rgb:1/1/1" + String(repeating: "0", count: 300),
    ])
  func others(text: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\u{1B}\(text)\u{7}j".utf8)) == [.character("j")])
    #expect(decoder.background == nil)
  }

  private static let answers = [
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\",
  ]

  /// Gives a decoder the pieces, of which each comes so long after the one before, as a terminal does
  /// that gives up when it is time.
  private func read(
    _ pieces: [ArraySlice<UInt8>], after gap: Duration, by decoder: inout KeyDecoder
  ) -> [Key] {
    var keys: [Key] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        var waited: Duration = .zero
        while let patience = decoder.patience, waited + patience <= gap {
          waited += patience
          keys += decoder.giveUp()
        }
      }
      keys += decoder.decode(Array(piece), after: gap)
    }
    return keys
  }

  @Test(
    "is none of it typed while it is waited for, wherever it is cut",
    arguments: answers, [30, 200, 490, 900] as [Int64])
  func cut(answer: String, milliseconds: Int64) {
    let bytes = Array((answer + "j").utf8)
    for cut in 1..<bytes.count {
      // Escape alone is a key after so long.
      if milliseconds >= 250, cut == 1 { continue }
      // Alt and `]`, as well.
      if milliseconds >= 250, cut == 2 { continue }
      var decoder = KeyDecoder()
      decoder.isBackgroundDue = true
      let keys = read(
        [bytes[..<cut], bytes[cut...]], after: .milliseconds(milliseconds), by: &decoder)
      #expect(keys == [.character("j")], "cut after \(cut) bytes")
      #expect(decoder.background == RGB(0x1E1E2E), "cut after \(cut) bytes")
      #expect(decoder.patience == nil)
    }
  }

  @Test("is none of it typed where every byte comes alone", arguments: answers)
  func drips(answer: String) {
    let bytes = Array((answer + "j").utf8)
    var decoder = KeyDecoder()
    decoder.isBackgroundDue = true
    let keys = read(bytes.indices.map { bytes[$0...$0] }, after: .milliseconds(60), by: &decoder)
    #expect(keys == [.character("j")])
    #expect(decoder.background == RGB(0x1E1E2E))
  }

  @Test(
    "is still known where its Escape came so much earlier that it was a key", arguments: answers)
  func late(answer: String) {
    let bytes = Array(answer.utf8)
    for cut in 8..<bytes.count {
      var decoder = KeyDecoder()
      let keys = read(
        [bytes[..<1], bytes[1..<cut], bytes[cut...]], after: .milliseconds(400), by: &decoder)
      #expect(keys == [.escape], "cut after \(cut) bytes")
      #expect(decoder.background == RGB(0x1E1E2E), "cut after \(cut) bytes")
    }
  }

  @Test("holds no key back that does not go on with it")
  func broken() {
    for beginning in ["\u{1B}]11;", "\u{1B}]11;rgb:1e1e/1e"] {
      var decoder = KeyDecoder()
      decoder.isBackgroundDue = true
      let keys = read(
        [Array(beginning.utf8)[...], Array("jq".utf8)[...]], after: .milliseconds(900), by: &decoder
      )
      #expect(keys == [.character("j"), .character("q")])
    }
    // Of an answer without an end nothing is typed, once Escape was given up.
    var endless = KeyDecoder()
    endless.isBackgroundDue = true
    let answer = "]11;rgb:" + String(repeating: "a", count: 100)
    let parts = [[0x1B][...], Array(answer.utf8)[...], Array("aaaa".utf8)[...]]
    #expect(read(parts, after: .milliseconds(300), by: &endless) == [.escape])
    // And none for long.
    var decoder = KeyDecoder()
    let pieces = [Array("\u{1B}]11;rgb:1e1e/1e".utf8)[...], Array("d".utf8)[...]]
    #expect(read(pieces, after: .seconds(4), by: &decoder) == [.character("d")])
    #expect(decoder.patience == nil)
  }

  @Test("Escape is a key at once where nothing is waited for, and soon where it is")
  func escape() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == .milliseconds(25))
    decoder.isBackgroundDue = true
    #expect(decoder.patience == .milliseconds(250))
    #expect(decoder.giveUp() == [.escape])
  }

  @Test(
    "A background is dark or light by which of black and white stands off it more",
    arguments: [
      (0x000000, ThemeBackground.dark), (0xFFFFFF, .light), (0x002B36, .dark), (0xFDF6E3, .light),
      (0x242424, .dark), (0x300A24, .dark), (0xEEEEEE, .light), (0x5F5F5F, .dark),
      (0xFFFF00, .light),
      (0x0000FF, .dark),
    ] as [(UInt32, ThemeBackground)])
  func lightness(color: UInt32, background: ThemeBackground) {
    #expect(ThemeBackground(of: RGB(color)) == background)
  }

  @Test(
    "The environment says less",
    arguments: [
      ("15;0", ThemeBackground.dark), ("0;15", .light), ("15;default;0", .dark), ("0;7", .light),
      ("7;8", .dark), ("0;default;15", .light), ("15", nil), ("", nil), ("0;default", nil),
      ("0;16", nil),
      (";", nil), ("0;-1", nil), (String(repeating: "0;", count: 99) + "0", nil),
    ])
  func environment(value: String, background: ThemeBackground?) {
    #expect(ThemeBackground(environment: ["COLORFGBG": value, "TERM": "xterm"]) == background)
    #expect(ThemeBackground(environment: ["COLORFGBG": value, "TERM": "linux"]) == .dark)
    #expect(ThemeBackground(environment: [:]) == nil)
  }
}
