import Testing
import TestSupport
@testable import WallboardEvents
@testable import WallboardPlatform

/// A platform, and a machine whose wall clock may be wrong by that many milliseconds.
private struct Clocks {
  /// The uptime, in milliseconds.
  var uptime: Int64 = 5_000_000
  /// The platform's time at uptime 0.
  static let truth: Int64 = 1_785_744_000_000
  var wall: Int64
  var clock: PlatformClock
  var changes: [ClockChange] = []

  init(wrongBy milliseconds: Int64) {
    wall = Self.truth + milliseconds
    clock = PlatformClock(offset: wall)
  }

  /// By how much what the board shows is ahead of the platform's time.
  var error: Int64 { clock.offset - Self.truth }

  var standing: ClockStanding { changes.last?.standing ?? .right }

  mutating func settle() {
    clock.settle(wall: wall, at: uptime).map { changes.append($0) }
  }

  /// An answer that is made at the middle of its way, and dated by a clock that is ahead or behind.
  mutating func answer(taking milliseconds: Int64 = 60, datedBy lead: Int64 = 0) {
    let made = Self.truth + uptime + milliseconds / 2 + lead
    let date = (made - (made % 1_000 + 1_000) % 1_000) / 1_000
    DatedAnswer(date: date, sentAt: uptime, receivedAt: uptime + milliseconds)
      .map { clock.note($0) }
    uptime += milliseconds
    settle()
  }

  /// An event that needs so long to arrive.
  mutating func event(taking milliseconds: Int64 = 50, datedBy lead: Int64 = 0) {
    let time = Timestamp(milliseconds: Self.truth + uptime - milliseconds + lead)
    clock.note(event: time, at: uptime)
    settle()
  }

  /// An event every five seconds.
  mutating func listen(seconds: Int64, taking milliseconds: Int64 = 50, datedBy lead: Int64 = 0) {
    for _ in 0..<seconds / 5 {
      uptime += 5_000
      event(taking: milliseconds, datedBy: lead)
    }
  }
}

@Suite("The platform's clock")
struct PlatformClockTests {
  @Test("is this machine's where that is right, whatever the phase of a second", arguments: 0..<40)
  func right(phase: Int64) {
    var clocks = Clocks(wrongBy: 0)
    clocks.uptime += phase * 25
    for _ in 0..<12 {
      clocks.answer(taking: 40 + phase * 3)
      clocks.listen(seconds: 15)
    }
    #expect(clocks.error == 0 && clocks.changes.isEmpty)
  }

