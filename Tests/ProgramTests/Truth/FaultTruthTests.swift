import DequeModule
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// Every misbehaviour of the simulated platform against all that is behind the screen, over real HTTP
/// and WebSocket: nothing ends while it lasts, and once it is over the board is the truth.
///
/// In three suites, so that three of them are waited for at a time.
@Suite("Every fault of the stream, and the truth after it", .fewAtATime, .serialized, .thorough)
struct StreamFaultTruthTests {
  private static let ofStream = FaultKind.allCases.filter {
    // What hostile text names stays on the board.
    $0.place == .stream && $0 != .forget && $0 != .hostile
  }

  @Test("what was missed is replayed", arguments: ofStream)
  func recovers(from kind: FaultKind) async throws {
    let workspace = try await SimulatedWorkspace(for: kind)
    try await workspace.foldUntilComplete()
    await workspace.simulator.emit(count: 50)
    try await workspace.foldUntilTrue()
    try await workspace.suffer(kind)
    await workspace.simulator.dropStreams()
    try await workspace.foldImpatiently(until: "its effect") { board in
      await workspace.simulator.emit(count: 5)
      return kind.hasShown(on: board, troubles: workspace.troubles)
    }
    await workspace.simulator.turnOff(kind)
    await workspace.simulator.emit(count: 100)
    try await workspace.foldUntilTrue()
    await workspace.stop()
  }

  /// What is lost for good comes back as far as there is a read of it, once one may be made again.
  @Test("a platform that has forgotten it")
  func forget() async throws {
    let workspace = try await SimulatedWorkspace(for: .forget)
    try await workspace.foldUntilComplete()
    try await workspace.suffer(.forget)
    await workspace.simulator.dropStreams()
    await workspace.simulator.emit(count: 400)
    try await workspace.foldImpatiently(until: "it is open again") { board in
      board.connection.reconnects == 1 && board.connection.isOpen
    }
    #expect(try await !workspace.differences(.reads).isEmpty)
    try await workspace.foldUntilTrue(of: .reads)
    await workspace.stop()
  }

}

@Suite("Every fault of the reads, and the truth after it", .fewAtATime, .serialized, .thorough)
struct ReadFaultTruthTests {
  @Test("they are made again", arguments: FaultKind.allCases.filter { $0.place == .reads })
  func recovers(from kind: FaultKind) async throws {
    let workspace = try await SimulatedWorkspace(for: kind, fromTheStart: true)
    try await workspace.fold(until: "its effect") { board in
      board.connection.isOpen && board.reads.count == SnapshotSource.allCases.count
        && board.reads.values.allSatisfy(\.hasFailed)
    }
    for _ in 0..<20 {
      await workspace.simulator.emit(count: 20)
      workspace.reader.next(within: 0)
    }
    await workspace.simulator.turnOff(kind)
    // What happened before the first read is as good as forgotten.
    try await workspace.foldUntilTrue(of: .reads)
    await workspace.stop()
  }

}

@Suite(
  "Every fault of a followed call, and the truth after it", .fewAtATime, .serialized, .thorough)
struct ObserverFaultTruthTests {
  @Test("it is told again", arguments: FaultKind.allCases.filter { $0.place == .observer })
  func recovers(from kind: FaultKind) async throws {
    let workspace = try await SimulatedWorkspace(for: kind)
    try await workspace.foldUntilComplete()
    try await workspace.suffer(kind)
    let call = try workspace.followLastCall()
    try await workspace.foldImpatiently(until: "its effect") { board in
      kind.hasShown(on: board, troubles: workspace.troubles)
    }
    await workspace.simulator.turnOff(kind)
    try await workspace.foldImpatiently(until: "words") { board in
      try board.observations[call]?.linesAtEnd.count ?? 0 > 10
    }
    let lines = try #require(workspace.reader.state.board.observations[call]).linesAtEnd
    let told = try await workspace.told(of: call).filter(\.isWholeLine).map { $0["text"] }
    #expect(told.contains(lines), "\(lines) is no part of \(told)")
    await workspace.simulator.emit(count: 100)
    try await workspace.foldUntilTrue()
    await workspace.stop()
  }
}

extension SimulatedWorkspace {
  /// A platform that rests, and a board whose patience suits what is to come.
  fileprivate convenience init(for kind: FaultKind, fromTheStart isOn: Bool = false) async throws {
    var options = SimulatorOptions()
    options.seed = 21
    options.rate = 0
    options.observerRate = 200
    options.retryMilliseconds = 20
    options.heartbeatInterval = .milliseconds(200)
    options.faults = isOn ? try kind.faults : []
    try await self.init(options) { settings in
      if kind == .stall { settings.streamSilence = 5 }
      if kind == .observerSilence { settings.observerSilence = 3 }
    }
  }

  /// Lets the platform misbehave so.
  fileprivate func suffer(_ kind: FaultKind) async throws {
    for fault in try kind.faults { await simulator.turnOn(fault) }
  }
}

