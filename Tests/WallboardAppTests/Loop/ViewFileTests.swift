import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardEvents

@Suite("Saved views")
struct SavedViewTests {
  @Test("A view is a new file of the current second that only its owner may read")
  func file() throws {
    try withTemporaryFolder { folder in
      let views = ViewFile(folders: [folder + "/missing", folder])
      let now = Timestamp(milliseconds: 1_785_744_000_000)
      let words = views.save(["╭─ Calls ─╮  ", "", " a "], at: now)
      let path = "\(folder)/wallboard-\(now.fileName).txt"
      #expect(words == "Saved, masked: \(path)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "╭─ Calls ─╮\n\n a\n")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(views.save([], at: now) == "Saved, masked: \(path.dropLast(4))-2.txt")
      #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("╭─ Calls"))
    }
  }

  @Test("Where no folder can be written to, the reason is told")
  func nowhere() {
    let words = ViewFile(folders: ["/nonexistent"]).save([], at: Timestamp(milliseconds: 0))
    #expect(words == "The view could not be saved: No such file or directory")
  }
}