  @Test(
    "makes up for a wrong one from two seconds on, and tells how wrong it is",
    arguments: [-400, -150, -60, -3, -2, 3, 60, 150, 400] as [Int64],
    [0, 210, 480, 730, 940] as [Int64])
  func wrong(seconds: Int64, phase: Int64) throws {
    var clocks = Clocks(wrongBy: seconds * 1_000)
    clocks.uptime += phase
    clocks.answer()
    #expect(abs(clocks.error) <= 1_100)
    let first = clocks.changes.first
    #expect(first?.step == clocks.clock.offset - clocks.wall)
    guard case .wrong(let told) = try #require(first).standing else {
      Issue.record("\(clocks.changes)")
      return
    }
    #expect(abs(told - seconds) <= 1)
    for _ in 0..<6 {
      clocks.listen(seconds: 15)
      clocks.answer(taking: 90)
    }
    #expect(abs(clocks.error) <= 1_000)
    #expect(clocks.changes.filter(\.isNews).count <= 2)
  }

  @Test("is corrected by small steps alone once it is known", arguments: 0..<20 as Range<UInt64>)
  func calm(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var clocks = Clocks(wrongBy: 150_000)
    for _ in 0..<60 {
      clocks.uptime += Int64.random(in: 0..<4_000, using: &random)
      clocks.answer(taking: Int64.random(in: 5..<900, using: &random))
      clocks.event(taking: Int64.random(in: 20..<2_000, using: &random))
    }
    #expect(abs(clocks.error) <= 1_000)
    #expect(clocks.changes.dropFirst().allSatisfy { abs($0.step) <= 1_500 })
    #expect(clocks.changes.count <= 6)
  }

  @Test("does not jump with the wall clock, and tells of that")
  func jumps() {
    var clocks = Clocks(wrongBy: 0)
    clocks.answer()
    for seconds in [3_600, -3_600, 7] as [Int64] {
      clocks.wall = Clocks.truth + seconds * 1_000
      clocks.settle()
      #expect(clocks.error == 0 && clocks.standing == .wrong(seconds: seconds))
      clocks.answer()
      #expect(clocks.error == 0 && clocks.standing == .wrong(seconds: seconds))
    }
    clocks.wall = Clocks.truth + 40
    clocks.settle()
    #expect(clocks.standing == .right)
    #expect(clocks.changes.allSatisfy { $0.step == 0 })
  }

  @Test("tells nothing anew of a difference that wavers about two seconds")
  func wavers() {
    var clocks = Clocks(wrongBy: 0)
    clocks.answer()
    for milliseconds in [1_400, 1_600, 1_400, 1_600, 1_100, 1_900, 1_450] as [Int64] {
      clocks.wall = Clocks.truth + milliseconds
      clocks.settle()
    }
    #expect(clocks.changes.map(\.standing) == [.wrong(seconds: 2)])
    clocks.wall = Clocks.truth + 900
    clocks.settle()
    #expect(clocks.standing == .right)
  }

  @Test("outvotes single answers that are dated otherwise")
  func outvoted() {
    var clocks = Clocks(wrongBy: 0)
    for lead in [0, 0, 0, -900_000, 0, 77_000, 0, 0, -3_000_000] as [Int64] {
      clocks.answer(datedBy: lead)
    }
    #expect(clocks.error == 0 && clocks.changes.isEmpty)
  }

  @Test("follows a platform whose clock is set")
  func platformSteps() {
    var clocks = Clocks(wrongBy: 0)
    for _ in 0..<8 { clocks.answer() }
    for _ in 0..<8 { clocks.answer(datedBy: 20_000) }
    #expect(abs(clocks.error - 20_000) <= 1_100)
  }

  @Test("does not follow dates that go on contradicting each other")
  func flapping() {
    var clocks = Clocks(wrongBy: 0)
    for index in 0..<40 as Range<Int64> { clocks.answer(datedBy: index * 7_919_000 % 80_000_000) }
    #expect(clocks.changes.count <= 2)
    #expect(clocks.error < 80_000_000)
  }

  @Test(
    "does not believe a date from another year, but tells of it",
    arguments: [
      -56 * 365, -2, 2, 174 * 365,
    ] as [Int64])
  func nonsense(days: Int64) {
    var clocks = Clocks(wrongBy: 0)
    for _ in 0..<5 { clocks.answer(datedBy: days * 86_400_000) }
    #expect(clocks.error == 0)
    guard case .disputed(let seconds) = clocks.standing else {
      Issue.record("\(clocks.standing)")
      return
    }
    #expect(abs(seconds + days * 86_400) <= 1)
    clocks.listen(seconds: 60)
    #expect(clocks.error == 0)
  }

  @Test(
    "believes it where the events say the same: this machine lost its date",
    arguments: [
      -400, 400,
    ] as [Int64])
  func lostDate(days: Int64) {
    var clocks = Clocks(wrongBy: days * 86_400_000)
    clocks.answer()
    #expect(clocks.error == days * 86_400_000)
    clocks.listen(seconds: 60)
    #expect(abs(clocks.error) <= 1_100)
    #expect(clocks.standing == .wrong(seconds: days * 86_400))
  }

  @Test(
    "holds with the events where a gateway's dates contradict them",
    arguments: [
      -150_000, 150_000,
    ] as [Int64])
  func gateway(lead: Int64) {
    var clocks = Clocks(wrongBy: 0)
    clocks.answer(datedBy: lead)
    clocks.listen(seconds: 60)
    #expect(clocks.error == 0)
    guard case .disputed(let seconds) = clocks.standing else {
      Issue.record("\(clocks.standing)")
      return
    }
    #expect(abs(seconds + lead / 1_000) <= 1)
    clocks.answer(datedBy: lead)
    #expect(clocks.error == 0)
  }

  @Test("is not misled by events that come late, or are replayed")
  func late() {
    for late in [12_000, 60_000, 150_000] as [Int64] {
      var clocks = Clocks(wrongBy: 0)
      clocks.answer()
      clocks.listen(seconds: 60, taking: late)
      #expect(clocks.error == 0 && clocks.changes.isEmpty)
    }
    var clocks = Clocks(wrongBy: -150_000)
    clocks.answer()
    for age in (0..<100 as Range<Int64>).reversed() { clocks.event(taking: 150_000 + age * 100) }
    clocks.listen(seconds: 60)
    #expect(abs(clocks.error) <= 1_100 && clocks.changes.filter(\.isNews).count == 1)
  }

  @Test("goes by the events alone where no answer has a date: none comes before it happened")
  func events() {
    var clocks = Clocks(wrongBy: -150_000)
    clocks.listen(seconds: 60)
    #expect(abs(clocks.error) <= 100)
    #expect(clocks.standing == .wrong(seconds: -150))
    var ahead = Clocks(wrongBy: 150_000)
    ahead.listen(seconds: 60)
    #expect(ahead.changes.isEmpty)
  }

  @Test("drifts with nobody, and disputes nothing, when it is wrong again after a day")
  func drifts() {
    var clocks = Clocks(wrongBy: 150_000)
    for _ in 0..<6 { clocks.answer() }
    clocks.listen(seconds: 60)
    for day in 1...4 as ClosedRange<Int64> {
      clocks.uptime += 86_400_000
      clocks.listen(seconds: 60, datedBy: day * 4_000)
      #expect(abs(clocks.error - day * 4_000) <= 1_000)
    }
    clocks.answer(datedBy: 16_000)
    #expect(abs(clocks.error - 16_000) <= 1_000)
    #expect(
      clocks.changes.allSatisfy { if case .wrong = $0.standing { true } else { false } })
  }

  @Test(
    "is not moved by single events of any time",
    arguments: [
      1_000_000_000_000, 9_999_999_999_999,
    ] as [Int64])
  func hostileEvent(time: Int64) {
    var clocks = Clocks(wrongBy: 0)
    clocks.answer()
    clocks.listen(seconds: 30)
    clocks.clock.note(event: Timestamp(milliseconds: time), at: clocks.uptime + 1)
    clocks.settle()
    clocks.listen(seconds: 30)
    #expect(clocks.error == 0 && clocks.changes.isEmpty)
  }

  @Test("is moved by no lie further than a day")
  func bounded() {
    var clocks = Clocks(wrongBy: 0)
    clocks.listen(seconds: 120, datedBy: 9_000_000_000_000 - Clocks.truth)
    #expect((0...86_400_000).contains(clocks.error))
    for date in [Int64.max, .min, 300_000_000_001, -1, 0] {
      #expect(
        DatedAnswer(date: date, sentAt: 10, receivedAt: 20) == nil
          || (-1...300_000_000_000).contains(date))
    }
    #expect(DatedAnswer(date: 1, sentAt: 21, receivedAt: 20) == nil)
  }
}
