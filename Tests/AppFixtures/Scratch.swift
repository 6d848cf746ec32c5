import Foundation
package import WallboardRecording
import WallboardSystem

import WallboardApp
package import WallboardBoard
package import WallboardEvents

/// Recordings as tests want them.
package enum Scratch {
  /// 2026-08-03 10:00:00 UTC.
  package static let start = Timestamp(milliseconds: 1_785_751_200_000)
  package static let workspace = "00000000-0000-4000-8000-000000000001"

  package static let header =
    #"{"privacy":"open","schema":"wallboard.recording/1","#
    + #""started_at":\#(start.milliseconds),"workspace":"\#(workspace)"}"#

  package static func at(_ second: Int64) -> Timestamp {
    start.advanced(milliseconds: second * 1_000)
  }

  /// A line so many seconds after the beginning.
  package static func line(_ second: Int64, _ rest: String) -> String {
    #"{"at":\#(at(second).milliseconds),\#(rest)}"#
  }

  package static func open(_ second: Int64) -> String {
    line(second, #""from":"connection","event":"open""#)
  }

  package static func bookmark(_ second: Int64) -> String {
    line(second, #""from":"connection","event":"bookmark""#)
  }

  package static func started(_ call: String, _ second: Int64) -> String {
    line(
      second,
      #""from":"workspace","event":"call.started","data":{"call_sid":"\#(call)","#
        + #""direction":"inbound","service_id":"s-1"}"#)
  }

  package static func escalated(_ call: String, _ second: Int64) -> String {
    line(
      second,
      #""from":"workspace","event":"call.escalated","data":{"call_sid":"\#(call)","#
        + #""escalation_id":"x-\#(call)","trigger":"caller","reason":"asked"}"#)
  }

  /// Ten minutes, a call in each; the fourth one asks for a human in the fifth.
  package static let tenMinutes =
    [open(0)] + (0..<4).map { started("CA\($0)", $0 * 60) } + [escalated("CA3", 250)]
    + (5...10).map { started("CA\($0)", $0 * 60) }

  package static func write(_ lines: [String], to path: String) throws {
    let text = ([header] + lines).map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  package static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  package static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// A recording that was played to its end.
  package static func player(of path: String) throws -> RecordingPlayer {
    let source = try RecordingSource(path: path)
    var player = RecordingPlayer(source.reader, settings: .test, utcOffset: { _ in 0 })
    // The source closes the file.
    withExtendedLifetime(source) { player.playToEnd() }
    if let failure = player.failure { throw SystemFailure(code: failure) }
    return player
  }

  /// The board at the end of a recording.
  package static func board(of path: String) throws -> Board { try player(of: path).state.board }
}

extension BoardSettings {
  /// The settings of a person at a desk, with pseudonyms that are the same every time.
  package static let test = BoardSettings(
    privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}
