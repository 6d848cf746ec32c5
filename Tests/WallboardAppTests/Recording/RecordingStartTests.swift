import AppFixtures
import Testing
import WallboardRecording

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// What is held back of a recording until the platform has answered.
@Suite("The beginning of a recording")
struct RecordingStartTests {
  private func waiting(_ second: Int64) -> ConnectionChange {
    ConnectionChange(
      .waiting(until: Scratch.at(second + 3), attempt: 1, reason: "no"), at: Scratch.at(second))
  }

  private func clock(_ step: Int64) -> Input {
    .clock(ClockChange(.right, step: step, at: Scratch.start))
  }

  @Test("moves with the clock, countdowns too, and is over with the platform's first word")
  func moves() throws {
    var start = RecordingStart(at: Scratch.start)
    let first = Input.connection(waiting(1))
    var isOver = start.ends(with: first)
    #expect(!isOver)
    start.add(try #require(RecordedLine(first)))
    isOver = start.ends(with: clock(-150_000))
    #expect(!isOver)
    #expect(start.startedAt == Scratch.at(-150))
    var moved = waiting(-149)
    moved.phase = waiting(1).phase.moved(by: -150_000)
    #expect(start.lines == [RecordedLine(.connection(moved))])
    // A read that begins, or fails, is not the platform's word.
    let reading = Input.readStarted(.services, at: Scratch.start)
    let failure = Input.readFailed(.services, reason: "no", retryAt: nil, at: Scratch.start)
    #expect(!start.ends(with: reading) && !start.ends(with: failure))
    isOver = start.ends(with: .connection(ConnectionChange(.open, at: Scratch.start)))
    #expect(isOver)
  }

  @Test("is not held back for ever")
  func bounded() throws {
    var start = RecordingStart(at: Scratch.start)
    var count = 0
    while !start.ends(with: .connection(waiting(1))) {
      start.add(try #require(RecordedLine(.connection(waiting(1)))))
      count += 1
      try #require(count < 10_000)
    }
    #expect(count >= 100)
  }
}
