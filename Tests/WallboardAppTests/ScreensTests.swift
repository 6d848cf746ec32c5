import Foundation
import TestSupport
import Testing

/// What the README shows is what the program draws.
@Suite("The screens of the README", .fewAtATime)
struct ScreensTests {
  private let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Recordings/screens").path

  @Test("are those of the recorded hour")
  func screens() async throws {
    let outcome = try await Program.run(
      "/bin/sh", [script, "--check"], environment: ["WALLBOARD": Program.path])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
