import AppFixtures
import TestSupport
import Foundation
import Testing
import WallboardSystem

@testable import WallboardApp
@testable import WallboardEvents

/// The file of a recording: nothing that was there is lost, and nobody else can read it.
@Suite("The file of a recording") struct RecordingFileTests {
  private static func rotating(_ rotation: RecordingHabits.Rotation, kept: Int = 7)
    -> RecordingHabits
  {
    var habits = RecordingHabits()
    (habits.rotation, habits.kept) = (rotation, kept)
    return habits
  }

  /// Writes a recording that begins so many seconds after the beginning of all.
  private func record(
    _ path: String, from second: Int64 = 0, habits: RecordingHabits = RecordingHabits(),
    workspace: String = Scratch.workspace
  ) throws {
    var file = RecordingFile(path: path, habits: habits, workspace: workspace)
    try file.begin(at: Scratch.at(second))
    let header = Scratch.header.replacingOccurrences(
      of: "\(Scratch.start.milliseconds)", with: "\(Scratch.at(second).milliseconds)")
    try file.write(header)
    try file.end()
  }

  @Test("is for its owner alone")
  func mode() throws {
    try withTemporaryFolder { folder in
      try record(folder + "/day.ndjson")
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/day.ndjson")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("moves one aside that is there, by the time at which it began, and overwrites none")
  func aside() throws {
    try withTemporaryFolder { folder in
      for second in [0, 0, 0, 61] as [Int64] { try record(folder + "/day.ndjson", from: second) }
      let name = "day-" + Scratch.start.fileName
      #expect(
        try Scratch.files(folder)
          == [name + "-2.ndjson", name + "-3.ndjson", name + ".ndjson", "day.ndjson"])
      // One that was killed before it wrote anything.
      try Data().write(to: URL(filePath: folder + "/day.ndjson"))
      try record(folder + "/day.ndjson", from: 90)
      #expect(try Scratch.files(folder).count == 5)
    }
  }

  @Test("takes the place of nothing else", arguments: ["notes", "{\"a\":1}\n"])
  func somethingElse(_ text: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/day.ndjson"
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(throws: SystemFailure(code: EEXIST)) { try record(path) }
      #expect(try Scratch.text(path) == text && Scratch.files(folder).count == 1)
      #expect(throws: SystemFailure(code: ELOOP)) {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/link", withDestinationPath: path)
        try record(folder + "/link")
      }
      #expect(throws: SystemFailure(code: ELOOP)) {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/nowhere", withDestinationPath: folder + "/missing")
        try record(folder + "/nowhere")
      }
      #expect(throws: SystemFailure.self) { try record(folder) }
      #expect(throws: SystemFailure(code: EEXIST)) { try record("/dev/full") }
      #expect(throws: SystemFailure(code: ENOENT)) { try record(folder + "/missing/day") }
      #expect(try !Scratch.files(folder).contains("missing"))
    }
  }

  @Test("says why in a sentence with its name")
  func sentence() throws {
    try withTemporaryFolder { folder in
      try Data("notes".utf8).write(to: URL(filePath: folder + "/day"))
      let error = #expect(throws: SettingsError.self) {
        _ = try Recorder(
          path: folder + "/day", habits: RecordingHabits(), workspace: "w",
          privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
      }
      let sentence = try #require(error).description
      #expect(sentence == "\(folder)/day: there is something other than a recording.")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/day")
      let link = #expect(throws: SettingsError.self) {
        _ = try Recorder(
          path: folder + "/link", habits: RecordingHabits(), workspace: "w",
          privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
      }
      #expect(link?.description.contains("give the path of the file itself") == true)
    }
  }

  @Test("is full at its size, or at midnight")
  func full() throws {
    try withTemporaryFolder { folder in
      var bySize = RecordingFile(
        path: folder + "/a", habits: Self.rotating(.size(100)), workspace: "w")
      try bySize.begin(at: Scratch.start)
      try bySize.write(String(repeating: "x", count: 98))
      var isFull = [bySize.isFull(at: Scratch.at(1_000_000))]
      try bySize.write("")
      isFull.append(bySize.isFull(at: Scratch.start))
      #expect(isFull == [false, true])
      var byDay = RecordingFile(path: folder + "/b", habits: Self.rotating(.day), workspace: "w")
      try byDay.begin(at: Scratch.start)
      let days = [0, 1_000, 86_400].map { byDay.isFull(at: Scratch.at($0)) }
      #expect(days == [false, false, true])
    }
  }

  @Test("stays with the newest that were full; no other file is removed")
  func dropOldest() throws {
    try withTemporaryFolder { folder in
      let others = [
        "day-.ndjson", "day-20260803-12000.ndjson", "day-20200101-000000.txt", "day-notes.ndjson",
        "days-20200101-000000.ndjson", "day-20200101-000000-x.ndjson", "20200101-000000.ndjson",
        "day-20200101-000000-1-2.ndjson", "day-20200101-000000.ndjson",
        "day-20200101-000001.ndjson",
      ]
      for name in others { try Data("notes".utf8).write(to: URL(filePath: folder + "/" + name)) }
      // A recording of that name that is of another moment was not moved there.
      try Data((Scratch.header + "\n").utf8).write(
        to: URL(filePath: folder + "/day-20200101-000001.ndjson"))
      let habits = Self.rotating(.size(100), kept: 3)
      let seconds: [Int64] = [0, 60] + Array(repeating: 120, count: 12) + [180]
      for second in seconds { try record(folder + "/day.ndjson", from: second, habits: habits) }
      let mine = try Scratch.files(folder).filter { !others.contains($0) }
      let name = "day-" + Scratch.at(120).fileName
      #expect(mine == ["10", "11", "12"].map { "\(name)-\($0).ndjson" } + ["day.ndjson"])
      #expect(try Scratch.files(folder).count == others.count + 4)
    }
  }

  @Test("is older than another by when it began, not by its name: summer time ends")
  func summerTime() throws {
    try withTemporaryFolder { folder in
      // 2026-10-25 in Berlin: 02:10, 02:50, and then 02:10 and 02:50 once more.
      let began: [(minute: Int64, offset: Int)] = [
        (10, 7_200), (50, 7_200), (70, 3_600), (110, 3_600), (130, 3_600),
      ]
      for (minute, offset) in began {
        let time = Timestamp(milliseconds: 1_792_886_400_000 + minute * 60_000)
        var file = RecordingFile(
          path: folder + "/day", habits: Self.rotating(.size(100), kept: 2), workspace: "w")
        try file.begin(at: time)
        try file.write(
          #"{"privacy":"masked","schema":"wallboard.recording/1","workspace":"w","#
            + #""started_at":\#(time.milliseconds),"utc_offset":\#(offset)}"#)
        try file.end()
      }
      #expect(
        try Scratch.files(folder)
          == ["day", "day-20261025-021000-2", "day-20261025-025000-2"])
    }
  }

  @Test("is moved aside, and goes, though its folder does not tell what it holds")
  func closedFolder() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/day.ndjson"
      var rotated = RotatedRecordings(of: path, workspace: Scratch.workspace, names: { _ in nil })
      for second in [0, 0, 60, 120] as [Int64] {
        try record(path, from: second)
        try rotated.add(path, date: Scratch.at(second).fileName)
        rotated.drop(allBut: 3)
      }
      let (first, second) = (Scratch.at(0).fileName, Scratch.at(60).fileName)
      let third = Scratch.at(120).fileName
      #expect(
        try Scratch.files(folder)
          == ["day-\(first)-2.ndjson", "day-\(second).ndjson", "day-\(third).ndjson"])
    }
  }

  @Test("ends when its folder is gone")
  func vanished() throws {
    try withTemporaryFolder { folder in
      var file = RecordingFile(
        path: folder + "/in/day", habits: RecordingHabits(), workspace: "w")
      try FileManager.default.createDirectory(
        atPath: folder + "/in", withIntermediateDirectories: true)
      try file.begin(at: Scratch.start)
      try file.write(Scratch.header)
      try file.sync()
      try FileManager.default.removeItem(atPath: folder + "/in")
      try file.sync()
      try file.write(Scratch.header)
      #expect(throws: SystemFailure(code: ENOENT)) { try file.sync() }
    }
  }

  @Test("rotates as it is told", arguments: ["100M", "2g", "1K", "day"])
  func habits(_ text: String) throws {
    let sizes = ["100M": 100 << 20, "2g": 2 << 30, "1K": 64 << 10]
    let habits = try RecordingHabits(rotation: text, kept: "3")
    #expect(habits.rotation == sizes[text].map { .size($0) } ?? .day && habits.kept == 3)
  }

  @Test("is told nothing else", arguments: ["", "0M", "-1M", "M", "1T", "night", "9999999999G"])
  func noHabits(_ text: String) {
    #expect(throws: SettingsError.self) { try RecordingHabits(rotation: text, kept: nil) }
    #expect(throws: SettingsError.self) { try RecordingHabits(rotation: nil, kept: text) }
  }
}
