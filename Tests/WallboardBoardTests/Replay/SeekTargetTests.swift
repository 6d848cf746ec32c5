import Testing

@testable import WallboardBoard
@testable import WallboardEvents

/// The moments that a person types.
struct SeekTargetTests {
  /// 2026-08-03 23:30:10.250 to the next day, 01:10:00, local time, an hour ahead of UTC.
  private static let start = Timestamp(milliseconds: 1_785_796_210_250)
  private static let offset = 3_600

  private var playback: Playback {
    var playback = Playback(
      start: Self.start, end: Self.start.advanced(milliseconds: 5_989_750))
    playback.position = Self.start.advanced(milliseconds: 1_800_000)
    playback.offsets = UTCOffsets(Self.offset)
    return playback
  }

  private func seconds(_ text: String, in playback: Playback? = nil) throws -> Double {
    let moment = try SeekTarget(text).moment(in: playback ?? self.playback)
    return Double(moment.milliseconds(since: Self.start)) / 1_000
  }

  @Test(arguments: [
    ("23:31:10", 59.75), ("23:31", 49.75), ("0:00", 1_789.75), ("00:00:00", 1_789.75),
    ("1:10", 5_989.75), ("2026-08-04 01:00", 5_389.75), ("2026-8-3 23:40:00", 589.75),
    ("+5m", 2_100), ("-90s", 1_710), ("−90s", 1_710), ("+1h", 5_400), ("+1h2m500ms", 5_520.5),
    ("0%", 0), ("100%", 5_989.75), (" 50% ", 2_994.875), ("12.5%", 748.719),
  ])
  func readable(text: String, expected: Double) throws {
    #expect(try seconds(text) == expected)
  }

  @Test("A minute or second that was recorded in part begins with the recording")
  func parts() throws {
    #expect(try seconds("23:30") == 0)
    #expect(try seconds("23:30:10") == 0)
    #expect(throws: SeekError.self) { try seconds("23:30:09") }
    #expect(throws: SeekError.self) { try seconds("23:29") }
  }

  @Test(arguments: [
    "", " ", "14", "24:00", "12:60", "12:00:60", "1:2", "12:", ":30", "1:02:3", "5m", "+", "+5",
    "+x", "-", "101%", "-1%", "%", "nan%", "1e1000%", "2026-02-29 12:00", "2026-13-01 12:00",
    "2026-00-10 12:00", "26-08-03 12:00", "2026-08-03", "12:00 12:00", "12:00 x", "1 2 3",
    "١٢:٠٠", "9999999999999999999:00", "+9999999d",
  ])
  func unreadable(text: String) {
    #expect(throws: SeekError.unreadable) { try SeekTarget(text) }
  }

  @Test(arguments: ["12:00", "01:11", "2026-08-05 00:00", "2020-01-01 00:00", "+2h", "-31m"])
  func outside(text: String) {
    #expect {
      try seconds(text)
    } throws: { error in
      "\(error)" == "recorded from 2026-08-03 23:30:10 to 2026-08-04 01:10:00"
    }
  }

  @Test("Of several days the nearest is meant, else one that was recorded")
  func days() throws {
    var playback = Playback(
      start: Self.start, end: Self.start.advanced(milliseconds: 3 * 86_400_000))
    playback.offsets = UTCOffsets(Self.offset)
    for (hours, expected) in [(0, 0.5), (20, 24.5), (11, 0.5), (13, 24.5), (71, 48.5)] {
      playback.position = Self.start.advanced(milliseconds: Int64(hours) * 3_600_000)
      #expect(try abs(seconds("0:00:10", in: playback) / 3_600 - expected) < 0.001, "\(hours)")
    }
    playback.position = playback.end
    #expect(try seconds("23:30:11", in: playback) == 2 * 86_400 + 0.75)
  }

  @Test("Of an hour that comes twice the first is meant that was recorded, and it is said")
  func twice() throws {
    // 2026-10-25 00:00 to 05:00 UTC in Berlin.
    let start = Timestamp(milliseconds: 1_792_886_400_000)
    var playback = Playback(start: start, end: start.advanced(milliseconds: 5 * 3_600_000))
    playback.offsets = UTCOffsetsTests.berlin
    for position in [playback.start, playback.end] {
      playback.position = position
      for (text, minutes, note) in [
        ("02:30", 30, "02:30:00 comes twice: this is the first"),
        ("2026-10-25 02:30:10", 30, "02:30:10 comes twice: this is the first"),
        ("03:00", 120, nil), ("05:59", 299, nil),
        ("2:00", 0, "02:00:00 comes twice: this is the first"),
      ] as [(String, Int64, String?)] {
        let target = try SeekTarget(text)
        let moment = try target.moment(in: playback)
        #expect(moment.milliseconds(since: start) / 60_000 == minutes, "\(text)")
        #expect(target.note(on: moment, in: playback) == note)
      }
    }
    let later = SeekError.outside(
      from: playback.offsets.localTime(playback.start), to: playback.offsets.localTime(playback.end)
    )
    #expect(throws: later) { try SeekTarget("01:59").moment(in: playback) }
    #expect(later.description == "recorded from 02:00:00 to 06:00:00")
    playback.start = start.advanced(milliseconds: 45 * 60_000)
    let second = try SeekTarget("02:30")
    let moment = try second.moment(in: playback)
    #expect(moment.milliseconds(since: start) == 90 * 60_000)
    #expect(second.note(on: moment, in: playback) == nil)
    #expect(try SeekTarget("+1m").note(on: start, in: playback) == nil)
  }

  @Test("A recording of a moment, and one from the ends of time, trap nowhere")
  func extremes() {
    let times = [Timestamp(milliseconds: .min), Self.start, Timestamp(milliseconds: .max)]
    for start in times {
      for end in times where end >= start {
        for position in times {
          var playback = Playback(start: start, end: end)
          playback.position = position
          playback.offsets = UTCOffsets(-43_200, changes: [.init(at: Self.start, to: 50_400)])
          for text in ["0:00", "+1d", "-1d", "50%", "100%", "9999-12-31 23:59", "0001-01-01 0:00"] {
            _ = try? SeekTarget(text).moment(in: playback)
          }
        }
      }
    }
  }
}
