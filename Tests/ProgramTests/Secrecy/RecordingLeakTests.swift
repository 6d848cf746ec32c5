import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardEvents

/// What was said in a session in which calls are followed, searched for in its recording. The words
/// are written in a cipher, for a recording has words of its own.
@Suite("What is said on a call that is recorded", .fewAtATime, .serialized)
struct RecordingLeakTests {
  @Test("is in no recording unless it was asked for", arguments: [PrivacyMode.desk, .wall])
  func masked(mode: PrivacyMode) async throws {
    let (text, spoken) = try await session(mode)
    #expect(spoken.words.count > 150 && spoken.identifiers.count > 10)
    #expect(spoken.identifiers(in: text).isEmpty)
    // The digits of a key or a pseudonym may spell a word.
    #expect(spoken.words(in: text).allSatisfy { $0.allSatisfy(\.isHexDigit) })
    #expect(text.contains(#""event":"story""#), "what was read afterwards is searched, too")
    #expect(text.contains(#"{"masked":""#) && text.contains(#""privacy":"masked""#))
    #expect(!text.contains(Self.token))
  }

  @Test("is in an open one, where the same search finds it")
  func open() async throws {
    let (text, spoken) = try await session(.open)
    #expect(spoken.identifiers(in: text).count > 10)
    #expect(spoken.words(in: text).count > 100)
    #expect(!text.contains(Self.token))
  }

  private static let token = "planted-token"

  /// A recording, and what the platform had said by then.
  private func session(_ mode: PrivacyMode) async throws -> (text: String, spoken: Spoken) {
    var options = SimulatorOptions()
    options.seed = 41
    options.rate = 0
    options.observerRate = 300
    options.ciphersWords = true
    options.token = Self.token
    options.faults = try ["garbage:40", "observer-garbage:30"].map {
      try #require(SimulatorFault.parse($0))
    }
    let workspace = try await SimulatedWorkspace(options)
    var result: (String, Spoken)?
    try await withTemporaryFolder { folder in
      let recorder = try Recorder(
        path: folder + "/day", habits: RecordingHabits(rotation: "64K", kept: "99"),
        workspace: Scratch.workspace,
        privacy: Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)))
      workspace.reader.recorder = recorder
      try await workspace.foldUntilComplete()
      for _ in 0..<3 {
        try await workspace.hearAnotherCall(entries: 80)
        await workspace.simulator.emit(count: 300)
        try await workspace.foldUntilLast()
      }
      recorder.stop()
      let spoken = try await Spoken.read(from: workspace.address)
      let texts = try Scratch.files(folder).map { try Scratch.text(folder + "/" + $0) }
      result = (texts.joined(), spoken)
    }
    await workspace.stop()
    return try #require(result)
  }
}
