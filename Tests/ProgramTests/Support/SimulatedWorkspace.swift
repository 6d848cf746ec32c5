import TestSupport
import Foundation
import OrderedCollections
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardPlatform

/// A simulated platform and a session that is connected to it, over real HTTP.
final class SimulatedWorkspace {
  struct NoCall: Error {}

  let simulator: Simulator
  let session: Session
  let reader: FeedReader
  let address: URL
  /// How often something had failed when ``foldImpatiently(until:_:)`` looked.
  var troubles = 0

  init(
    _ options: SimulatorOptions, configure: (inout Settings) -> Void = { _ in }
  ) async throws {
    simulator = Simulator(options)
    address = try await simulator.start()
    var settings = try Settings(
      flags: [.url: address.absoluteString, .workspace: options.workspace], environment: [:],
      file: .empty)
    configure(&settings)
    session = try Session(
      settings, credential: try Credential(token: options.token), version: "test")
    reader = FeedReader(
      feed: session, wakeup: session.wakeup,
      settings: BoardSettings(privacy: Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))))
  }

  func stop() async {
    session.stop()
    await simulator.stop()
  }

  /// Folds what comes until the board is as it has to be. It never blocks: the simulated platform
  /// lives on the same few threads.
  func fold(
    until awaited: String, _ holds: (Board) -> Bool
  ) async throws {
    try await waitUntil(awaited, deadline: .seconds(180), lookingEvery: .milliseconds(5)) {
      if holds(reader.state.board) { return true }
      reader.next(within: 0)
      return false
    }
  }

  /// Folds until the stream is open and every read has come back.
  func foldUntilComplete() async throws {
    try await fold(until: "the reads") { board in
      board.connection.isOpen
        && SnapshotSource.allCases.allSatisfy { board.reads[$0]?.outcome == .succeeded }
    }
  }

  /// Follows the last call of the board, which no human has taken over; answers which it is.
  func followLastCall() throws -> CallSID {
    guard case .call(let call) = reader.state.board.rows(of: .calls).last else {
      throw NoCall()
    }
    reader.perform(.follow(call))
    return call
  }

  /// Follows another call, in the same pane, until so much was heard there; no human has taken it over.
  func hearAnotherCall(entries: Int) async throws {
    let board = reader.state.board
    let call = board.calls.values.reversed().first {
      $0.operators.isEmpty && $0.escalation == nil && board.observations[$0.callSID] == nil
    }
    guard let call else { throw NoCall() }
    reader.perform(.follow(call.callSID))
    try await foldImpatiently(until: "what is said on \(call.callSID)") { board in
      board.observations[call.callSID]?.timeline.count(from: 0) ?? 0 > entries
    }
  }

  /// A followed call's transcript as it ought to be shown, as far as the platform has told it.
  func told(of call: CallSID) async throws -> [JSONPart] {
    try await Truth.read("observed/\(call)", from: address).array("entries")
  }

  /// What the simulator knows to be so.
  func truth() async throws -> JSONObject {
    try await Truth.read(from: address)
  }

  /// Folds until the last event has come, and answers what is true then.
  @discardableResult
  func foldUntilLast() async throws -> JSONObject {
    let truth = try await truth()
    let last = truth["last_event_id"].string
    // Reads that are repeated meanwhile may tell less than events do: nothing is waited out.
    try await foldImpatiently(until: "the last event") {
      $0.connection.lastEventID?.string == last
    }
    return truth
  }

  /// The board as `snapshot --json` prints it.
  func snapshot(
    _ privacy: Privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
  ) throws -> JSONObject {
    let disclosure = privacy.output
    let document = SnapshotDocument(
      reader.state.board, at: Clock.now, disclosure: disclosure)
    return try JSONObject(Data(JSONLineEncoder(disclosure).line(document).utf8))
  }
}

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
