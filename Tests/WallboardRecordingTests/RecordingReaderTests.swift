import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

@Suite("A recording that is read") struct RecordingReaderTests {
  @Test("ends where its last line is, which is found from behind")
  func lastMoment() throws {
    let lines = Samples.session(600, seed: 11)
    let (full, empty) = (try Tape(lines), try Tape([RecordedLine]()))
    #expect(try full.reader.lastMoment() == lines.map(\.at).max())
    #expect(try empty.reader.lastMoment() == nil)
    withExtendedLifetime((full, empty)) {}
  }
}
