import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// A recording that is played in the place of the network.
@Suite("A replay's feed", .inTurn) struct ReplayFeedTests {
  /// Time that goes on when a test says so, in nanoseconds.
  private final class TurnedClock {
    var now: Int64 = 0
  }

  /// A feed, and what came of it.
  private final class Player {
    let clock = TurnedClock()
    let feed: ReplayFeed
    private(set) var board = Board()
    private(set) var playback = Playback(start: Scratch.start, end: Scratch.start)
    private(set) var notices: [String] = []

    init(_ path: String) throws {
      feed = try ReplayFeed(
        RecordingSource(path: path), settings: .test, uptime: { [clock] in clock.now })
      look()
    }

    /// Takes what there is, until the whole recording was looked through, and what is gone to reached.
    func look() {
      repeat {
        feed.drain { input in
          switch input {
          case .restored(let board): self.board = board
          case .playback(let playback): self.playback = playback
          case .notice(let text): notices.append(text)
          default: Issue.record("\(input) is no action of a replay")
          }
        }
      } while playback.indexedUntil != nil || feed.millisecondsToNext == 0
    }

    func play(_ command: PlaybackCommand) {
      feed.play(command)
      look()
    }

    /// Seconds since the beginning.
    var second: Int64 { playback.position.milliseconds(since: Scratch.start) / 1_000 }
  }

  private func withPlayer(
    _ lines: [String] = Scratch.tenMinutes, _ body: (Player) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try Scratch.write(lines, to: folder + "/day")
      try body(Player(folder + "/day"))
    }
  }

  @Test("plays from the beginning, and stands still while it is paused")
  func pauses() throws {
    try withPlayer { player in
      #expect(player.playback.isPlaying && player.second == 0)
      #expect(player.playback.end == Scratch.at(600) && player.playback.start == Scratch.start)
      #expect(!player.playback.isMasked && player.playback.skippedLines == 0)
      player.play(.togglePlaying)
      let position = player.playback.position
      player.clock.now += 50_000_000
      player.look()
      #expect(!player.playback.isPlaying && player.playback.position == position)
      #expect(player.feed.millisecondsToNext == nil)
      player.play(.changeSpeed(1))
      #expect(player.playback.speed == 2)
      player.play(.togglePlaying)
      #expect(player.playback.isPlaying)
    }
  }

  @Test("plays as fast as it is told")
  func speeds() throws {
    try withPlayer { player in
      #expect(player.playback.speed == 1)
      player.play(.changeSpeed(.max))
      #expect(player.playback.speed == 1_000)
      let first = player.playback.position
      player.clock.now += 100_000_000
      player.look()
      #expect(player.playback.position.milliseconds(since: first) == 100_000)
      player.play(.changeSpeed(-1))
      #expect(player.playback.speed == 500)
      player.play(.changeSpeed(.min))
      #expect(player.playback.speed == 0.25)
    }
  }

  @Test("stops at its end, from where playing begins anew")
  func end() throws {
    try withPlayer { player in
      player.play(.seekToEnd)
      player.look()
      #expect(player.second == 600 && !player.playback.isPlaying)
      #expect(player.board.calls.count == 10)
      player.play(.seek(Scratch.at(9_999)))
      #expect(player.second == 600)
      player.play(.togglePlaying)
      #expect(player.second == 0 && player.playback.isPlaying && player.board.calls.count == 1)
    }
  }

  @Test("goes to any moment, and shows the board of that moment")
  func seeks() throws {
    try withPlayer { player in
      player.play(.togglePlaying)
      for (second, calls) in [(130, 3), (59, 1), (419, 6), (60, 2), (0, 1)] as [(Int64, Int)] {
        player.play(.seek(Scratch.at(second)))
        #expect(player.second == second && player.board.calls.count == calls)
        #expect(player.board.now == Scratch.at(second))
      }
      player.play(.skip(seconds: 61))
      #expect(player.second == 61)
      player.play(.skip(seconds: -3_600))
      #expect(player.second == 0)
      player.play(.skip(seconds: .max))
      player.play(.skip(seconds: .min))
      #expect((0...600).contains(player.second))
    }
  }

  @Test("goes a thing on or back, and stays there")
  func steps() throws {
    try withPlayer { player in
      player.play(.seek(Scratch.at(90)))
      player.play(.step(1))
      #expect(player.second == 120 && !player.playback.isPlaying)
      player.play(.step(-1))
      #expect(player.second == 60)
      player.play(.step(.max))
      player.play(.step(.min))
      #expect((0...600).contains(player.second))
    }
  }

  @Test("jumps from mark to mark")
  func marks() throws {
    try withPlayer(Scratch.tenMinutes + [Scratch.bookmark(601)]) { player in
      player.play(.togglePlaying)
      player.play(.jump(.escalation, forward: true))
      #expect(player.second == 250)
      #expect(player.board.calls.values.contains { $0.escalation?.isActive == true })
      player.play(.jump(.bookmark, forward: true))
      #expect(player.second == 601)
      player.play(.jump(.bookmark, forward: true))
      #expect(player.second == 601 && player.notices == ["No later bookmark"])
      player.play(.jump(.escalation, forward: false))
      #expect(player.second == 250)
      player.play(.jump(.gap, forward: false))
      #expect(player.second == 250 && player.notices.last == "No earlier gap")
    }
  }

  @Test("knows what became of a caller who waited, and passes by single failures")
  func moments() throws {
    let failure = Scratch.line(
      200, #""from":"workspace","event":"channel.email_bounced","data":{"email_id":"e"}"#)
    let lines = Scratch.tenMinutes
    try withPlayer(Array(lines.prefix(5)) + [failure] + lines.dropFirst(5)) { player in
      player.play(.togglePlaying)
      player.play(.jump(.problem, forward: true))
      #expect(player.second == 200)
      player.play(.seek(Scratch.at(199)))
      player.play(.jump(nil, forward: true))
      #expect(player.second > 200)
      let mark = player.playback.marks.first { $0.kind == .escalation }
      if case .wait(let wait)? = mark?.content {
        #expect(wait.callSID == CallSID("CA3") && wait.waited == 350 && wait.end == .open)
      } else {
        Issue.record("it is known who waited")
      }
      #expect(mark?.severity == .critical)
    }
  }

  @Test("has a bookmark wherever a person sets one")
  func bookmark() throws {
    try withPlayer { player in
      player.play(.togglePlaying)
      player.play(.seek(Scratch.at(300)))
      #expect(player.feed.bookmark())
      player.play(.seekToStart)
      #expect(player.playback.marks == player.playback.marks.sorted { $0.at < $1.at })
      player.play(.jump(.bookmark, forward: true))
      #expect(player.second == 300)
    }
  }

  @Test("begins where it is told to, and says where it cannot")
  func begins() throws {
    try withPlayer { player in
      player.play(.togglePlaying)
      player.play(.seekToStart)
      try player.feed.begin(at: SeekTarget("+4m"))
      player.look()
      #expect(player.second == 240 && !player.playback.isPlaying)
      try player.feed.begin(at: SeekTarget("50%"))
      player.look()
      #expect(player.second == 300)
      #expect(throws: ReplayError.self) { try player.feed.begin(at: SeekTarget("+4h")) }
    }
  }

  @Test("of a recording without a line is its beginning")
  func empty() throws {
    try withPlayer([]) { player in
      for command in [
        PlaybackCommand.togglePlaying, .step(1), .step(-1), .seekToEnd, .skip(seconds: 9),
        .jump(nil, forward: true), .togglePlaying,
      ] {
        player.play(command)
        #expect(player.second == 0)
      }
    }
  }
}
