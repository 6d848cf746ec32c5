import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

@Suite("The first line of a recording") struct HeaderTests {
  @Test("says what is recorded, and how")
  func roundTrip() throws {
    for privacy in [RecordingHeader.Privacy.masked, .open] {
      let header = try header(of: Tape.text([], privacy).joined())
      #expect(header == Samples.header(privacy))
      #expect(header.schema == "wallboard.recording/1")
    }
  }

  @Test("tells the same recording the same pseudonyms, which nothing else tells")
  func pseudonyms() throws {
    let read = try header(of: Tape.text([], .open).joined())
    #expect(read.pseudonyms == Samples.header().pseudonyms)
    let other = RecordingHeader(workspace: "w", startedAt: Samples.start, privacy: .open)
    #expect(read.pseudonyms != other.pseudonyms)
  }

  @Test("is of a place on this earth", arguments: [(86_400, true), (-86_401, false)])
  func place(_ utcOffset: Int, isThere: Bool) throws {
    let text =
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":1766000000500,"#
      + #""privacy":"masked","utc_offset":\#(utcOffset)}"# + "\n"
    #expect((try? header(of: text))?.offsets?.first == (isThere ? utcOffset : nil))
  }

  private static let changes = [
    UTCOffsets.Change(at: Timestamp(milliseconds: 1_792_890_000_000), to: 3_600),
    UTCOffsets.Change(at: Timestamp(milliseconds: 1_806_195_600_000), to: 7_200),
  ]

  @Test("tells when clocks change, so that a replay needs no rules of the place")
  func offsets() throws {
    let written = RecordingHeader(
      workspace: "w", startedAt: Samples.start, privacy: .masked,
      offsets: UTCOffsets(7_200, changes: Self.changes))
    let line = try RecordingEncoder(Samples.privacy(.open).output).line(written)
    #expect(line.contains(#""utc_offset":7200,"utc_offset_changes":[{"at":1792890000000,"#))
    #expect(try header(of: line + "\n") == written)
    #expect(written.offsets == UTCOffsets(7_200, changes: Self.changes))
    // As it was before changes were told.
    let old =
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":1766000000500,"#
      + #""privacy":"masked","utc_offset":7200}"#
    #expect(try header(of: old + "\n").offsets == UTCOffsets(7_200))
    #expect(try header(of: old.replacing(#","utc_offset":7200"#, with: "") + "\n").offsets == nil)
  }

  @Test(
    "tells no changes that cannot be",
    arguments: [
      "1", #"[{"at":1}]"#, #"[{"at":1,"utc_offset":3600}]"#,
      #"[{"at":1792890000000,"utc_offset":-86401}]"#,
      #"[{"at":1792890000000,"utc_offset":0},{"at":1792890000000,"utc_offset":1}]"#,
      "["
        + (0..<65).map { #"{"at":\#(1_792_890_000_000 + $0),"utc_offset":0}"# }
        .joined(separator: ",") + "]",
    ])
  func implausibleOffsets(_ changes: String) throws {
    let text =
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":1766000000500,"#
      + #""privacy":"masked","utc_offset":7200,"utc_offset_changes":\#(changes)}"#
    #expect(throws: RecordingError.notARecording) { try header(of: text + "\n") }
  }

  @Test("of another version says so in one line")
  func otherSchema() throws {
    let error = #expect(throws: RecordingError.self) {
      try header(of: #"{"schema":"wallboard.recording/2","tracks":[]}"# + "\n")
    }
    #expect(error == .otherSchema("wallboard.recording/2"))
    let long = String(repeating: "9", count: 5_000)
    let bounded = #expect(throws: RecordingError.self) {
      try header(of: #"{"schema":"wallboard.recording/\#(long)"}"# + "\n")
    }
    #expect(try #require(bounded).description.count < 200)
  }

  @Test(
    "of anything else is none",
    arguments: [
      "", "\n", "{}", "[]", "null", "\u{0}", "{\"schema\":1}", "{\"schema\":\"wallboard\"}",
      #"{"schema":"wallboard.recording/1"}"#,
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":"now","privacy":"open"}"#,
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":1e40,"privacy":"open"}"#,
      #"{"schema":"wallboard.recording/1","workspace":"w","started_at":1766000000500,"#
        + #""privacy":"secret"}"#,
      String(repeating: "w", count: 100_000), String(repeating: "[", count: 100_000),
      String(repeating: "{\"a\":", count: 100_000),
    ])
  func notARecording(_ text: String) throws {
    for end in ["", "\n", "\n{\"at\":1766000000500}\n"] {
      #expect(throws: RecordingError.notARecording) { try header(of: text + end) }
    }
  }

  @Test("cannot begin before or after all that is recorded", arguments: [Int64.min, -1, 0, .max])
  func noMoment(_ milliseconds: Int64) throws {
    let text = #"{"schema":"wallboard.recording/1","workspace":"w","privacy":"open","started_at":"#
    #expect(throws: RecordingError.notARecording) { try header(of: text + "\(milliseconds)}\n") }
  }

  @Test("is cut, and may have more in it")
  func long() throws {
    let name = String(repeating: "w", count: 60_000)
    let header = try header(
      of: #"{"schema":"wallboard.recording/1","workspace":"\#(name)","started_at":1766000000500,"#
        + #""privacy":"masked","more":[1]}"# + "\n")
    #expect((1_000..<10_000).contains(header.workspace.string.utf8.count))
  }

  private func header(of text: String) throws -> RecordingHeader {
    let tape = try Tape(text)
    return try withExtendedLifetime(tape) { try tape.reader.header }
  }
}
