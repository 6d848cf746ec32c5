import TestSupport
import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// What is shown at a moment depends on the recording and on nothing else.
@Suite("A recording that is played", .inTurn) struct PlayerTests {
  private static let lines = Samples.session(600, seed: 11)
  private static let moments: [Timestamp] = {
    var random = SplitMix64(seed: 12)
    let end = lines.map(\.at).max() ?? Samples.start
    let length = end.milliseconds(since: Samples.start)
    return (0..<6).map { _ in
      Samples.start.advanced(milliseconds: .random(in: 0...length, using: &random))
    } + [Samples.start, end]
  }()

  /// The board at each moment, played from the beginning in one go.
  private func truth(_ tape: Tape) throws -> [Timestamp: WallboardState] {
    var states: [Timestamp: WallboardState] = [:]
    for moment in Self.moments {
      var player = try tape.player
      player.play(to: moment)
      #expect(player.position == moment)
      states[moment] = player.state
    }
    return states
  }

  @Test("shows the same at a moment, whatever way one came there")
  func seeking() throws {
    let tape = try Tape(Self.lines)
    let truth = try truth(tape)
    for var player in [try tape.player, try tape.indexedPlayer(every: 50)] {
      for moment in Self.moments + Self.moments.reversed() {
        player.seek(to: moment)
        expect(player, truth, at: moment)
      }
      player.playToEnd()
      player.seek(to: Self.moments[0])
      expect(player, truth, at: Self.moments[0])
    }
    #expect(try tape.indexedPlayer(every: 50).index.checkpoints > 10)
  }

  @Test("shows the same however fast it is played", arguments: [700, 9_000, 350_000])
  func speed(milliseconds: Int64) throws {
    let tape = try Tape(Self.lines)
    let truth = try truth(tape)
    var player = try tape.player
    for moment in Self.moments.sorted() {
      while true {
        var turns = 0
        let next = min(player.position.advanced(milliseconds: milliseconds), moment)
        let isReached = player.play(to: next) {
          turns += 1
          return turns < 5
        }
        if isReached, next == moment { break }
      }
      expect(player, truth, at: moment)
    }
  }

  private func expect(
    _ player: RecordingPlayer, _ truth: [Timestamp: WallboardState], at moment: Timestamp,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isSame = player.state == truth[moment]
    #expect(
      isSame && player.position == moment, "at \(moment.milliseconds)",
      sourceLocation: sourceLocation)
  }

  @Test("goes a step on and back to the same board", arguments: [1, 7, 60])
  func steps(count: Int) throws {
    let tape = try Tape(Self.lines)
    for var player in [try tape.player, try tape.indexedPlayer(every: 20)] {
      player.step(100)
      for _ in 0..<4 {
        let (state, position) = (player.state, player.position)
        player.step(count)
        #expect(player.position >= position)
        player.step(-count)
        let isSame = player.state == state && player.position == position
        #expect(isSame)
        player.step(count + 13)
      }
      player.step(.min)
      #expect(player.position == Samples.start)
      player.step(.max)
      player.step(.max)
      #expect(try player.position == tape.playedPlayer.position)
    }
  }

  @Test("passes days without an event in few steps")
  func silence() throws {
    let days: Int64 = 3 * 86_400_000
    let lines = [0, days, 2 * days].map {
      RecordedLine.bookmark(at: Samples.start.advanced(milliseconds: $0))
    }
    let tape = try Tape(lines)
    var player = try tape.player
    var steps = 0
    player.play(to: lines[2].at) {
      steps += 1
      return true
    }
    // Of each silence an hour in seconds, the rest of the first day in minutes, then hours; and from
    // the last full hour before a line in seconds again. All seconds would be 518,400.
    #expect(steps < 2 * (2 * 3_600 + 1_440 + 3 * 24))
    for player in [player, try tape.playedPlayer] {
      #expect(player.position == lines[2].at)
      #expect(player.state.board.now.seconds == lines[2].at.seconds / 3_600 * 3_600)
    }
  }

  @Test("shows the same within a long silence")
  func withinSilence() throws {
    let call = try #require(
      Samples.event(
        "call.started",
        #"{"call_sid":"CA1","direction":"inbound","service_id":"s-1","caller_id":"+1"}"#))
    let end = Samples.start.advanced(seconds: 9_000)
    let tape = try Tape([try #require(RecordedLine(call)), .bookmark(at: end)])
    var player = try tape.indexedPlayer(every: 1)
    for seconds in [8_000.5, 3_599, 3_661.2, 20] {
      let moment = Samples.start.advanced(seconds: seconds)
      var fresh = try tape.player
      fresh.play(to: moment)
      player.seek(to: moment)
      let isSame = player.state == fresh.state
      #expect(isSame && player.position == moment, "after \(seconds) s")
    }
  }
}
