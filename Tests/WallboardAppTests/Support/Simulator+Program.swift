import Foundation
import WallboardSimulator

extension Simulator {
  /// A simulated platform, and what the program has to be told of it, for as long as the body runs.
  static func run(
    _ options: SimulatorOptions, _ body: (Simulator, [String: String]) async throws -> Void
  ) async throws {
    let simulator = Simulator(options)
    let address = try await simulator.start()
    do {
      try await body(simulator, options.environment(at: address))
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }
}

extension SimulatorOptions {
  /// What the program has to be told of a platform at that address.
  func environment(at address: URL) -> [String: String] {
    [
      "WALLBOARD_URL": address.absoluteString, "WALLBOARD_WORKSPACE": workspace,
      "WALLBOARD_TOKEN": token,
    ]
  }
}
