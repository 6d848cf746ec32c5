import Testing
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
import WallboardViews

/// Anybody may look at a wall, from anywhere, for as long as it hangs there.
@Suite(.inTurn)
struct WallTests {
  private static let sizes = [(40, 10), (80, 24), (80, 50), (120, 40), (200, 60), (240, 60)]

  /// Who calls, and what is said.
  private static let secrets = ["+1555", "Mary", "pharmacy", "dosage", "chart", "answered on"]

  private func screens(_ boards: [SampleBoard]) -> String {
    Self.sizes.flatMap { width, height in
      boards.flatMap { Picture.draw($0, Size(width: width, height: height)).rows }
    }.joined(separator: "\n")
  }

  private func pages(_ board: SampleBoard) -> [SampleBoard] {
    (0..<4).map { board.onWall(page: $0) }
  }

  @Test func nobodyIsNamedOrQuoted() throws {
    for board in [
      try SampleBoard.following([33]), try .stale(), try .refused(), try .quiet(), try .many(),
    ] {
      // What a person at the desk had asked to see is not seen either.
      let text = screens(pages(board.with(.showIdentifiers)) + pages(board.seen(.open)))
      for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test func thoseWouldBeFoundWhereTheyStand() throws {
    let desk = screens([try .following([33]).seen(.open), try .many().seen(.open)])
    for secret in Self.secrets { #expect(desk.contains(secret), "\(secret)") }
    var bare = try SampleBoard.busyWall()
    bare.state.settings.privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
    let text = screens(
      (0..<4).map { page in
        var board = bare
        board.state.view.wall?.page = page
        return board
      })
    #expect(text.contains("pharmacy") && text.contains("+1555") && text.contains("dosage"))
  }

  @Test func whatWasReadInPartIsNotQuiet() throws {
    let settings = Picture.settings(glyphs: .ascii)
    let size = Size(width: 120, height: 40)
    var board = try SampleBoard.quiet()
    for (isComplete, words) in [(true, "NOBODY WAITS"), (false, "READ IN PART")] {
      board.act(.readStarted(.escalations, at: SampleBoard.now))
      board.act(.read(.escalations([], isComplete: isComplete), at: SampleBoard.now))
      let rows = Picture.draw(board.onWall(), size, settings).rows
      #expect(rows.contains { $0.contains(words) }, "\(rows.joined(separator: "\n"))")
      #expect(rows.contains { $0.contains("NOBODY WAITS") } == isComplete)
    }
  }

  @Test(arguments: sizes)
  func oldNumbersNeverLookLive(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    for board in [try SampleBoard.stale(), try .refused(), try .lost(ago: 40)] {
      let canvas = Picture.draw(board.onWall(), size)
      let loud = canvas.roleRows.count { isLoud($0, width) }
      #expect(loud >= height / 4, "\(canvas.rows.joined(separator: "\n"))")
      #expect(!canvas.rows.contains { $0.contains(" WAITING ") || $0.contains("LONGEST") })
    }
  }

  /// Whether most of a row is in the role of an alert.
  private func isLoud(_ row: String, _ width: Int) -> Bool {
    let columns = row.split(separator: " ").filter { $0.hasPrefix("alert") }
      .compactMap { $0.split(separator: "*").last.flatMap { Int($0) } }.reduce(0, +)
    return columns > width / 2
  }

  @Test func thePictureMovesAndIsNowhereCut() throws {
    let settings = Picture.settings()
    var pictures: Set<[String]> = []
    var texts: Set<[String]> = []
    for shift in 0..<WallView.shifts {
      var board = try SampleBoard.busyWall()
      board.frame(size: Size(width: 80, height: 24), settings: settings, at: SampleBoard.now)
      board.state.view.wall?.shift = shift
      var canvas = Canvas(size: Size(width: 80, height: 24))
      Dashboard.draw(board.state, settings: settings, into: &canvas)
      let words = canvas.rows.map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
      texts.insert(words)
      pictures.insert(canvas.rows)
    }
    #expect(pictures.count == WallView.shifts && texts.count == 1)
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func whatWasPaintedIsWhatWouldBeDrawnFromNothing(seed: UInt64) throws {
    var day = RandomDay(seed: seed)
    let settings = Picture.settings(glyphs: seed % 2 == 0 ? .ascii : .unicode)
    var painter = DashboardPainter(settings)
    var board = SampleBoard().onWall()
    var size = Size(width: 160, height: 50)
    for number in 0..<250 {
      for _ in 0..<day.pick([0, 1, 2, 7]) { board.act(try day.input()) }
      if day.chance(0.02) { board.act(.intent(day.pick([.nextPage, .togglePin, .toggleHints]))) }
      if day.chance(0.02) {
        let (width, height) = day.pick(Self.sizes)
        size = Size(width: width, height: height)
      }
      let now = day.pass()
      let places = painter.panePositions(board.state, size: size, utcOffset: 0)
      #expect(places == Dashboard.panePositions(board.state, settings: settings, size: size))
      board.frame(size: size, settings: settings, at: now)
      if let rows = painter.differences(board, size: size, settings: settings) {
        Issue.record("seed \(seed), frame \(number): \(rows)")
        return
      }
    }
  }
}
