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
}
