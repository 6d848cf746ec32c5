import AppFixtures
import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardEvents
import WallboardPlatform

@Suite("The file of notes")
struct NoteFileTests {
  private static let one = "00000000-0000-4000-8000-000000000001"
  private static let other = "00000000-0000-4000-8000-000000000002"

  private static let now = Timestamp(milliseconds: 1_766_000_000_000)

  private func file(_ folder: String, _ workspace: String = NoteFileTests.one) throws -> NoteFile {
    NoteFile(
      path: folder + "/state/notes.ndjson", workspace: try #require(WorkspaceID(workspace)),
      pseudonyms: PseudonymKey(1, 2))
  }

  private func note(_ text: String, at milliseconds: Int64 = 1_766_000_000_000) -> Note {
    let time = Timestamp(milliseconds: milliseconds)
    return Note(
      at: time, NoteSubject(time, CallSID("CA1"), alert: "escalation_waiting"),
      Protected(BoundedString(text)))
  }

  @Test("has what was written, of each workspace, and is its owner's alone")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let (file, other) = (try file(folder), try file(folder, Self.other))
      #expect(try file.read(at: Self.now).notes.isEmpty)
      try file.append(note("first"))
      try other.append(note("another's"))
      try file.append(note("\"second\"\n日本"))
      #expect(try file.read(at: Self.now).notes == [note("first"), note("\"second\"\n日本")])
      #expect(try other.read(at: Self.now).notes == [note("another's")])
      #expect(try file.read(at: Self.now).unreadable == 0)
      let path = folder + "/state/notes.ndjson"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let folderAttributes = try FileManager.default.attributesOfItem(atPath: folder + "/state")
      #expect(folderAttributes[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test("loses no more than a line that cannot be read")
  func damage() throws {
    try withTemporaryFolder { folder in
      let file = try file(folder)
      try file.append(note("first"))
      let path = folder + "/state/notes.ndjson"
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data([0xFF, 0xFE, 0x0A] + Array("{\"at\":1}\nnull\n".utf8)))
      try handle.close()
      try file.append(note("second"))
      let read = try file.read(at: Self.now)
      #expect(read.notes == [note("first"), note("second")] && read.unreadable == 3)
    }
  }

  @Test("begins a line of its own below one that was not finished")
  func unfinished() throws {
    try withTemporaryFolder { folder in
      let file = try file(folder)
      try file.append(note("first"))
      let path = folder + "/state/notes.ndjson"
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("{\"at\":17660".utf8))
      try handle.close()
      try file.append(note("second"))
      let read = try file.read(at: Self.now)
      #expect(read.notes == [note("first"), note("second")] && read.unreadable == 1)
    }
  }

  @Test("has no note that is older than two weeks, however few there are")
  func age() throws {
    try withTemporaryFolder { folder in
      let file = try file(folder)
      try file.append(note("old", at: Self.now.milliseconds - NoteFile.lifetime))
      #expect(try file.read(at: Self.now).notes.isEmpty, "it is not read")
      try file.append(note("new"))
      let text = try String(contentsOfFile: folder + "/state/notes.ndjson", encoding: .utf8)
      #expect(!text.contains("old") && text.contains("new"), "nor is it kept")
    }
  }

  @Test("that another board holds is told as busy, and holds up nobody for long")
  func held() throws {
    try withTemporaryFolder { folder in
      let file = try file(folder)
      try file.append(note("first"))
      let path = folder + "/state/notes.ndjson"
      let descriptor = unsafe open(path, O_RDWR)
      defer { close(descriptor) }
      #expect(flock(descriptor, LOCK_EX) == 0)
      #expect(throws: (any Error).self) { try file.append(note("second")) }
      #expect(flock(descriptor, LOCK_UN) == 0)
      try file.append(note("third"))
      #expect(try file.read(at: Self.now).notes == [note("first"), note("third")])
    }
  }

  @Test("is bounded: the oldest go, and what is older than two weeks")
  func bounds() throws {
    try withTemporaryFolder { folder in
      let file = try file(folder)
      let now: Int64 = 1_766_000_000_000
      try file.append(note("old", at: now - NoteFile.lifetime - 1))
      let long = String(repeating: "x", count: 2_000)
      let path = folder + "/state/notes.ndjson"
      var largest = 0
      for number in 0..<1_200 {
        try file.append(note(long, at: now + Int64(number)))
        largest = max(largest, try Data(contentsOf: URL(fileURLWithPath: path)).count)
      }
      #expect(largest < NoteFile.largest + 4_096)
      let notes = try file.read(at: Self.now).notes
      #expect(notes.count > 200 && notes.last == note(long, at: now + 1_199))
      #expect(notes.first.map { $0.at > note("", at: now).at } == true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/state").count == 1)
    }
  }

  @Test("is written through no link, and a folder that cannot be written to is said")
  func refusals() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/state", withIntermediateDirectories: true)
      let path = folder + "/state/notes.ndjson"
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder + "/x")
      let file = try file(folder)
      #expect(throws: (any Error).self) { try file.append(note("n")) }
      #expect(throws: (any Error).self) { try file.read(at: Self.now) }
      #expect(!FileManager.default.fileExists(atPath: folder + "/x"))
      let nowhere = NoteFile(
        path: "/proc/none/notes.ndjson", workspace: try #require(WorkspaceID(Self.one)),
        pseudonyms: PseudonymKey(1, 2))
      #expect(throws: (any Error).self) { try nowhere.append(note("n")) }
    }
  }
}
