import Testing
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// What a crash, a disk or somebody with an editor may do to a recording.
@Suite("A damaged recording", .inTurn) struct DamageTests {
  @Test("is played up to where it was cut, and nothing is counted but what is there")
  func cut() throws {
    let lines = try Tape.text(Samples.session(80, seed: 1, silence: 0))
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let first = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    var random = SplitMix64(seed: 2)
    for _ in 0..<200 {
      let end = Int.random(in: 0...bytes.count, using: &random)
      let tape = try Tape(Array(bytes[..<end]))
      guard end >= first else {
        #expect(throws: RecordingError.notARecording) { try tape.reader }
        continue
      }
      var reader = try tape.reader
      var count = 0
      while reader.next() != nil { count += 1 }
      let whole = max(0, bytes[..<end].count { $0 == UInt8(ascii: "\n") } - 1)
      // One whose end alone is missing can be read.
      let isComplete = end < bytes.count && end > first && bytes[end] == UInt8(ascii: "\n")
      #expect(count == whole + (isComplete ? 1 : 0) && reader.skipped == 0, "cut at \(end)")
      let player = try tape.playedPlayer
      #expect(player.skipped == 0 && player.failure == nil)
    }
  }

  private static let garbage: [[UInt8]] =
    [
      "{", "}", "null", "[]", "{}", "\u{FEFF}{}", "{\"at\":1766000000500}",
      String(repeating: "[", count: 200_000), String(repeating: "{\"data\":", count: 90_000),
      line(at: "-1"), line(at: "0"), line(at: "9223372036854775807"),
      line(at: "-9223372036854775808"), line(at: "1e400"),
      line(at: "123456789012345678901234567890"), line(at: "\"now\""),
      line(at: "1766000000500.5"), line(at: "9999999999999"), line(at: "1000000000000000"),
      line(#""from":"elsewhere","event":"open""#),
      line(#""from":"connection","event":"exploded""#),
      line(#""from":"connection","event":"ended""#),
      line(#""from":"snapshot","event":"read","data":{"source":"calls"}"#),
      line(#""from":"observer","call_sid":"","event":"x","data":{}"#),
      line(#""from":"connection","event":"\ud800""#),
    ].map { Array($0.utf8) } + [[0xFF, 0xFE, 0x00], [0], [UInt8](repeating: 0xC3, count: 70_000)]

  private static func line(
    _ rest: String = #""from":"connection","event":"open""#, at time: String = "1766000000500"
  ) -> String {
    "{\"at\":\(time),\(rest)}"
  }

  @Test("loses what cannot be read, and nothing else")
  func garbage() throws {
    let lines = try Tape.text(Samples.session(120, seed: 3)).map { Array($0.utf8) }
    var random = SplitMix64(seed: 4)
    var damaged = lines[..<1].map(\.self)
    for line in lines[1...] {
      damaged.append(try #require(Self.garbage.randomElement(using: &random)))
      damaged.append(line)
    }
    damaged += Self.garbage
    let (sound, hurt) = (try played(lines), try played(damaged))
    #expect(hurt.skipped == lines.count - 1 + Self.garbage.count)
    #expect(sound.skipped == 0)
    expectSame(sound, hurt)
  }

  @Test("skips a line without end, of whatever length")
  func longLine() throws {
    var lines = try Tape.text(Samples.session(20, seed: 5)).map { Array($0.utf8) }
    let sound = try played(lines)
    lines.insert([UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20), at: 10)
    let hurt = try played(lines)
    #expect(hurt.skipped == 1)
    expectSame(sound, hurt)
  }

  @Test("may say a thing twice, or empty lines")
  func twice() throws {
    var lines = try Tape.text(Samples.session(20, seed: 6)).map { Array($0.utf8) }
    let sound = try played(lines)
    lines.insert([], at: 3)
    let hurt = try played(lines)
    #expect(hurt.skipped == 0)
    expectSame(sound, hurt)
    let key = #""from":"connection","event":"open","event":"stopped","at":1766000000501"#
    lines.append(Array(Self.line(key).utf8))
    #expect(try played(lines).skipped <= 1)
  }

  /// A recording of these lines, played to its end.
  private func played(_ lines: [[UInt8]]) throws -> RecordingPlayer {
    let tape = try Tape(Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [10])
    return try withExtendedLifetime(tape) { try tape.playedPlayer }
  }

  private func expectSame(_ one: RecordingPlayer, _ other: RecordingPlayer) {
    let isSame = one.state == other.state && one.position == other.position
    #expect(isSame)
  }
}
