import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardPlatform

@Suite("The token")
struct TokenSourceTests {
  @Test("It comes from the environment")
  func environment() throws {
    let credential = try TokenSource.credential(
      tokenFile: nil, environment: ["WALLBOARD_TOKEN": "secret\n"])
    #expect(credential.authorizationHeader == "Authorization: Bearer secret")
  }

  @Test("A private file goes before the environment")
  func file() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/token"
      try Data("from-the-file\n".utf8).write(to: URL(filePath: path))
      unsafe chmod(path, 0o600)
      let credential = try TokenSource.credential(
        tokenFile: path, environment: ["WALLBOARD_TOKEN": "other"])
      #expect(credential.authorizationHeader == "Authorization: Bearer from-the-file")
    }
  }

  @Test("A file that others can read is refused, with the cure", arguments: [0o644, 0o640, 0o604])
  func looseFile(mode: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/token"
      try Data("secret".utf8).write(to: URL(filePath: path))
      unsafe chmod(path, mode_t(mode))
      let error = #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
      #expect(error?.description.contains("chmod 600") == true)
      #expect(error?.description.contains("secret") == false)
    }
  }

  @Test("A pipe that nobody else can read is read; one that keeps silent is given up")
  func pipe() throws {
    try withTemporaryFolder { folder in
      var ends: [Int32] = [-1, -1]
      try #require(unsafe Glibc.pipe(&ends) == 0)
      defer { close(ends[0]) }
      #expect(unsafe write(ends[1], "secret\n", 7) == 7)
      close(ends[1])
      // As `<(…)` of a shell is named.
      let credential = try TokenSource.credential(
        tokenFile: "/dev/fd/\(ends[0])", environment: [:])
      #expect(credential.authorizationHeader == "Authorization: Bearer secret")
      let path = folder + "/pipe"
      try #require(unsafe mkfifo(path, 0o600) == 0)
      #expect(throws: FileFailure.self) {
        try TextFile.read(path, .fileOrPipe, atMost: 10, patience: 1)
      }
      unsafe chmod(path, 0o644)
      #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
    }
  }

  @Test("What systemd passes to its service is as private as it can be there; nothing else is")
  func systemdCredential() throws {
    try withTemporaryFolder { folder in
      let passed = folder + "/credentials"
      for path in [passed, folder + "/other"] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(filePath: path + "/token"))
        unsafe chmod(path + "/token", 0o440)
        unsafe chmod(path, 0o750)
      }
      let environment = ["CREDENTIALS_DIRECTORY": passed]
      let credential = try TokenSource.credential(
        tokenFile: passed + "/token", environment: environment)
      #expect(credential.authorizationHeader == "Authorization: Bearer secret")
      for (path, environment) in [
        (passed + "/token", [:]), (passed + "/token", ["CREDENTIALS_DIRECTORY": "/"]),
        (passed + "/../other/token", environment), (folder + "/other/token", environment),
      ] {
        #expect(throws: SettingsError.self) {
          try TokenSource.credential(tokenFile: path, environment: environment)
        }
      }
      for (file, around) in [(0o444, 0o750), (0o460, 0o750), (0o440, 0o755), (0o440, 0o770)] {
        unsafe chmod(passed + "/token", mode_t(file))
        unsafe chmod(passed, mode_t(around))
        #expect(throws: SettingsError.self) {
          try TokenSource.credential(tokenFile: passed + "/token", environment: environment)
        }
      }
    }
  }

  @Test("Without one, the message says where it goes")
  func missing() {
    let error = #expect(throws: SettingsError.self) {
      try TokenSource.credential(tokenFile: nil, environment: [:])
    }
    #expect(error?.description.contains("WALLBOARD_TOKEN") == true)
  }

  @Test("A file that is not there, or is a folder, says so")
  func unreadable() {
    for path in ["/nonexistent/token", "/tmp"] {
      #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
    }
  }
}