extension Observation {
  /// What was heard since the newest gap, as far as it is whole and its words were understood.
  fileprivate var linesAtEnd: [JSONPart] {
    get throws {
      let news = timeline.entries.reversed().prefix { entry in
        if case .gap = entry.content { false } else { entry.number >= 0 }
      }
      let count = news.count { entry in
        if case .utterance = entry.content { true } else { false }
      }
      let encoder = JSONLineEncoder(Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)).output)
      let document = try JSONObject(Data(encoder.line(ObservationDocument(self)).utf8))
      return document.array("transcript").suffix(count)
        .filter { $0["final"] == .bool(true) }.map { $0["text"] }.filter { $0 != .null }
    }
  }
}

extension JSONPart {
  fileprivate var isWholeLine: Bool {
    self["kind"].string == "line" && self["final"] == .bool(true)
  }
}

extension FaultKind {
  fileprivate enum Place {
    case stream, reads, past, actions, observer
  }

  fileprivate var place: Place {
    switch rawValue.split(separator: "-").first {
    case "rest": .reads
    case "calls", "story": .past
    case "action": .actions
    case "observer": .observer
    default: .stream
    }
  }

  /// The faults to turn on, often enough to be met and seldom enough to be survived.
  fileprivate var faults: [SimulatorFault] {
    get throws {
      try arguments.map { argument in
        try #require(SimulatorFault.parse(([rawValue] + argument).joined(separator: ":")))
      }
    }
  }

  private var arguments: [[String]] {
    switch self {
    case .drop, .end, .stall: [["20"]]
    case .garbage, .oversized: [["5"]]
    case .replayOverlap: [["30"]]
    case .clock: [["150"]]
    case .cut, .hostile, .twins, .eventTypeInside, .callsMoving, .storyMissing, .storyCut,
      .storyGarbage, .storyTurns, .storyWords, .actionUnauthorized, .actionForbidden,
      .actionNotFound, .actionConflict, .actionInvalid, .actionTooManyRequests, .actionUnavailable,
      .actionRedirect, .actionElsewhere, .actionSlow, .actionLost, .actionDrop, .actionGarbage:
      [[]]
    case .forget, .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound,
      .tooManyRequests, .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType,
      .redirect, .redirectAway, .observerAccept, .observerProtocol, .observerLate:
      [["2"]]
    case .readUnauthorized, .readForbidden, .readNotFound, .readTooManyRequests,
      .readInternalError, .readUnavailable:
      ["sessions", "queue", "operators", "escalations", "surfaces", "services"].map { [$0] }
    case .observerRefuse: [["403"]]
    case .observerClose: [["1011", "5", "2"]]
    case .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits,
      .observerBadOpcode, .observerMasked, .observerHuge:
      [["5", "2"]]
    case .observerGarbage, .observerUnknown, .observerPings: [["3"]]
    case .observerCoalesce: [["7"]]
    case .observerFragments, .observerDrip, .observerBinary, .observerOldNames: [[]]
    }
  }

  /// Whether it has been met.
  fileprivate func hasShown(on board: Board, troubles: Int) -> Bool {
    let connection = board.connection
    switch self {
    // One cut the test has made itself.
    case .drop, .end: return connection.reconnects >= 4
    case .stall: return connection.reconnects >= 2
    case .garbage: return board.counts.malformed > 0 && board.counts.unknown > 0
    case .oversized: return board.counts.tooLarge > 1
    case .replayOverlap: return board.counts.duplicates > 0
    case .clock: return board.machineClock != .right
    case .cut, .twins, .eventTypeInside, .redirect:
      return connection.reconnects >= 1 && connection.isOpen && board.counts.events > 300
    case .tooManyStreams, .streamUnavailable, .unauthorized, .forbidden, .notFound,
      .tooManyRequests, .tooManyRequestsDate, .internalError, .unavailable, .noContent, .wrongType,
      .redirectAway, .observerRefuse, .observerLate, .observerAccept, .observerProtocol:
      return troubles >= 2
    case .observerClose, .observerCut, .observerSilence, .observerBadUTF8, .observerReservedBits,
      .observerBadOpcode, .observerMasked, .observerHuge:
      return board.observations.values.contains { $0.gaps >= 1 } && troubles >= 2
    case .observerGarbage: return board.observations.values.contains { $0.counts.malformed > 3 }
    case .observerUnknown: return board.observations.values.contains { $0.counts.unknown > 3 }
    case .observerPings, .observerFragments, .observerCoalesce, .observerDrip, .observerBinary,
      .observerOldNames:
      return board.observations.values.contains { $0.timeline.count(from: 0) > 5 }
    case .forget, .hostile, .callsMoving, .storyMissing, .storyCut, .storyGarbage, .storyTurns,
      .storyWords, .readUnauthorized, .readForbidden, .readNotFound,
      .readTooManyRequests, .readInternalError, .readUnavailable, .actionUnauthorized,
      .actionForbidden, .actionNotFound, .actionConflict, .actionInvalid, .actionTooManyRequests,
      .actionUnavailable, .actionRedirect, .actionElsewhere, .actionSlow, .actionLost, .actionDrop,
      .actionGarbage:
      return true
    }
  }
}
