import EventFixtures
import FoundationEssentials
import Glibc
import WallboardBoard
import WallboardEvents
import WallboardRecording

extension FuzzTarget {
  /// A recording: two bytes that say how to go through it, then its bytes. It is played to its end,
  /// gone to and stepped through, and the same moment is always the same board.
  static let recordings = FuzzTarget(
    "recordings", rounds: 60, bytes: tapes,
    words: jsonWords + [
      "\n", "\"at\":1766000000500", "\"at\":1799000000000", "{\"masked\":\"7F3A\"}",
      "\"from\":\"connection\"", "\"event\":\"followed\"", "\"malformed\":", "\"duplicate\":true",
    ]
  ) { bytes in
    var input = ByteReader(bytes)
    let (share, step) = (Double(input.byte()) / 255, input.number(below: 40))
    let tape = try ScratchFile(input.remainder())
    guard let reader = try? RecordingReader(descriptor: tape.descriptor) else { return }
    var whole = player(reader)
    whole.playToEnd()
    try BoardBounds.check(whole.state)
    try require(whole.skipped <= bytes.count, "more lines are skipped than there are")
    let (start, end) = (reader.header.startedAt, whole.position)
    // What claims to last for years is gone through once, not again and again.
    guard end.milliseconds(since: start) < 20 * 60_000 else { return }
    let length = Double(end.milliseconds(since: start))
    let moment = start.advanced(milliseconds: Int64(length * share))
    var (fresh, indexed) = (player(reader), player(reader))
    indexed.index.build(reader, every: 3)
    try require(indexed.index.progress.skipped, is: whole.skipped, "lines skipped by the index")
    fresh.play(to: moment)
    indexed.playToEnd()
    indexed.seek(to: moment)
    try require(indexed.state == fresh.state, "another board after going back")
    let position = { (player: RecordingPlayer) in player.position.milliseconds }
    indexed.step(step)
    let there = position(indexed)
    indexed.step(3)
    indexed.step(-40)
    try require(position(indexed) <= there, "a step back that goes on")
    indexed.seek(to: end)
    try require(indexed.state == whole.state, "another board at the end")
  }

  private static func player(_ reader: RecordingReader) -> RecordingPlayer {
    RecordingPlayer(
      reader, settings: BoardSettings(privacy: Samples.privacy(.open)), utcOffset: { _ in 3_600 })
  }

  /// A recording of each privacy, with one line of each kind.
  private static let tapes: [[UInt8]] = ["masked", "open"].map { privacy in
    let header =
      #"{"privacy":"\#(privacy)","schema":"wallboard.recording/1","#
      + #""started_at":1766000000000,"workspace":"w"}"#
    let changes = ["connecting", "open", "waiting", "refused", "bookmark", "heard"].map {
      #""from":"connection","event":"\#($0)","data":{"attempt":2,"reason":"lost"}"#
    }
    let call = #""call_sid":"call_sid-example""#
    let followed = ["followed", "open", "ended", "unfollowed", "followed"].map {
      #""from":"connection","event":"\#($0)",\#(call),"data":{}"#
    }
    let events = EventFixture.all.map {
      #""from":"workspace","event":"\#($0.name)","data":\#($0.payload)"#
    }
    let messages = EventFixture.observer.map {
      #""from":"observer","event":"\#($0.name)",\#(call),"size":90,"data":\#($0.payload)"#
    }
    let reads = [
      #""from":"snapshot","event":"started","data":{"source":"calls"}"#,
      #""from":"snapshot","event":"read","data":{"source":"calls","complete":true,"#
        + #""items":[{\#(call),"priority_reasons":[]}]}"#,
      #""from":"snapshot","event":"failed","data":{"source":"calls","reason":"HTTP 500"}"#,
    ]
    let lines = (changes + followed + events + messages + reads).enumerated().map {
      #"{"at":\#(1_766_000_000_000 + 500 * $0.offset),\#($0.element)}"#
    }
    return [128, 5] + Array(([header] + lines).joined(separator: "\n").utf8)
  }
}
