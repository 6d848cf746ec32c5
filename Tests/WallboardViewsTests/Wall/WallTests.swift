import Testing
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
import WallboardViews

/// Anybody may look at a wall, from anywhere, for as long as it hangs there.
@Suite(.inTurn)
struct WallTests {
  private static let sizes = [(40, 10), (80, 24), (80, 50), (120, 40), (200, 60), (240, 67)]

  /// Who calls, and what is said.
  private static let secrets = ["+1555", "Mary", "pharmacy", "dosage", "chart", "answered on"]

  private func screens(_ boards: [SampleBoard]) -> String {
    Self.sizes.flatMap { width, height in
      boards.flatMap { Picture.draw($0, Size(width: width, height: height)).rows }
    }.joined(separator: "\n")
  }

  @Test func nobodyIsNamedOrQuoted() throws {
    for board in [
      try SampleBoard.following([33]), try .stale(), try .refused(), try .quiet(), try .many(),
    ] {
      // What a person at the desk had asked to see is not seen either.
      let text = screens([
        board.with(.showIdentifiers).onWall(follow: true), board.seen(.open).onWall(follow: true),
      ])
      for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test func thoseWouldBeFoundWhereTheyStand() throws {
    let desk = screens([try .following([33]).seen(.open), try .many().seen(.open)])
    for secret in Self.secrets { #expect(desk.contains(secret), "\(secret)") }
    var bare = try SampleBoard.following([33]).onWall(follow: true)
    bare.state.settings.privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
    let text = screens([bare])
    #expect(text.contains("pharmacy") && text.contains("+1555") && text.contains("dosage"))
  }

  @Test func whatWasReadInPartIsNotQuiet() throws {
    let settings = Picture.settings(glyphs: .ascii)
    let size = Size(width: 80, height: 24)
    var board = try SampleBoard.quiet()
    for (isComplete, words) in [(true, "Nobody is waiting"), (false, "Loaded in part")] {
      board.act(.readStarted(.escalations, at: SampleBoard.now))
      board.act(.read(.escalations([], isComplete: isComplete), at: SampleBoard.now))
      let rows = Picture.draw(board.onWall(), size, settings).rows
      #expect(rows.contains { $0.contains(words) }, "\(rows.joined(separator: "\n"))")
      #expect(rows.contains { $0.contains("Nobody is waiting") } == isComplete)
    }
  }

  @Test(arguments: sizes)
  func oldNumbersNeverLookLive(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    for board in [try SampleBoard.stale(), try .refused(), try .lost(ago: 40)] {
      let canvas = Picture.draw(board.onWall(), size)
      let loud = canvas.roleRows.count { isLoud($0, width) }
      #expect(loud >= height / 4, "\(canvas.rows.joined(separator: "\n"))")
      for name in ["WAITING", "LONGEST", "LONGEST WAIT", "AVAILABLE"] {
        #expect(!canvas.shows(name), "\(name)")
      }
    }
  }

  /// Whether most of a row is in the role of an alert.
  private func isLoud(_ row: String, _ width: Int) -> Bool {
    let columns = row.split(separator: " ").filter { $0.hasPrefix("alert") }
      .compactMap { $0.split(separator: "*").last.flatMap { Int($0) } }.reduce(0, +)
    return columns > width / 2
  }

  @Test(arguments: sizes)
  func whoWaitsIsSeenOrCounted(width: Int, height: Int) throws {
    for count in [1, 2, 3, 5, 8, 13, 30] {
      let board = try SampleBoard.waiting(count).onWall()
      let canvas = Picture.draw(board, Size(width: width, height: height))
      let times = (0..<count).map { index in
        let seconds = 1 + 13 * index
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
      }
      let hidden = times.reversed().drop { canvas.shows($0) || canvas.says($0) }
      let isCounted =
        canvas.says("+\(hidden.count) more") || canvas.shows("+\(hidden.count) MORE")
      #expect(hidden.count < count && isCounted == !hidden.isEmpty, "\(canvas.text)")
      #expect(canvas.shows(times.last ?? "", largerThan: height < 24 ? nil : .medium))
    }
  }

  /// As large as if they waited, and not on one line of text below.
  @Test(arguments: sizes)
  func whoIsNeededIsSeenFromAfar(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    let canvas = Picture.draw(try .quiet().needing(1).onWall(), size)
    #expect(canvas.shows("2:10") || height < 24 && canvas.says("2:10"), "\(canvas.text)")
    #expect(canvas.shows("CRITICAL RISK") || canvas.says("Critical risk"), "\(canvas.text)")
    #expect(height < 40 || canvas.shows("CRITICAL RISK"), "\(canvas.text)")
    #expect(!canvas.shows("NOBODY IS WAITING") && !canvas.says("Nobody is waiting"))
    #expect(!canvas.says("▲ Critical risk:"), "\(canvas.text)")
  }

  @Test(arguments: sizes, 1...3)
  func whoItIsStandsBesideWhatIsWrong(size: (width: Int, height: Int), count: Int) throws {
    let size = Size(width: size.width, height: size.height)
    for waiting in 0...1 {
      let board = try SampleBoard.waiting(waiting)
      let canvas = Picture.draw(board.needing(count).onWall(), size)
      let others = Picture.draw(board.onWall(), size).callers
      let listed = canvas.count(of: "2:10")
      #expect(canvas.callers.subtracting(others).count >= listed, "\(canvas.text)")
      #expect(listed > 0 || waiting > 0, "\(canvas.text)")
    }
  }

  /// Whom there is no room for is told below, and nobody twice.
  @Test(arguments: sizes)
  func whoIsNeededStandsBelowThoseWhoWait(width: Int, height: Int) throws {
    var (allListed, allTold) = (0, 0)
    for (waiting, needed) in [(1, 1), (2, 3), (5, 2), (13, 1)] {
      let board = try SampleBoard.waiting(waiting).needing(needed).onWall()
      let canvas = Picture.draw(board, Size(width: width, height: height))
      let alone = Picture.draw(
        try .waiting(waiting).onWall(), Size(width: width, height: height))
      let longest = 1 + 13 * (waiting - 1)
      let time = "\(longest / 60):\(longest % 60 < 10 ? "0" : "")\(longest % 60)"
      #expect(canvas.shows(time) == alone.shows(time))
      let listed = canvas.count(of: "2:10")
      let isTold = canvas.rows.contains { $0.contains("caller ") && $0.contains("  for 2m") }
      #expect(listed <= needed, "\(canvas.text)")
      // A low wall has no line below.
      #expect(isTold == (listed < needed && height >= 18), "\(canvas.text)")
      allListed += listed
      allTold += isTold ? 1 : 0
    }
    #expect(allListed > 0 && (allTold > 0 || height < 18))
  }

  @Test func theHintOfAKeptCallSaysWhatTheKeyDoes() throws {
    let settings = Picture.wallSettings()
    let size = Size(width: 120, height: 40)
    var board = try SampleBoard.following([33]).onWall(follow: true)
    for words in ["p keep", "p let go", "p keep"] {
      board.frame(size: size, settings: settings, at: SampleBoard.now)
      board.state.view.notice = nil
      var canvas = Canvas(size: size)
      Dashboard.draw(board.state, settings: settings, into: &canvas)
      #expect(canvas.says(words), "\(canvas.text)")
      board.act(.intent(.togglePin))
      #expect(board.state.view.notice != nil)
    }
  }

  @Test(arguments: sizes.dropFirst())
  func whatANumberMeansIsReadFromAfarToo(width: Int, height: Int) throws {
    let canvas = Picture.draw(try .busyWall(), Size(width: width, height: height))
    #expect(canvas.shows("WAITING"), "\(canvas.text)")
    #expect(canvas.shows("LONGEST") || canvas.shows("LONGEST WAIT"), "\(canvas.text)")
    #expect(canvas.shows("AVAILABLE") && canvas.shows("14:03"), "\(canvas.text)")
    #expect(!canvas.says("problem"))
  }

  @Test(arguments: sizes)
  func afterTwoHeartbeatsItIsNotCalledLive(width: Int, height: Int) throws {
    for (silence, words) in [(50, nil), (51, "LAST DATA 0:51"), (75, "LAST DATA 1:15")] {
      let size = Size(width: width, height: height)
      let board = try SampleBoard.unheard(for: Int64(silence))
      for canvas in [Picture.draw(board.onWall(), size), Picture.draw(board, size)] {
        #expect(canvas.says("● LIVE") == (words == nil), "\(canvas.text)")
        #expect(words.map(canvas.says) != false, "\(canvas.text)")
        #expect(words != nil || !canvas.says("LAST DATA"))
      }
      let wall = Picture.draw(board.onWall(), size)
      if let words, height >= 24 { #expect(wall.shows(words), "\(wall.text)") }
    }
  }

  @Test(arguments: sizes)
  func aQuietWallDoesNotTick(width: Int, height: Int) throws {
    let size = Size(width: width, height: height)
    let settings = Picture.settings()
    var board = try SampleBoard.quiet().onWall()
    var pictures: Set<[String]> = []
    for second in 0..<7 as Range<Int64> {
      board.frame(size: size, settings: settings, at: SampleBoard.ago(-second))
      var canvas = Canvas(size: size)
      Dashboard.draw(board.state, settings: settings, into: &canvas)
      pictures.insert(canvas.rows)
    }
    // A low wall has the seconds on its clock, which is a line of text.
    #expect(pictures.count == (height < 20 ? 7 : 1))
  }

  @Test func theAgeOfTheDataMovesNothingBesideIt() throws {
    let places = try [2, 12, 45].map { silence in
      let board = try SampleBoard.unheard(for: Int64(silence)).onWall()
      let row = Picture.draw(board, Size(width: 120, height: 40)).rows[38]
      return row.prefix { $0 != "N" }.count
    }
    #expect(Set(places).count == 1)
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
    var board = SampleBoard().onWall(follow: true)
    var size = Size(width: 160, height: 50)
    for number in 0..<250 {
      for _ in 0..<day.pick([0, 1, 2, 7]) { board.act(try day.input()) }
      if day.chance(0.02) { board.act(.intent(day.pick([.togglePin, .toggleHints]))) }
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

extension Canvas {
  fileprivate var text: String { rows.joined(separator: "\n") }

  fileprivate func says(_ words: String) -> Bool { rows.contains { $0.contains(words) } }

  /// Who is named, but on the line of the one alert that stands below.
  fileprivate var callers: Set<Substring> {
    Set(
      rows.filter { !$0.contains("  for ") }
        .flatMap { $0.matches(of: /caller [0-9A-F]{4}/).map(\.output) })
  }

  /// How often words stand there, in letters of several rows or of one.
  fileprivate func count(of words: String) -> Int {
    let rows = rows.map(Array.init)
    let pictures = BigText.Size.allCases.map { BigText.rows(words, $0).map(Array.init) }
    return pictures.reduce(self.rows.count { $0.contains("▲ \(words)") }) { sum, picture in
      sum + rows.indices.reduce(0) { $0 + places(of: picture, in: rows, from: $1).count }
    }
  }

  private func places(of picture: [[Character]], in rows: [[Character]], from top: Int) -> [Int] {
    guard top + picture.count <= rows.count else { return [] }
    return rows[top].indices.filter { left in
      picture.enumerated().allSatisfy { index, line in
        rows[top + index].dropFirst(left).starts(with: line)
      }
    }
  }

  /// Whether words stand there in letters of several rows, larger than those of that size.
  fileprivate func shows(_ words: String, largerThan least: BigText.Size? = nil) -> Bool {
    let rows = rows.map(Array.init)
    return BigText.Size.allCases.contains { size in
      guard least.map({ $0 < size }) != false else { return false }
      let picture = BigText.rows(words, size).map(Array.init)
      return rows.indices.contains { !places(of: picture, in: rows, from: $0).isEmpty }
    }
  }
}
