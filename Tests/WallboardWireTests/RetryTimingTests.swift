import TestSupport
import Testing
import WallboardWire

@Suite("Back-off")
struct BackoffTests {
  @Test("the ceiling doubles from the base to the cap")
  func ceiling() {
    var generator = SplitMix64(seed: 1)
    var most: [Duration] = Array(repeating: .zero, count: 6)
    for _ in 0..<2_000 {
      var backoff = Backoff()
      for step in most.indices {
        most[step] = max(most[step], backoff.nextDelay(using: &generator))
      }
    }
    for (highest, ceiling) in zip(most, [3, 6, 12, 24, 30, 30]) {
      #expect(highest <= .seconds(ceiling))
      #expect(highest > .seconds(ceiling) * 0.95)
    }
  }

  @Test("it spreads over the whole range: full jitter")
  func jitter() {
    var generator = SplitMix64(seed: 2)
    var backoff = Backoff(base: .seconds(30))
    let seconds = (0..<4_000).map { _ in backoff.nextDelay(using: &generator) / .seconds(1) }
    let mean = seconds.reduce(0, +) / Double(seconds.count)
    #expect(mean > 14 && mean < 16)
    #expect(seconds.contains { $0 < 2 })
  }

  @Test("the floor holds whatever is drawn, for ever")
  func floor() {
    var generator = SplitMix64(seed: 4)
    var backoff = Backoff(base: .zero)
    let first = backoff.nextDelay(using: &generator)
    let rest = (0..<2_000).map { _ in backoff.nextDelay(using: &generator) }
    #expect(first == Backoff.floor)
    #expect(rest.allSatisfy { $0 >= Backoff.floor && $0 <= Backoff.cap })
    #expect(rest.contains(Backoff.floor))
    #expect(backoff.attempt == 2_001)
  }

  @Test(
    "no wait is shorter than the server's hint, within the bounds, and jitter comes on top",
    arguments: [
      [0, 500, 500], [-5, 500, 500], [2_000, 2_000, 2_000], [45_000, 45_000, 30_000],
      [600_000, 600_000, 30_000], [Int.max, 600_000, 30_000],
    ])
  func hint(_ milliseconds: [Int]) {
    let (least, jitter) = (
      Duration.milliseconds(milliseconds[1]), Duration.milliseconds(milliseconds[2])
    )
    var generator = SplitMix64(seed: 3)
    var most = Duration.zero
    for _ in 0..<200 {
      var backoff = Backoff()
      backoff.adopt(hintMilliseconds: milliseconds[0])
      let delay = backoff.nextDelay(using: &generator)
      #expect(delay >= least && delay <= least + jitter)
      most = max(most, delay)
      for _ in 0..<20 {
        let later = backoff.nextDelay(using: &generator)
        #expect(later >= least && later <= least + Backoff.cap)
      }
    }
    #expect(most > least + jitter * 0.9)
  }

  @Test("only a connection that lasted starts it over")
  func startsOver() {
    var backoff = Backoff()
    var generator = SplitMix64(seed: 5)
    for _ in 0..<3 { _ = backoff.nextDelay(using: &generator) }
    backoff.noteConnection(lasting: Backoff.steadyAfter - .milliseconds(1))
    #expect(backoff.attempt == 3)
    backoff.noteConnection(lasting: Backoff.steadyAfter)
    #expect(backoff.attempt == 0)
  }
}

@Suite("Retry-After")
struct RetryAfterTests {
  /// Tue, 15 Nov 1994 08:12:00 GMT.
  static let november1994 = 784_887_120

  @Test(
    "seconds",
    arguments: [
      ("0", 0), ("120", 120), (" \t7 ", 7), ("007", 7), ("3600", 3_600), ("86400", 3_600),
      ("99999999999999999999999", 3_600),
    ])
  func seconds(field: String, expected: Int) {
    #expect(RetryAfter.delay(from: field, now: 0) == .seconds(expected))
  }

  @Test(
    "dates in the three forms",
    arguments: [
      ("Tue, 15 Nov 1994 08:12:31 GMT", 31), ("Tuesday, 15-Nov-94 08:12:31 GMT", 31),
      ("Tue Nov 15 08:12:31 1994", 31), ("Tue, 15 Nov 1994 08:12:60 GMT", 60),
      ("Tue, 15 Nov 1994 08:11:59 GMT", 0), ("Sun Nov  6 08:49:37 1994", 0),
      ("Wed, 16 Nov 1994 00:00:00 GMT", 3_600), ("Fri, 31 Dec 9999 23:59:59 GMT", 3_600),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sat, 01 Jan 0000 00:00:00 GMT", 0),
    ])
  func dates(field: String, expected: Int) {
    #expect(RetryAfter.delay(from: field, now: Self.november1994) == .seconds(expected))
  }

  @Test(
    "a two-digit year is the latest that lies at most 50 years ahead",
    arguments: [
      // 06 Nov 1994 and later that day, written in other years.
      ("Sunday, 06-Nov-94 08:49:38 GMT", 784_111_777, 1),
      ("Sunday, 06-Nov-94 08:49:38 GMT", 1_780_000_000, 0),
      ("Friday, 31-Dec-99 23:59:59 GMT", 946_684_798, 1),
      ("Saturday, 01-Jan-00 00:00:01 GMT", 946_684_799, 2),
      // 15 Nov 2044 is 50 years ahead to the day, so still to come; a day later is 1944.
      ("Tuesday, 15-Nov-44 08:12:00 GMT", november1994, 3_600),
      ("Wednesday, 16-Nov-44 08:12:00 GMT", november1994, 0),
    ])
  func twoDigitYears(field: String, now: Int, expected: Int) {
    #expect(RetryAfter.delay(from: field, now: now) == .seconds(expected))
  }

  @Test(
    "anything else is nothing",
    arguments: [
      "", " ", "-1", "+1", "1.5", "1s", "soon", "\u{0663}", "Tue, 15 Nov 1994 08:12:31 CET",
      "Tue, 15 Nov 94 08:12:31 GMT", "Tue, 31 Nov 1994 08:12:31 GMT",
      "Wed, 29 Feb 1995 08:12:31 GMT", "Tue, 15 nov 1994 08:12:31 GMT",
      "Tue, 15 Nov 1994 24:00:00 GMT", "Tue, 15 Nov 1994 08:60:00 GMT",
      "Tue, 15 Nov 1994 8:12:31 GMT", "Tue, 15 Nov 1994 08:12 GMT",
      "Tuesday, 15-Nov-1994 08:12:31 GMT",
      "Tuesday, 15--94 08:12:31 GMT", "Tuesday, 00-Nov-94 08:12:31 GMT", "a b c d e", "a, b c GMT",
      "Tue, 15 Nov 1994 08:12:31 GMT again",
    ])
  func nonsense(field: String) {
    #expect(RetryAfter.delay(from: field, now: Self.november1994) == nil)
  }

  @Test("any clock will do", arguments: [Int.min, -1, 0, .max])
  func anyClock(now: Int) {
    for field in ["Tue, 15 Nov 1994 08:12:31 GMT", "Tuesday, 15-Nov-94 08:12:31 GMT", "5"] {
      let delay = RetryAfter.delay(from: field, now: now)
      #expect(delay.map { $0 >= .zero && $0 <= RetryAfter.cap } ?? true)
    }
  }
}
