import TestSupport
import Foundation
import FoundationNetworking
import OrderedCollections

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// What of the truth a board can know.
enum KnownTruth {
  /// All of it: nothing was missed.
  case all
  /// What the platform's reads tell.
  case reads
}

extension SimulatedWorkspace {
  /// In what the board differs from what the platform knows; nothing when it is the truth.
  func differences(_ known: KnownTruth) async throws -> [String] {
    let (truth, board) = (try await truth(), try snapshot())
    switch known {
    case .all: return differences(board, truth)
    case .reads: return differencesOfReads(board, truth)
    }
  }

  private func differences(_ board: JSONObject, _ truth: JSONObject) -> [String] {
    let parts = [
      ("calls", "call_sid"), ("operators", "operator_id"), ("surfaces", "surface_id"),
      ("text_sessions", "session_id"),
    ]
    // How the board came to know of a call is no part of the truth.
    let items = parts.flatMap { name, key in
      differences(name, key, board, truth) { $0.without("origin") }
    }
    let sums = ["ended_calls", "ended_text_sessions"].filter {
      board[$0].without("recent") != truth[$0].without("recent")
    }
    let isCounted = board["counts"]["by_type"] == truth["counts"]["by_type"]
    return items + sums + (isCounted ? [] : ["counts"])
  }

  private func differencesOfReads(_ board: JSONObject, _ truth: JSONObject) -> [String] {
    differences("calls", "call_sid", board, truth, \.readCall)
      + differences("operators", "operator_id", board, truth) {
        $0.only("name", "status", "call_sid")
      }
      + differences("surfaces", "surface_id", board, truth, \.readSurface)
  }

  private func differences(
    _ name: String, _ key: String, _ board: JSONObject, _ truth: JSONObject,
    _ part: (JSONPart) -> JSONPart?
  ) -> [String] {
    let shown = board.items(name, by: key).compactMapValues(part)
    let known = truth.items(name, by: key).compactMapValues(part)
    return Set(shown.keys).union(known.keys).sorted().compactMap { id in
      guard shown[id] != known[id] else { return nil }
      return "\(name) \(id): \(shown[id]?.text ?? "none") is \(known[id]?.text ?? "none")"
    }
  }

  /// Folds what comes, and does not wait for the time of a next attempt, until the board is as it
  /// has to be.
  func foldImpatiently(
    until awaited: String, seen: () -> String = { "" }, _ holds: (Board) async throws -> Bool
  ) async throws {
    try await waitUntil(
      awaited, deadline: .seconds(120), lookingEvery: .milliseconds(20), seen: seen
    ) {
      if try await holds(reader.state.board) { return true }
      reader.next(within: 0)
      if reader.state.board.hasTrouble {
        troubles += 1
        reader.perform(.retryNow)
      }
      return false
    }
  }

  /// Folds until the board is open and the truth; throws what differs when it does not come to be.
  func foldUntilTrue(of known: KnownTruth = .all) async throws {
    var differences: [String] = []
    try await foldImpatiently(until: "the truth", seen: { differences.joined(separator: "\n") }) {
      board in
      differences = try await self.differences(known)
      return differences.isEmpty && board.connection.isOpen
    }
  }
}

extension JSONPart {
  /// What the reads tell of a call; an escalation that is over is none.
  fileprivate var readCall: JSONPart? {
    let escalation = self["escalation"]
    let isActive = ["requested", "connected"].contains(escalation["status"].string)
    return .array([
      only("direction", "service_id", "caller_id", "started_at"),
      isActive ? escalation.only("escalation_id", "status") : .null,
      .array(array("operators").map { $0["operator_id"] }),
    ])
  }

  /// What the reads tell of a surface, which is nothing once it is finished.
  fileprivate var readSurface: JSONPart? {
    let open = ["created", "delivered", "opened", "in_progress", "pending_review"]
    return open.contains(self["stage"].string ?? "") ? only("stage", "entity_id") : nil
  }

  private func array(_ name: String) -> [JSONPart] {
    if case .array(let items) = self[name] { items } else { [] }
  }

  /// With the members of those names alone.
  fileprivate func only(_ names: String...) -> JSONPart {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { names.contains($0.key) })
  }

  /// It in a line, for whoever looks for what differs.
  fileprivate var text: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): "\(number)"
    case .string(let string): string
    case .array(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0): \($1.text)" }
        .joined(separator: ", ") + "}"
    }
  }
}

extension Board {
  /// Whether something waits for its next attempt, or for a person.
  fileprivate var hasTrouble: Bool {
    hasDisconnected || reads.values.contains(where: \.hasFailed)
      || observations.values.contains(where: \.hasFailed)
  }

  private var hasDisconnected: Bool {
    switch connection.phase {
    case .waiting, .refused, .stopped: true
    case .connecting, .unanswered, .open: false
    }
  }
}

extension ReadStatus {
  /// Whether the last attempt has.
  var hasFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}

extension Observation {
  fileprivate var hasFailed: Bool {
    switch phase {
    case .waiting, .refused, .notFound, .stopped: true
    case .connecting, .open, .ended: false
    }
  }
}

/// What the simulated platform knows to be so.
enum Truth {
  static func read(_ what: String = "state", from address: URL) async throws -> JSONObject {
    let (data, _) = try await URLSession.shared.data(
      from: address.appending(path: "_simulator/\(what)"))
    return try JSONObject(data)
  }
}

extension Table {
  /// The same table of something else of each row.
  func mapValues<Value: Sendable>(_ transform: (Row) -> Value) -> Table<Key, Value> {
    var mapped = Table<Key, Value>()
    for (key, row) in self { mapped[key] = transform(row) }
    return mapped
  }
}
