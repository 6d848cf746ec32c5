import EventFixtures
import FoundationEssentials
import Glibc
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// A recording in a file that has no name.
final class Tape {
  private let file: ScratchFile

  init(_ bytes: [UInt8]) throws {
    file = try ScratchFile(bytes)
  }

  convenience init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  /// A recording of these lines, with others between them.
  convenience init(_ lines: [RecordedLine], _ privacy: RecordingHeader.Privacy = .open) throws {
    try self.init(Self.text(lines, privacy).map { $0 + "\n" }.joined())
  }

  var reader: RecordingReader {
    get throws { try RecordingReader(descriptor: file.descriptor) }
  }

  var player: RecordingPlayer {
    get throws {
      RecordingPlayer(
        try reader, settings: BoardSettings(privacy: Samples.privacy(.open)), utcOffset: { _ in 0 })
    }
  }

  /// A player that has played all of it.
  var playedPlayer: RecordingPlayer {
    get throws {
      var player = try player
      player.playToEnd()
      return player
    }
  }

  /// A player that was given as many checkpoints as there are.
  func indexedPlayer(every spacing: Int) throws -> RecordingPlayer {
    let player = try player
    player.index.build(try reader, every: spacing)
    return player
  }

  /// The lines of a recording, the first one too.
  static func text(
    _ lines: [RecordedLine], _ privacy: RecordingHeader.Privacy = .open
  ) throws -> [String] {
    let encoder = RecordingEncoder(Samples.privacy(privacy == .open ? .open : .desk).output)
    return [try encoder.line(Samples.header(privacy))] + (try lines.map { try encoder.line($0) })
  }
}

extension Samples {
  /// What may be recorded in some minutes, by chance. A clock goes back now and then, and once there
  /// is a silence.
  static func session(_ count: Int, seed: UInt64, silence: Double = 90) -> [RecordedLine] {
    var random = SplitMix64(seed: seed)
    var time = start
    let opening = [ConnectionPhase.open, .connecting(attempt: 1), .open].map {
      Input.connection(ConnectionChange($0, at: start))
    }
    let beginning = opening + [.following(call, isOn: true, at: start)]
    var lines = beginning.compactMap { RecordedLine($0) }
    while lines.count < count {
      if lines.count == count / 2 { time = time.advanced(seconds: silence) }
      let pause = Int64.random(in: 0...400, using: &random)
      time = time.advanced(milliseconds: lines.count.isMultiple(of: 97) ? -3_000 : pause)
      guard let line = line(at: time, &random) else { continue }
      lines.append(line)
    }
    return lines
  }

  private static func line(at time: Timestamp, _ random: inout SplitMix64) -> RecordedLine? {
    let number = Int.random(in: 1...30, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return .bookmark(at: time)
    case 1: return RecordedLine(.heard(at: time))
    case 2:
      return phases.randomElement(using: &random).flatMap {
        RecordedLine(.connection(ConnectionChange($0, at: time)))
      }
    case 3:
      return parts.randomElement(using: &random).flatMap {
        RecordedLine(.read($0, at: time))
      }
    case 4...6:
      return EventFixture.observer.randomElement(using: &random).flatMap {
        RecordedLine(message($0.message, at: time))
      }
    default:
      guard let fixture = EventFixture.all.randomElement(using: &random) else { return nil }
      let payload = fixture.payload.split(separator: "-example").joined(separator: "-\(number)")
      let id = number.isMultiple(of: 3) ? nil : "\(time.milliseconds)"
      return event(fixture.name, payload, id: id, at: time).flatMap {
        RecordedLine($0, isDuplicate: number == 30)
      }
    }
  }
}
