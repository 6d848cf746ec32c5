import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardEvents

/// What was said in a session that was recorded as it was, searched for in the reports of it. The words
/// are written in a cipher, for a report has words of its own.
@Suite("What is said on a call that is reported", .fewAtATime, .serialized)
struct ReportLeakTests {
  @Test("is in no form of a report unless it was asked for, and then the same search finds it")
  func forms() async throws {
    try await withRecording { path, spoken in
      #expect(spoken.words.count > 150 && spoken.identifiers.count > 10)
      for form in [[], ["--markdown"], ["--csv"], ["--json"]] {
        for privacy in [[], ["--privacy", "desk"], ["--privacy", "wall"]] {
          let masked = try await report(path, form + privacy)
          #expect(spoken.identifiers(in: masked).isEmpty, "\(form)")
          // The digits of a pseudonym may spell a word.
          #expect(spoken.words(in: masked).allSatisfy { $0.allSatisfy(\.isHexDigit) }, "\(form)")
        }
        let open = try await report(path, form + ["--privacy", "open"])
        #expect(!spoken.identifiers(in: open).isEmpty, "\(form)")
        #expect(!spoken.words(in: open).isEmpty, "\(form)")
      }
    }
  }

  private func report(_ path: String, _ arguments: [String]) async throws -> String {
    let outcome = try await Program.run(["report", "--from", path] + arguments)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return outcome.output
  }

  /// An open recording, and what the platform had said by then.
  private func withRecording(_ body: (String, Spoken) async throws -> Void) async throws {
    var options = SimulatorOptions()
    options.seed = 41
    options.rate = 0
    options.observerRate = 300
    options.ciphersWords = true
    let workspace = try await SimulatedWorkspace(options)
    try await withTemporaryFolder { folder in
      let recorder = try Recorder(
        path: folder + "/day", habits: RecordingHabits(), workspace: Scratch.workspace,
        privacy: Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)))
      workspace.reader.recorder = recorder
      try await workspace.foldUntilComplete()
      try await workspace.hearAnotherCall(entries: 80)
      await workspace.simulator.emit(count: 600)
      try await workspace.foldUntilLast()
      recorder.stop()
      let spoken = try await Spoken.read(from: workspace.address)
      try await body(folder + "/day", spoken)
    }
    await workspace.stop()
  }
}
