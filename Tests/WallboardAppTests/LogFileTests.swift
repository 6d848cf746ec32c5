import Foundation
import Logging
import Testing

@testable import WallboardApp

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
          "\(error)" == "\(path): it is not a file that can be logged to."
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
      #expect(error?.description.contains("name the file that it stands for") == true)
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
