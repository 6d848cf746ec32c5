import Testing
import WallboardScreen

@testable import WallboardViews

/// What was taken out of a text is told in the field, however narrow.
struct LetteringTests {
  private let lettering = Lettering(.unicode)

  @Test(
    arguments: [
      ("plain", 10, "plain"), ("a longer text", 8, "a longe…"),
      ("user\u{202E}txt.exe", 20, "usertxt.exe(-1)"), ("user\u{202E}txt.exe", 10, "usert…(-1)"),
      ("\u{1B}]0;x\u{7}", 12, "␛]0;x␇(-2)"), ("e\u{301}\u{300}\u{302}", 5, "e\u{301}\u{300}(-1)"),
      ("ab\u{202E}", 5, "…(-1)"), ("ab\u{202E}c", 6, "a…(-1)"), ("ab\u{202E}c", 2, "a…"),
      ("漢\u{200B}字", 7, "漢…(-1)"), ("Zoë", 3, "Zoë"),
    ])
  func fields(text: String, width: Int, shown: String) {
    let fitted = lettering.fitted(text, to: width)
    #expect(fitted == shown)
    #expect(TextLayout.width(of: fitted) <= width)
    #expect(lettering.fitted(fitted, to: width) == fitted)
  }

  @Test(arguments: [("a\u{7}b", "a␇b(-1)"), ("a\u{202E}\u{2066}b", "ab(-2)"), ("ab", "ab")])
  func theWidthIsThatOfWhatIsShown(text: String, shown: String) {
    #expect(lettering.width(of: text) == TextLayout.width(of: shown))
    #expect(lettering.fitted(text, to: lettering.width(of: text)) == shown)
  }

  @Test func linesStayLines() {
    #expect(lettering.shown("a\nb\u{202E}\nc") == "a\nb\nc (1 control removed)")
    #expect(Lettering(.ascii).shown("é\u{1B}\nö") == "e?\no (1 control removed)")
  }

  @Test func textIsCutWithAMarkAndNeverWider() {
    let letters = Lettering(.unicode)
    #expect(letters.fitted("Prescription", to: 6) == "Presc…")
    #expect(letters.fitted("李小龍", to: 6) == "李小龍")
    #expect(letters.fitted("李小龍", to: 4) == "李…")
    let long = String(repeating: "e\u{301}", count: 20_000)
    #expect(TextLayout.width(of: letters.fitted(long, to: 10)) == 10)
  }

  @Test func asciiLettersStandForOthers() {
    #expect(ASCIILetters.folded("Zoë Ñandú — ≥4 …") == "Zoe Nandu - >4 ~")
    #expect(ASCIILetters.folded("Tomasz Wiśniewski, Łódź, ſ") == "Tomasz Wisniewski, Lodz, s")
    #expect(
      ASCIILetters.folded("Hai-Yến Trần, Nguyễn Thị Phượng") == "Hai-Yen Tran, Nguyen Thi Phuong")
    #expect(ASCIILetters.folded("Șerban Țepeș, Ḥasan, GROẞ") == "Serban Tepes, Hasan, GROS")
    #expect(ASCIILetters.folded("ƀɏḀỿ") == "??A?")
    #expect(ASCIILetters.folded("李小龍") == "???")
    #expect(Lettering(.ascii).fitted("Jürgen Groß", to: 8) == "Jurgen ~")
    #expect(
      Lettering(.console).fitted("Åsa Wiśniewska ≥ 4 — 李", to: 40) == "Åsa Wisniewska ≥ 4 - ?")
    let latin = GlyphSet.ascii.with(.asciiAnd(["é", "ü"]))
    #expect(Lettering(latin).fitted("Zoé Müller—Å", to: 40) == "Zoé Müller-A")
  }
}
