import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardRecording

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// The last minutes of a board, as they are written.
@Suite("A black box")
struct BlackBoxTests {

  @Test("begins anew after five minutes, and forgets what is twice as old")
  func age() throws {
    try withTemporaryFolder { folder in
      var habits = BlackBox.Habits()
      habits.longest = 0
      let box = try blackBox(folder, habits)
      let state = WallboardState(.test)
      for second in 1...5 as ClosedRange<Int64> {
        box.observe(.heard(at: Timestamp(milliseconds: second)), isDuplicate: false, state: state)
      }
      let text = try String(contentsOfFile: try saved(by: box), encoding: .utf8)
      let times = text.matches(of: /"at":(\d+),"data":\{\},"event":"heard"/).map { $0.1 }
      #expect(times == ["5"])
      #expect(text.matches(of: /wallboard.recording/).count == 1)
    }
  }

  @Test("holds nothing that was stamped by a clock that was wrong")
  func clock() throws {
    try withTemporaryFolder { folder in
      let box = try blackBox(folder, BlackBox.Habits())
      var state = WallboardState(.test)
      let now = Clock.now
      let right = now.advanced(milliseconds: -150_000)
      let change = ClockChange(.wrong(seconds: 150), step: -150_000, at: right)
      let inputs: [Input] = [
        .frame(Frame(now: now)), .connection(ConnectionChange(.connecting(attempt: 1), at: now)),
        .clock(change), .connection(ConnectionChange(.open, at: right)), .heard(at: right),
      ]
      for input in inputs {
        _ = reduce(into: &state, input)
        box.observe(input, isDuplicate: false, state: state)
      }
      let text = try String(contentsOfFile: try saved(by: box), encoding: .utf8)
      let times = text.matches(of: /"(?:at|started_at)":(\d+)/).compactMap { Int64($0.1) }
      #expect(times.count >= 4)
      #expect(times.allSatisfy { $0 <= right.milliseconds + 1_000 }, "\(text)")
    }
  }

