import EventFixtures
import Foundation
@testable import FuzzTargets
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardRecording

/// What the decoders and the reducer make of a corpus of events, field by field, against what they made of
/// it when it was last written down: no rule changes without a word.
///
/// `Corpus/README.md` says what the files are, and how they are written anew.
@Suite("The corpus", .inTurn) struct CorpusTests {
  @Test("is folded to the same boards", arguments: ["day", "mutated"])
  func tape(name: String) throws {
    try expect(Tape(Reference.bytes(of: "\(name).tape")), as: name)
  }

  @Test("the fixtures are folded to the same boards")
  func fixtures() throws {
    try expect(Tape(FixtureTape.text.utf8), as: "fixtures")
  }

  @Test("what the fuzz targets begin with is folded to the same boards")
  func seeds() throws {
    var boards: [String] = []
    for (number, seed) in FuzzTarget.board.seeds.enumerated() {
      var run = BoardRun(seed)
      try run.toEnd()
      boards += BoardText(run.board, named: "board \(number)").brief
    }
    var fold = CorpusFold()
    for (source, page) in FuzzTargets.Samples.pages.sorted(by: { $0.key.rawValue < $1.key.rawValue }
    ) {
      fold.take(.readStarted(source, at: FuzzTargets.Samples.moment))
      fold.take(try answer(source, page))
    }
    fold.finish("a page of each read")
    boards += fold.boards
    for (number, seed) in FuzzTarget.recordings.seeds.enumerated() {
      // Its first two bytes say how to go through it.
      boards += try recording(Array(seed.dropFirst(2)), as: "recording \(number)", moments: 1)
    }
    try Reference.expect(boards, named: "seeds.boards.txt")
  }

  @Test("the recorded hour is folded to the same boards")
  func hour() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let hour = try Data(contentsOf: folder.appending(path: "Recordings/hour.ndjson"))
    try Reference.expect(
      recording(Array(hour), as: "hour", moments: 4), named: "hour.boards.txt")
  }

  private func expect(_ tape: Tape, as name: String) throws {
    var fold = CorpusFold()
    try fold.fold(tape)
    fold.finish("the end")
    try Reference.expect(fold.events, named: "\(name).events.txt")
    try Reference.expect(fold.boards, named: "\(name).boards.txt")
  }

  /// What comes of a read whose answer is that page, and again as the last one where more is
  /// asked.
  private func answer(_ source: SnapshotSource, _ page: String) throws -> Input {
    let time = FuzzTargets.Samples.moment
    var reader = SnapshotReader(source, from: try FuzzTargets.Samples.endpoints())
    let last = page.replacing(#""has_more":true"#, with: #""has_more":false"#)
      .replacing(#""continuation_token":2"#, with: #""continuation_token":null"#)
    for body in [page] + Array(repeating: last, count: SnapshotReader.mostPages) {
      let answer = PlatformResponse(status: 200, body: Array(body.utf8), arrival: time)
      switch reader.receive(answer) {
      case .request: continue
      case .finished(let part): return .read(part, at: time)
      case .failed(let end):
        return .readFailed(source, reason: end.sentence, retryAt: nil, at: time)
      }
    }
    throw FuzzTarget.Finding(description: "a read without an end")
  }

  /// The board at so many moments of a recording, the last of them its end.
  private func recording(_ bytes: [UInt8], as name: String, moments: Int) throws -> [String] {
    let file = try ScratchFile(bytes)
    let reader = try RecordingReader(descriptor: file.descriptor)
    let start = reader.header.startedAt
    let length = (reader.lastMoment() ?? start).milliseconds(since: start)
    var player = RecordingPlayer(
      reader, settings: BoardSettings(privacy: Shown.privacy), utcOffset: { _ in 0 })
    return (1...moments).flatMap { moment in
      player.play(to: start.advanced(milliseconds: length * Int64(moment) / Int64(moments)))
      let title = "\(name), \(moment) of \(moments), \(player.skipped) lines skipped"
      let text = BoardText(player.state.board, named: title)
      return moment < moments ? text.brief : text.lines
    }
  }
}

/// The difference is what a person reads who broke a rule.
@Suite("A difference from a reference") struct ReferenceTests {
  @Test("shows what was and what is, under its heading")
  func shows() {
    let old = ["== one", "a", "b", "c"]
    #expect(Reference.difference(from: old, to: old) == nil)
    let changed = Reference.difference(from: old, to: ["== one", "a", "B", "c", "d"])
    #expect(changed == "\n== one\n+ 3: B\n- 3: b\n+ 5: d")
    #expect(Reference.difference(from: old, to: []) != nil)
  }
}
