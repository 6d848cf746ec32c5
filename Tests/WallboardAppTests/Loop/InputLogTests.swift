import TestSupport
import Foundation
import Logging
import Testing
import WallboardBoard
import WallboardEvents

@testable import WallboardApp

@Suite("The log")
struct InputLogTests {
  @Test("tells faults of a minute up to a number, and then how many more there were")
  func faults() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      for number in 0..<50 { log.observe(fault(at: Int64(number) * 1_000)) }
      log.observe(.connection(ConnectionChange(.open, at: Timestamp(milliseconds: 59_000))))
      log.observe(fault(at: 60_000))
      let lines = try lines(of: folder + "/log")
      #expect(lines.count(where: { $0.contains("a number is missing") }) == 21)
      #expect(lines[InputLog.faultsOfMinute].contains("notice"))
      #expect(
        lines[InputLog.faultsOfMinute + 1].hasSuffix(
          "30 more were not understood in the minute from 1970-01-01T00:00Z"))
      #expect(lines.count == 23)
    }
  }

  @Test("tells how many more there were when the minute is over or the program ends")
  func lastFaults() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      for number in 0..<50 { log.observe(fault(at: Int64(number))) }
      log.observe(.heard(at: Timestamp(milliseconds: 59_999)))
      #expect(try lines(of: folder + "/log").count == 20)
      log.observe(.heard(at: Timestamp(milliseconds: 60_000)))
      #expect(try lines(of: folder + "/log").count == 21)
      for _ in 0..<30 { log.observe(fault(at: 61_000)) }
      log.note("ended")
      let last = try lines(of: folder + "/log").suffix(2)
      #expect(last.first?.contains("10 more were not understood in the minute from") == true)
      #expect(last.last?.hasSuffix("ended") == true)
    }
  }

  @Test("tells of a wrong clock when it is found and when it is right again, not of small steps")
  func clock() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      func observe(_ standing: ClockStanding, isNews: Bool) {
        let time = Timestamp(milliseconds: 0)
        log.observe(.clock(ClockChange(standing, isNews: isNews, step: 300, at: time)))
      }
      observe(.wrong(seconds: -150), isNews: true)
      observe(.wrong(seconds: -150), isNews: false)
      observe(.right, isNews: true)
      observe(.disputed(seconds: 90), isNews: true)
      let lines = try lines(of: folder + "/log")
      #expect(lines.count == 3)
      #expect(lines[0].hasSuffix("this machine's clock is 2m 30s behind the platform's"))
      #expect(lines[1].hasSuffix("this machine's clock is right again"))
      #expect(
        lines[2].hasSuffix(
          "the platform dates its answers 1m 30s behind this machine's clock, which is not believed"
        ))
    }
  }

  @Test("holds nothing of what an event says")
  func payloads() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      log.observe(fault(at: 0))
      log.note("began")
      let text = try String(contentsOfFile: folder + "/log", encoding: .utf8)
      #expect(text.contains("call.started was not understood: a number is missing"))
      #expect(text.contains("notice began") && !text.contains("SECRET"))
    }
  }

  @Test("tells of an event that was too large as of one that was not understood")
  func leftOut() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      for name in ["call.started", ""] {
        let event = MalformedEvent(
          id: nil, name: BoundedString(name), receivedAt: Timestamp(milliseconds: 0),
          leftOut: 1_200_000)
        log.observe(.malformed(event))
      }
      let lines = try lines(of: folder + "/log")
      #expect(lines.first?.hasSuffix("call.started: an event of 1.2 MB was left out") == true)
      #expect(lines.last?.hasSuffix("An event of 1.2 MB was left out") == true)
    }
  }

  @Test("tells what of a read was not understood")
  func reads() throws {
    try withTemporaryFolder { folder in
      let log = try InputLog(path: folder + "/log")
      let notes = ReadNotes(faults: FieldFaults(["items[3].status: missing"]))
      let time = Timestamp(milliseconds: 0)
      log.observe(.read(.operators([], isComplete: true), notes, at: time))
      log.observe(.read(.operators([], isComplete: true), at: time))
      let lines = try lines(of: folder + "/log")
      #expect(lines.count == 1)
      #expect(
        lines.first?.hasSuffix(
          "Loading the operators: 1 field not understood: items[3].status: missing") == true)
    }
  }

  private func fault(at milliseconds: Int64) -> Input {
    .malformed(
      MalformedEvent(
        id: nil, name: BoundedString("call.started"),
        receivedAt: Timestamp(milliseconds: milliseconds),
        reason: BoundedString("a number is missing"), data: Protected(BoundedString("SECRET"))))
  }

  private func lines(of path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }
}