  @Test("leaves out what there is no room for, and goes on with the board as it is then")
  func overflow() throws {
    try withTemporaryFolder { folder in
      var habits = BlackBox.Habits()
      (habits.bytes, habits.reserve, habits.longest) = (4 << 10, 1 << 10, 200_000_000)
      var uptime: Int64 = 0
      let box = try blackBox(folder, habits) { uptime }
      var state = WallboardState(.test)
      func observe(_ input: Input) {
        _ = reduce(into: &state, input)
        box.observe(input, isDuplicate: false, state: state)
      }
      for second in 0..<200 as Range<Int64> { observe(.heard(at: Scratch.at(second))) }
      let call = try #require(CallSID("CA-left-out"))
      let started = CallStarted(
        callSID: call, direction: .known(.inbound), serviceID: ServiceID("s"),
        callerID: nil)
      let time = Scratch.at(200)
      observe(
        .received(ReceivedEvent(id: nil, at: time, receivedAt: time, event: .callStarted(started))))
      let full = try String(contentsOfFile: try saved(by: box), encoding: .utf8)
      #expect(full.utf8.count <= 4 << 10 && full.hasSuffix("\n"))
      #expect(full.contains("\(Scratch.at(0).milliseconds)") && !full.contains("CA-left-out"))
      uptime += 250_000_000
      for second in [201, 202] as [Int64] { observe(.heard(at: Scratch.at(second))) }
      let path = try saved(by: box)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("\(Scratch.at(0).milliseconds)"))
      #expect(text.contains("\(Scratch.at(202).milliseconds)"))
      #expect(try Scratch.board(of: path).calls[call] != nil)
    }
  }

  @Test("is in files that only their owner may read, of which the newest five stay")
  func files() throws {
    try withTemporaryFolder { folder in
      let strangers = ["blackbox.ndjson", "blackbox-20250101-000000-no.txt", "layout.json"]
      let old = (0...5).map { "blackbox-2025010\($0)-000000" }
      for name in strangers + old.flatMap({ [$0 + ".ndjson", $0 + ".txt"] }) {
        try Data().write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let box = try blackBox(folder, BlackBox.Habits())
      #expect(try names(folder) == Set(strangers + both(Array(old.dropFirst()))))
      let path = try saved(by: box)
      let stem = String(path.dropFirst(folder.count + 1).dropLast(7))
      #expect(try names(folder) == Set(strangers + both(old.dropFirst(2) + [stem])))
      for name in both([stem]) {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      let frame = try String(contentsOfFile: "\(folder)/\(stem).txt", encoding: .utf8)
      #expect(frame == "╭─ Calls\n\n end\n")
      #expect(box.lastCrash == nil)
    }
  }

  @Test("gives way by when it began, not by its name: summer time ends")
  func summerTime() throws {
    try withTemporaryFolder { folder in
      // 02:50 in Berlin's summer time is before 02:00 to 02:40 of its winter time.
      let times = [(50, "025000")] + (0...4).map { (60 + $0 * 10, "02\($0)000") }
      for (minute, name) in times {
        let header =
          #"{"privacy":"masked","schema":"wallboard.recording/1","workspace":"w","#
          + #""started_at":\#(1_792_886_400_000 + minute * 60_000)}"#
        try Data((header + "\n").utf8).write(
          to: URL(filePath: "\(folder)/blackbox-20261025-\(name).ndjson"))
      }
      let files = try BlackBoxFolder(path: folder, home: nil)
      #expect(files.prune() == "blackbox-20261025-020000")
      #expect(try names(folder) == Set(times.dropFirst().map { "blackbox-20261025-\($1).ndjson" }))
    }
  }

  @Test("is nowhere without a folder, and says why it cannot be written")
  func nowhere() throws {
    #expect(problem([:]) == "The last minutes are not kept: there is no home folder")
    #expect(problem(["HOME": "/nonexistent"]) == problem([:]))
    #expect(
      problem(["XDG_STATE_HOME": "/proc"])
        == "The last minutes are not kept: /proc/wallboard: No such file or directory")
    try withTemporaryFolder { folder in
      // Something else has the folder's name, and may be written to and run.
      let path = folder + "/wallboard"
      try Data().write(to: URL(filePath: path))
      _ = unsafe chmod(path, 0o700)
      #expect(
        problem(["XDG_STATE_HOME": folder])
          == "The last minutes are not kept: \(path): Not a directory")
      let box = try blackBox(folder, BlackBox.Habits())
      try FileManager.default.removeItem(atPath: folder)
      #expect(
        box.save(rows: []) == "The last minutes could not be saved: No such file or directory")
    }
  }

  @Test("tells of a crash once, in words that do not steer a terminal")
  func crash() throws {
    try withTemporaryFolder { home in
      let folder = home + "/st\u{1B}ate"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let files = try BlackBoxFolder(path: folder, home: home)
      let stem = "blackbox-20260803-140205"
      let now = Timestamp(milliseconds: 1_785_744_000_000)
      try Data(stem.utf8).write(to: URL(filePath: folder + "/crashed"))
      #expect(files.takeCrash(at: now) == nil)
      try Data(stem.utf8).write(to: URL(filePath: folder + "/crashed"))
      try Data().write(to: URL(filePath: "\(folder)/\(stem).ndjson"))
      let words = try #require(files.takeCrash(at: Timestamp(milliseconds: 0)))
      #expect(words.hasPrefix("wallboard crashed on 2026-08-03 at 14:02: wallboard replay ~/st␛"))
      #expect(words.contains("ate/\(stem).ndjson"))
      #expect(!words.contains("\u{1B}") && !files.crashMessage.contains("\u{1B}"))
      #expect(files.takeCrash(at: now) == nil)
      // A note that cannot be read may be one.
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/crashed", withDestinationPath: folder + "/crashed")
      #expect(files.takeCrash(at: now) == nil)
      for text in ["../layout", "blackbox-2026-08", "", String(repeating: "x", count: 100)] {
        try Data(text.utf8).write(to: URL(filePath: folder + "/crashed"))
        #expect(files.takeCrash(at: now) == nil)
      }
    }
  }

  private func problem(_ environment: [String: String]) -> String? {
    do {
      _ = try BlackBox(
        environment: environment, workspace: "w", pseudonyms: PseudonymKey(1, 2))
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func blackBox(
    _ folder: String, _ habits: BlackBox.Habits, uptime: @escaping () -> Int64 = { Clock.uptime }
  ) throws -> BlackBox {
    let folder = try BlackBoxFolder(path: folder, home: nil)
    return try BlackBox(
      folder, workspace: "w", pseudonyms: PseudonymKey(1, 2), habits, uptime: uptime)
  }

  /// Where it was written to.
  private func saved(by box: BlackBox) throws -> String {
    let words = box.save(rows: ["╭─ Calls  ", "", " end"])
    return String(try #require(words.firstMatch(of: /^Saved, masked: (.*)$/)).1)
  }

  private func both(_ stems: [String]) -> [String] {
    stems.flatMap { [$0 + ".ndjson", $0 + ".txt"] }
  }

  private func names(_ folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }
}
