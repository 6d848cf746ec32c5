import Testing
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite("The bar of a recording", .inTurn)
struct SeekBarTests {
  private static let start = SampleBoard.now

  private func playback(_ seconds: Int64, at position: Int64 = 0) -> Playback {
    var playback = Playback(start: Self.start, end: moment(seconds))
    playback.position = moment(position)
    return playback
  }

  private func moment(_ seconds: Int64) -> Timestamp {
    Self.start.advanced(milliseconds: seconds * 1_000)
  }

  private func row(_ playback: Playback, _ width: Int, _ glyphs: GlyphSet = .unicode) -> String {
    var state = WallboardState(.test)
    state.view.playback = playback
    let context = FrameContext(state, Picture.replaySettings(glyphs: glyphs))
    var canvas = Canvas(size: Size(width: width, height: 1), glyphs: glyphs)
    SeekBarMaker(context: context).bar(width: width)?.draw(in: canvas.bounds, on: &canvas)
    return canvas.rows[0]
  }

  @Test("tells what is known of the recording, as far as there is room")
  func words() {
    var playback = playback(3_600, at: 1_800)
    playback.speed = 0.25
    playback.skippedLines = 1_204
    for (width, words) in [
      (40, ["14:33:21", "0.25×"]), (56, ["14:33:21", "15:03:21"]),
      (60, ["15:03:21", "masked"]), (90, ["masked", "1,204 lines skipped"]),
    ] {
      for word in words { #expect(row(playback, width).contains(word), "\(width)") }
    }
    #expect(!row(playback, 40).contains("15:03:21"))
    playback.skippedLines = 1
    #expect(row(playback, 90).contains("1 line skipped"))
  }

  @Test("keeps its columns whatever is played at which speed", arguments: [40, 80, 160])
  func fixed(width: Int) {
    var places: Set<String?> = []
    for speed in Playback.speeds {
      for isPlaying in [true, false] {
        var playback = playback(3_600)
        playback.speed = speed
        playback.isPlaying = isPlaying
        let row = row(playback, width)
        places.insert(
          row.firstIndex(of: "●").map { "\(row.distance(from: row.startIndex, to: $0))" })
      }
    }
    #expect(places.count == 1 && places.first != .some(nil))
  }

  @Test("tells the day where there are several")
  func days() {
    let row = row(playback(86_400, at: 43_200), 100)
    #expect(row.contains(" 03-10 02:03:21 ") && row.contains(" 03-10 14:03:21 "))
  }

  @Test("draws in ASCII alone", arguments: [40, 100])
  func ascii(width: Int) {
    var playback = playback(86_400, at: 500)
    playback.indexedUntil = moment(40_000)
    playback.marks = SampleBoard.moments(of: 86_400)
    for speed in Playback.speeds {
      playback.speed = speed
      playback.isPlaying.toggle()
      let row = row(playback, width, .ascii)
      #expect(row.unicodeScalars.allSatisfy { $0.isASCII } && !row.contains("?"))
    }
  }

  private func mark(_ kind: PlaybackMark.Kind, _ severity: Severity?) -> PlaybackMark {
    var mark = PlaybackMark(kind, at: moment(500))
    mark.severity = severity
    return mark
  }

  @Test(
    "shows what began in one column: a bookmark, else the worst; nothing where nothing was wrong")
  func urgency() {
    var playback = playback(1_000)
    playback.marks = [
      mark(.bookmark, nil), mark(.escalation, .critical), mark(.gap, nil), mark(.alert, .warning),
      mark(.escalation, nil), mark(.problem, nil),
    ]
    var seen = ""
    while !playback.marks.isEmpty {
      let signs = row(playback, 60).filter { "▲△EAGPB".contains($0) }
      seen += signs.isEmpty ? "–" : signs
      playback.marks.removeFirst()
    }
    #expect(seen == "B▲G△––")
  }

  @Test("a wait's own alert is not shown beside it")
  func unlisted() {
    var playback = playback(1_000)
    playback.marks = [mark(.alert, .critical)]
    #expect(row(playback, 60).contains("▲"))
    playback.marks[0].isListed = false
    #expect(!row(playback, 60).contains("▲"))
  }

  @Test("explains the signs that are there, where that leaves the bar long enough")
  func legend() {
    var playback = playback(1_000)
    #expect(!row(playback, 200).contains("critical"))
    playback.marks = [mark(.escalation, .critical), mark(.alert, .warning)]
    playback.marks[1].at = moment(100)
    #expect(row(playback, 120).contains("▲ critical  △ warning"))
    #expect(!row(playback, 120).contains("gap") && !row(playback, 90).contains("critical"))
  }

  @Test("every column leads to a moment that stands in it")
  func columns() {
    for seconds in [1, 60, 3_600, 1_000_000] as [Int64] {
      for count in [2, 3, 10, 77, 300] {
        let scale = SeekScale(playback(seconds), columns: count)
        for column in 0..<count { #expect(scale.column(of: scale.moment(at: column)) == column) }
        #expect(scale.moment(at: 0) == Self.start && scale.moment(at: .max) == moment(seconds))
        #expect(
          scale.column(of: moment(-5)) == 0 && scale.column(of: moment(.max / 4_000)) == count - 1)
      }
    }
  }

  @Test("a recording of one moment, or of all times, has a bar")
  func extremes() {
    let ends = [Timestamp(milliseconds: .min), Self.start, Timestamp(milliseconds: .max)]
    for start in ends {
      for end in ends {
        var playback = Playback(start: start, end: end)
        playback.indexedUntil = Self.start
        playback.marks = ends.map { PlaybackMark(.gap, at: $0) }
        for width in 0...120 {
          #expect(TextLayout.width(of: row(playback, width)) == width)
        }
      }
    }
  }

  @Test("a press on it goes there, on a mark to what is marked")
  func presses() throws {
    var sample = try SampleBoard.many().recorded()
    let size = Size(width: 120, height: 40)
    sample.frame(size: size, settings: Picture.replaySettings(), at: SampleBoard.now)
    let rows = Picture.replay(sample, size).rows
    let bar = try #require(rows.firstIndex { $0.contains("●───") })
    let layout = Dashboard.layout(sample.state, size: size)
    #expect(layout.seekBar == Rect(x: 0, y: bar, width: 120, height: 1))
    let playback = try #require(sample.state.view.playback)
    func press(on sign: Character) throws -> Timestamp {
      let x = try #require(Array(rows[bar]).firstIndex(of: sign))
      let event = MouseEvent(.press, at: Point(x: x, y: bar))
      let intents = Dashboard.intents(
        for: .mouse(event), in: sample.state, settings: Picture.replaySettings(), size: size)
      guard case .playback(.seek(let moment)) = intents.first else {
        return Timestamp(milliseconds: 0)
      }
      return moment
    }
    for (kind, sign) in [
      (PlaybackMark.Kind.escalation, "▲"), (.gap, "G"), (.alert, "△"), (.bookmark, "B"),
    ]
      as [(PlaybackMark.Kind, Character)]
    {
      let mark = try #require(playback.marks.first { $0.kind == kind })
      let moment = try press(on: sign)
      #expect(moment == mark.at)
    }
    let (played, ahead) = (try press(on: "━"), try press(on: "─"))
    #expect(played == playback.start && ahead > playback.position)
    for x in [0, 3, 118] {
      let event = MouseEvent(.press, at: Point(x: x, y: bar))
      #expect(
        Dashboard.intents(
          for: .mouse(event), in: sample.state, settings: Picture.replaySettings(), size: size)
          == [])
    }
  }
}
