import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardBoard

/// What is set is never left out because it could not be read.
@Suite("Files of settings")
struct SettingFileTests {
  /// What may stand in the place of a file and is no settings; root sees all of it, too.
  enum Obstacle: CaseIterable {
    case brokenLink, ring, pipe, folder, device

    func lay(at path: String) throws {
      switch self {
      case .brokenLink: try link(path, to: "/nonexistent/settings")
      case .ring: try link(path, to: path)
      case .pipe: try #require(unsafe mkfifo(path, 0o600) == 0)
      case .folder: try makeFolder(path)
      case .device: try link(path, to: "/dev/zero")
      }
    }
  }

  @Test("are not there when nothing stands at their path, and only then")
  func absence() throws {
    try withTemporaryFolder { folder in
      try Data().write(to: URL(filePath: folder + "/file"))
      for path in ["missing", "missing/config.toml", "file/config.toml"] {
        #expect(try !FilePath.isThere("\(folder)/\(path)"))
        #expect(try TextFile.readIfThere("\(folder)/\(path)", atMost: 10) == nil)
      }
      #expect(try ConfigurationFile.load(environment: ["XDG_CONFIG_HOME": folder])[.fps] == nil)
      try link(folder + "/away", to: folder + "/unmounted")
      for path in ["away", "away/config.toml", "away/in/config.toml"] {
        let error = #expect(throws: SettingsError.self) {
          try TextFile.readIfThere("\(folder)/\(path)", atMost: 10)
        }
        #expect(error?.description == "\(folder)/away: it is a link that leads nowhere.")
      }
      let long = folder + "/" + String(repeating: "x", count: 300)
      #expect(throws: SettingsError.self) { try TextFile.readIfThere(long, atMost: 10) }
    }
  }

  @Test("are an error in a sentence when something else stands there", arguments: Obstacle.allCases)
  func configuration(obstacle: Obstacle) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/wallboard/config.toml"
      try makeFolder(folder + "/wallboard")
      try obstacle.lay(at: path)
      let error = #expect(throws: SettingsError.self) {
        try ConfigurationFile.load(environment: ["XDG_CONFIG_HOME": folder])
      }
      #expect(error?.description.hasPrefix(path + ": ") == true)
    }
  }

  @Test("say nothing when they are linked to /dev/null, as settings are switched off")
  func switchedOff() throws {
    try withTemporaryFolder { folder in
      try makeFolder(folder + "/wallboard")
      try link(folder + "/wallboard/config.toml", to: "/dev/null")
      let file = try ConfigurationFile.load(environment: ["XDG_CONFIG_HOME": folder])
      #expect(file[.privacy] == nil)
    }
  }

  @Test("hold a layout that is told of and left as it is", arguments: Obstacle.allCases)
  func layout(obstacle: Obstacle) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/layout.json"
      try obstacle.lay(at: path)
      let memory = LayoutMemory(path: path)
      #expect(memory.problem?.hasPrefix("The saved layout is not used: \(path): ") == true)
      var layout = Layout()
      layout.theme = "paper"
      memory.remember(layout)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["layout.json"])
      #expect(!FilePath.isRegularFile(path))
    }
  }

  @Test(
    "hold a theme that is told of, also where it stands in for one of the program's",
    arguments: Obstacle.allCases)
  func theme(obstacle: Obstacle) throws {
    try withTemporaryFolder { folder in
      try makeFolder(folder + "/wallboard/themes")
      try obstacle.lay(at: folder + "/wallboard/themes/dark.toml")
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      #expect(throws: SettingsError.self) { try loader.load("dark") }
    }
  }

  @Test("are looked for: a folder of themes that cannot be is told of")
  func themes() throws {
    try withTemporaryFolder { folder in
      try makeFolder(folder + "/wallboard")
      try link(folder + "/wallboard/themes", to: "/nonexistent")
      let loader = ThemeLoader(environment: ["XDG_CONFIG_HOME": folder])
      let problem = try #require(loader.problem)
      #expect(problem == "\(folder)/wallboard/themes: it is a link that leads nowhere.")
      #expect(throws: FileFailure.self) { try loader.load("mine") }
      #expect(try ThemeLibrary(loader, first: "dark").folderProblem == problem)
    }
  }
}

private func link(_ path: String, to destination: String) throws {
  try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: destination)
}

private func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}
