import Foundation
import OrderedCollections
import Testing
import TestSupport
@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
import WallboardScreen
import WallboardSimulator
import WallboardViews

@Suite("Saved views", .fewAtATime)
struct SavedViewTests {
  private let size = Size(width: 180, height: 50)

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

  @Test("In open mode everything is on the screen, and nothing of it in the file")
  func masked() async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.observerRate = 100
    options.ciphersWords = true
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    let call = try workspace.followLastCall()
    workspace.reader.obey(.search)
    for character in "secretname" { workspace.reader.obey(.typed(character)) }
    workspace.reader.obey(.open)
    try await workspace.fold(until: "words") { board in
      (board.observations[call]?.timeline.entries.count ?? 0) > 60
    }
    let spoken = try await Spoken.read(from: workspace.address)
    let open = drawn(workspace.reader.state)
    #expect(!spoken.words(in: open).isEmpty)
    #expect(!spoken.identifiers(in: open).isEmpty)
    let masked = drawn(workspace.reader.state, \.masked)
    #expect(spoken.words(in: masked).isEmpty)
    #expect(spoken.identifiers(in: masked).isEmpty)
    #expect(!masked.contains("secretname"))
    #expect(masked.contains("caller "))
    await workspace.stop()
  }

  /// The screen as the loop draws it, of the state or of what is made of it.
  private func drawn(
    _ state: WallboardState, _ made: (WallboardState) -> WallboardState = { $0 }
  ) -> String {
    var state = state
    let settings = DrawSettings(workspace: "test", keymap: Keymap(mode: .open))
    let layout = Dashboard.layout(state, size: size)
    let frame = Frame(
      now: Clock.now, visibleRows: layout.visibleRows,
      panes: Dashboard.panePositions(state, settings: settings, size: size))
    _ = reduce(into: &state, .frame(frame))
    var canvas = Canvas(size: size)
    Dashboard.draw(made(state), settings: settings, into: &canvas)
    return canvas.rows.joined(separator: "\n")
  }
}
