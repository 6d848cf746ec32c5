import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardScreen
import WallboardSimulator
import WallboardViews

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("What is said on a call whose view is saved", .fewAtATime)
struct SavedViewLeakTests {
  private let size = Size(width: 180, height: 50)

  @Test("In open mode everything is on the screen, and nothing of it in the file")
  func masked() async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.observerRate = 100
    options.ciphersWords = true
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    let call = try workspace.followLastCall()
    workspace.reader.perform(.search)
    for character in "secretname" { workspace.reader.perform(.typed(character)) }
    workspace.reader.perform(.open)
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