@Suite("The log file")
struct LogFileTests {
  @Test("begins anew at its limit, keeps the one before it, and both are private")
  func rotates() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/log"
      let log = try LogFile(path: path)
      let line = String(repeating: "x", count: 64 << 10)
      for number in 0..<200 { log.append("\(number) \(line)") }
      let (new, old) = try (size(path), size(path + ".1"))
      #expect(new > 0 && new <= LogFile.largest + line.utf8.count + 8)
      #expect(old >= LogFile.largest && old <= LogFile.largest + line.utf8.count + 8)
      for file in [path, path + ".1"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\n199 "))
    }
  }

  @Test("goes on where an earlier run ended")
  func appends() throws {
    try withTemporaryFolder { folder in
      try LogFile(path: folder + "/log").append("first")
      try LogFile(path: folder + "/log").append("second")
      #expect(try String(contentsOfFile: folder + "/log", encoding: .utf8) == "first\nsecond\n")
    }
  }

  @Test("is made anew where another program has renamed it, and goes on where one has emptied it")
  func renamed() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/log"
      let log = try LogFile(path: path)
      log.append("first")
      try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
      log.append("second")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "second\n")
      #expect(try String(contentsOfFile: path + ".old", encoding: .utf8) == "first\n")
      #expect(
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      try FileManager.default.removeItem(atPath: path)
      // As logrotate's `create 0644`.
      #expect(
        FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
      log.append("third")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "third\n")
      #expect(
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
      #expect(unsafe truncate(path, 0) == 0)
      log.append("fourth")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "fourth\n")
      // Lines go on where there is a file, when its place is taken by none.
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folder + "/elsewhere")
      log.append("fifth")
      #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
  }

  @Test("is made private where it was not")
  func older() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/log"
      #expect(
        FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
      try LogFile(path: path).append("line")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test("is refused where it is no file: a pipe would be waited for, a device renamed")
  func noFile() throws {
    try withTemporaryFolder { folder in
      let (pipe, unread) = (folder + "/pipe", folder + "/unread")
      #expect(unsafe mkfifo(pipe, 0o600) == 0 && mkfifo(unread, 0o600) == 0)
      let reader = unsafe open(pipe, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      for path in [pipe, unread, "/dev/null"] {
        #expect {
          try LogFile(path: path)
        } throws: { error in
          "\(error)" == "\(path): it is not a file that a log can be written to."
        }
      }
    }
  }

  @Test("is not written through a link, which somebody may have laid there")
  func link() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/log", withDestinationPath: folder + "/elsewhere")
      let error = #expect(throws: SettingsError.self) { try LogFile(path: folder + "/log") }
      #expect(error?.description.contains("give the path of the file itself") == true)
      #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
  }

  @Test("holds no control character of what is logged")
  func clean() throws {
    try withTemporaryFolder { folder in
      let file = try LogFile(path: folder + "/log")
      let logger = Logger(label: "test") { _ in LogFileHandler(file: file) }
      logger.notice("refused: \u{1B}]0;title\u{7}\nsecond line\u{202E}")
      let text = try String(contentsOfFile: folder + "/log", encoding: .utf8)
      #expect(text.hasSuffix("\n") && text.dropLast().allSatisfy { !$0.isNewline })
      #expect(text.contains("refused: ") && text.contains("second line"))
      #expect(text.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    }
  }

  private func size(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
  }
}
