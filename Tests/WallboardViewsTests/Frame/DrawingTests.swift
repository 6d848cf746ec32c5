import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite(.inTurn)
struct DrawingTests {
  @Test func drawsAtEverySizeWithoutTrapping() throws {
    let board = try SampleBoard.one()
    for width in [0, 1, 2, 3, 20, 39, 40, 41, 60, 99, 100, 139, 140, 199, 200, 300] {
      for height in [0, 1, 2, 9, 10, 11, 15, 16, 29, 30, 43, 44, 90] {
        let size = Size(width: width, height: height)
        #expect(Picture.draw(board, size).size == size)
        _ = Picture.draw(board.with(.toggleHelp), size)
        _ = Picture.draw(board.with(.toggleZoom, .showDetail), size)
      }
    }
  }

  @Test func aBoardThatWasNeverFramedIsDrawn() throws {
    var canvas = Canvas(size: Size(width: 80, height: 24))
    Dashboard.draw(try SampleBoard.many().state, settings: Picture.settings(), into: &canvas)
    #expect(canvas.rows.count == 24)
  }

  @Test(arguments: [
    (ClockStanding.right, nil), (.wrong(seconds: -150), "2m 30s behind"),
    (.wrong(seconds: 2), "2s ahead"), (.disputed(seconds: -90), "in doubt"),
  ])
  func aWrongClockStandsBesideTheClock(standing: ClockStanding, words: String?) throws {
    var board = try SampleBoard.many()
    board.act(.clock(ClockChange(standing, at: SampleBoard.now)))
    let settings = Picture.settings()
    for board in [board, board.onWall(page: 0)] {
      for width in [80, 120, 200] {
        let size = Size(width: width, height: 40)
        var (painter, framed) = (DashboardPainter(settings), board)
        framed.frame(size: size, settings: settings, at: SampleBoard.now)
        #expect(painter.differences(framed, size: size, settings: settings) == nil)
        let text = Picture.draw(board, size).rows.prefix(4).joined(separator: "\n")
        if width >= 120 { #expect(text.contains("this machine's clock") == (words != nil)) }
        #expect(words.map(text.contains) != false, "\(text)")
      }
    }
    let narrow = Picture.draw(board, Size(width: 50, height: 20)).rows[0]
    #expect(narrow.contains("clock ") == (words != nil) && narrow.contains("LIVE"))
  }

  @Test func theOverlayScrollsToItsLastLineAndBack() throws {
    let size = Size(width: 44, height: 12)
    let settings = Picture.settings()
    var board = try SampleBoard.one().with(.toggleHelp)
    let last = Dashboard.lastOverlayTop(board.state, settings: settings, size: size)
    #expect(last > 0)
    board.act(.intent(.moveToLast))
    board.act(.frame(Frame(now: SampleBoard.now, lastOverlayTop: last)))
    #expect(Picture.draw(board, size).rows.joined().contains("shown here"))
    board.act(.intent(.moveUp))
    #expect(!Picture.draw(board, size).rows.joined().contains("shown here"))
  }

  @Test func onlyTheClockMovesOnAQuietBoard() throws {
    var board = try SampleBoard.open(silence: 2)
    try board.register(count: 14)
    for index in 1...60 { try board.surface(index, ago: Int64(2_900 - 47 * index)) }
    board.settle()
    let size = Size(width: 160, height: 50)
    let first = Picture.draw(board, size)
    let second = Picture.draw(board, size, at: SampleBoard.now.advanced(milliseconds: 1_000))
    let changed = zip(first.rows, second.rows).filter { $0 != $1 }
    #expect(changed.count == 1)
    #expect(changed.first?.0.hasSuffix("14:03:21 ") == true)
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
