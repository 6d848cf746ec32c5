import Testing
import WallboardEvents

@testable import WallboardApp

@Suite("Times of the past as people type them")
struct PastMomentTests {
  /// 2026-08-03T10:00:00Z.
  private let now = Timestamp(milliseconds: 1_785_751_200_000)

  /// Two hours ahead of UTC.
  private let place = PastMoment.Place(
    startOfDay: { Timestamp(milliseconds: ($0 * 24 - 2) * 3_600_000) },
    today: { ($0.milliseconds + 7_200_000) / 86_400_000 })

  @Test(
    "are a day as a whole, or so long ago",
    arguments: [
      ("2026-08-01", "2026-07-31T22:00:00Z", "2026-08-01T22:00:00Z"),
      ("today", "2026-08-02T22:00:00Z", "2026-08-03T22:00:00Z"),
      ("Yesterday", "2026-08-01T22:00:00Z", "2026-08-02T22:00:00Z"),
      ("2h", "2026-08-03T08:00:00Z", "2026-08-03T08:00:00Z"),
      ("1d12h", "2026-08-01T22:00:00Z", "2026-08-01T22:00:00Z"),
    ])
  func moments(text: String, start: String, end: String) throws {
    let moment = try #require(PastMoment(text))
    #expect(moment.start(at: now, place) == Timestamp(iso8601: start))
    #expect(moment.end(at: now, place) == Timestamp(iso8601: end))
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "soon", "2", "2026-13-01", "2026-02-30", "26-08-03", "2026-8-3", "+2h", "-2h",
      "2026-08-03x", "2026-08-0９", "0000-01-01", "tomorrow", "2h ago",
    ])
  func wrong(text: String) {
    #expect(PastMoment(text) == nil)
  }

  @Test("begin at midnight here, whatever the clocks do")
  func midnight() {
    for day in [0, 20_667, 20_700] as [Int64] {
      let start = Clock.start(ofDay: day)
      #expect(start.dayAndClock.hasSuffix(" 00:00:00"))
      #expect(PastMoment.Place.here.today(start) == day)
    }
  }

  @Test("hold calls that began then, and those of which nobody knows when")
  func span() throws {
    let span = PastSpan(start: now, end: now.advanced(milliseconds: 1_000))
    #expect(span.contains(now) && span.contains(nil))
    #expect(!span.contains(now.advanced(milliseconds: -1)))
    #expect(!span.contains(now.advanced(milliseconds: 1_000)))
    #expect(PastSpan().contains(now))
  }

  @Test("are asked for by days that hold them anywhere")
  func days() {
    let days = PastSpan(start: now, end: now).days
    #expect(days.first == "2026-08-02" && days.last == "2026-08-04")
    #expect(PastSpan().days.first == nil && PastSpan().days.last == nil)
  }

  @Test("are over at a page of calls that all began before")
  func over() throws {
    let call = { (offset: Int64) in
      var call = try PastCall(json: #"{"call_sid":"c"}"#.utf8.span)
      call.startedAt = now.advanced(milliseconds: offset)
      return call
    }
    let unknown = try PastCall(json: #"{"call_sid":"c"}"#.utf8.span)
    let span = PastSpan(start: now)
    #expect(span.isOver(at: [try call(-2), try call(-1), unknown]))
    #expect(!span.isOver(at: [try call(-1), try call(0)]))
    #expect(!span.isOver(at: [unknown]) && !span.isOver(at: []))
    #expect(!PastSpan().isOver(at: [try call(-1)]))
  }
}
