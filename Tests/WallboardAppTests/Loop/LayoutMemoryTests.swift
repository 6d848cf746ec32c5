import TestSupport
import Foundation
import Testing

@testable import WallboardApp
@testable import WallboardBoard

@Suite("The memory of the layout")
struct LayoutMemoryTests {
  private func layout(_ theme: String) -> Layout {
    var layout = Layout()
    layout.theme = theme
    layout.showsHints = false
    return layout
  }

  @Test("A layout is there the next time, in a file that nobody else can read")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let environment = ["XDG_STATE_HOME": folder + "/state"]
      let first = try #require(LayoutMemory(environment: environment))
      #expect(first.remembered == Layout())
      #expect(first.problem == nil)
      first.remember(layout("paper"))
      let second = try #require(LayoutMemory(environment: environment))
      #expect(second.remembered == layout("paper"))
      let path = folder + "/state/wallboard/layout.json"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("Without a home there is no memory; a relative path is none")
  func noHome() {
    #expect(LayoutMemory(environment: [:]) == nil)
    #expect(LayoutMemory(environment: ["XDG_STATE_HOME": "state"]) == nil)
    #expect(LayoutMemory(environment: ["HOME": "/nonexistent"]) == nil)
  }

  @Test(
    "A broken file is ignored and told of",
    arguments: ["", "{", "[]", "{\"panels\": 3}", String(repeating: " ", count: 100_000)])
  func broken(text: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/layout.json"
      try Data(text.utf8).write(to: URL(filePath: path))
      let memory = LayoutMemory(path: path)
      #expect(memory.remembered == Layout())
      #expect(memory.problem?.contains(path) == true)
      memory.remember(layout("paper"))
      #expect(LayoutMemory(path: path).remembered == layout("paper"))
    }
  }

  @Test("It is written when it changed, and at most every ten seconds")
  func pause() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/layout.json"
      let memory = LayoutMemory(path: path)
      memory.note(Layout(), at: 0)
      #expect(!FileManager.default.fileExists(atPath: path))
      memory.note(layout("one"), at: 1)
      memory.note(layout("two"), at: LayoutMemory.pause)
      #expect(LayoutMemory(path: path).remembered == layout("one"))
      memory.note(layout("two"), at: LayoutMemory.pause + 1)
      #expect(LayoutMemory(path: path).remembered == layout("two"))
      memory.remember(layout("three"))
      #expect(LayoutMemory(path: path).remembered == layout("three"))
    }
  }

  @Test("A reader never finds half a file, and nothing else is left behind")
  func atomicity() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/layout.json"
    let layouts = ["a", String(repeating: "b", count: 20_000)].map(layout)
    LayoutMemory(path: path).remember(layouts[0])
    let reader = Task.detached {
      var count = 0
      while !Task.isCancelled {
        let data = try Data(contentsOf: URL(filePath: path))
        _ = try JSONDecoder().decode(Layout.self, from: data)
        count += 1
        await Task.yield()
      }
      return count
    }
    let memory = LayoutMemory(path: path)
    for turn in 1...200 { memory.remember(layouts[turn % 2]) }
    reader.cancel()
    _ = try await reader.value
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["layout.json"])
  }

  @Test("What cannot be written leaves nothing behind, and bothers nobody")
  func unwritable() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/layout.json"
      try FileManager.default.createDirectory(
        atPath: path + "/full", withIntermediateDirectories: true)
      LayoutMemory(path: path).remember(layout("paper"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["layout.json"])
    }
  }

  @Test("A theme that was asked for goes before the remembered one")
  func theme() throws {
    let asked = try Settings(flags: [.theme: "mono"], environment: [:], file: .empty)
    #expect(asked.layout(over: layout("paper")).theme == nil)
    let unasked = try Settings(flags: [:], environment: [:], file: .empty)
    #expect(unasked.layout(over: layout("paper")).theme == "paper")
    #expect(unasked.layout(over: nil) == Layout())
  }
}
