import TestSupport
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork
import WallboardPlatform
import WallboardWire

/// An engine turned by hand, and everything that came out of it.
final class EngineHarness {
  static let token = "the-secret-token"
  static let workspace = "00000000-0000-4000-8000-000000000001"

  let commands: CommandQueue
  let mailbox: Mailbox<Delivery>
  private let engine: NetworkEngine
  private(set) var heard: [Heard] = []

  init(
    _ origin: String, silenceLimit: Duration = .seconds(20), capacity: Int = 1_000,
    doubtLimit: Duration = .seconds(45), rawEvents: Mailbox<ServerSentEvent>? = nil,
    configure: (inout NetworkConfiguration) throws -> Void = { _ in }
  ) throws {
    let commands = try CommandQueue()
    self.commands = commands
    mailbox = Mailbox(capacity: capacity, onRoom: { commands.wake() })
    var configuration = try Self.configuration(origin)
    configuration.silenceLimit = silenceLimit
    configuration.doubtLimit = doubtLimit
    try configure(&configuration)
    engine = try NetworkEngine(
      configuration, output: NetworkOutput(heard: mailbox, rawEvents: rawEvents),
      commands: commands)
  }

  static func configuration(_ origin: String) throws -> NetworkConfiguration {
    let workspace = try #require(WorkspaceID(workspace))
    let endpoints = PlatformEndpoints(address: try PlatformAddress(origin), workspace: workspace)
    return NetworkConfiguration(endpoints: endpoints, transfers: try options())
  }

  static func options() throws -> TransferOptions {
    TransferOptions(credential: try Credential(token: token), userAgent: "wallboard/test")
  }

  /// Turns the engine until `condition` holds for all that came; fails after a minute.
  func run(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (EngineHarness) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !condition(self) {
      try #require(ContinuousClock.now < deadline, what, sourceLocation: sourceLocation)
      try turn()
      collect(sourceLocation)
    }
  }

  /// One lap, without emptying the mailbox.
  func turn() throws {
    _ = try engine.turn(timeout: .milliseconds(5))
  }

  /// Empties the mailbox. The token must be in nothing that the network itself had to say.
  func collect(_ sourceLocation: SourceLocation = #_sourceLocation) {
    let batch = mailbox.heard()
    heard += batch
    for action in batch {
      if case .received = action { continue }
      #expect(!"\(action)".contains(Self.token), sourceLocation: sourceLocation)
    }
  }
}

extension EngineHarness {
  var phases: [ConnectionPhase] {
    heard.compactMap { if case .connection(let change) = $0 { change.phase } else { nil } }
  }

  var events: [ReceivedEvent] {
    heard.compactMap { if case .received(let event) = $0 { event } else { nil } }
  }

  /// How often bytes came that were no event, or none yet.
  var heartbeats: Int {
    heard.count { if case .bytes = $0 { true } else { false } }
  }

  var parts: [SnapshotPart] {
    heard.compactMap { if case .read(let part, _, _) = $0 { part } else { nil } }
  }

  var past: [PastAnswer] {
    heard.compactMap { if case .past(let answer, _) = $0 { answer } else { nil } }
  }

  /// Turns the engine for so long.
  func run(for time: Duration) throws {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end {
      try turn()
      collect()
    }
  }

  /// The end of the attempt, once it has come.
  var ending: ConnectionPhase? {
    phases.last { phase in
      switch phase {
      case .waiting, .refused, .stopped: true
      case .connecting, .unanswered, .open: false
      }
    }
  }

  /// Runs until an attempt has ended.
  func runToEnding() throws -> ConnectionPhase {
    try run("an attempt ends") { $0.ending != nil }
    return try #require(ending)
  }
}

extension ConnectionPhase {
  /// Why it stands so.
  var reason: String {
    switch self {
    case .connecting, .unanswered, .open: ""
    case .waiting(_, _, let reason), .refused(let reason, _), .stopped(let reason): reason.string
    }
  }

  /// When it ends.
  var until: Timestamp? {
    switch self {
    case .waiting(let until, _, _): until
    case .refused(_, let until): until
    case .connecting, .unanswered, .open, .stopped: nil
    }
  }
}

/// A call's event as the platform sends it.
func callStarted(id: Int, sid: Int = 1) -> String {
  let digits = String(sid)
  let sid = "CA" + String(repeating: "0", count: 32 - digits.count) + digits
  return """
    id: \(id)
    event: call.started
    data: {"call_sid":"\(sid)","direction":"inbound","caller_id":"x","service_id":"y"}


    """
}

extension Mailbox<Delivery> {
  /// All that has been told since the last call.
  func heard() -> [Heard] { drain().flatMap(\.self).heard }
}

extension [Delivery] {
  /// What they tell of.
  var heard: [Heard] {
    let decoder = WorkspaceEventDecoder()
    var heard: [Heard] = []
    for delivery in self { delivery.forEach(decoder) { heard.append($0) } }
    return heard
  }
}

extension EngineHarness {
  static let call = "CA00000000000000000000000000000001"

  /// Wishes to follow a call.
  func follow(_ call: String = EngineHarness.call) throws {
    commands.post(.follow(try #require(CallSID(call))))
  }

  func unfollow(_ call: String = EngineHarness.call) throws {
    commands.post(.unfollow(try #require(CallSID(call))))
  }

  /// How the connection to a call's observer stood, in order.
  func observerPhases(_ call: String = EngineHarness.call) -> [ObserverPhase] {
    heard.compactMap { action in
      guard case .observer(let change) = action, change.callSID.rawValue == call else { return nil }
      return change.phase
    }
  }

  var observed: [ReceivedObserverEvent] {
    heard.compactMap { if case .observed(let event) = $0 { event } else { nil } }
  }

  var observedMalformed: [MalformedEvent] {
    heard.compactMap { if case .observedMalformed(_, let event) = $0 { event } else { nil } }
  }

  /// Runs until the call's connection has ended so many times, and returns how.
  func runToObserverEnding(_ count: Int = 1) throws -> ObserverPhase {
    try run("an attempt ends") { $0.observerEndings.count >= count }
    return observerEndings[count - 1]
  }

  private var observerEndings: [ObserverPhase] {
    observerPhases().filter { phase in
      switch phase {
      case .waiting, .refused, .notFound, .stopped, .ended: true
      case .connecting, .open: false
      }
    }
  }
}

extension ObserverPhase {
  /// Why it stands so.
  var reason: String {
    switch self {
    case .connecting, .open, .ended: ""
    case .waiting(_, _, let reason), .refused(let reason), .notFound(let reason),
      .stopped(let reason):
      reason.string
    }
  }

  var kind: String {
    switch self {
    case .connecting: "connecting"
    case .open: "open"
    case .waiting: "waiting"
    case .refused: "refused"
    case .notFound: "not found"
    case .stopped: "stopped"
    case .ended: "ended"
    }
  }

  var until: Timestamp? {
    if case .waiting(let until, _, _) = self { until } else { nil }
  }
}

/// A server whose stream is silent, and whose observers do as the script says.
func observerServer(
  _ script: @escaping @Sendable (ServerConnection) throws -> Void
) throws -> ScriptedServer {
  try ScriptedServer { connection in
    guard connection.target.hasSuffix("/events/stream") else { return try script(connection) }
    try connection.beginStream()
    connection.hold()
  }
}

extension ScriptedServer {
  /// The heads of the requests for observers, in order.
  var observerHeads: [String] {
    heads.filter { !$0.hasPrefix("GET") || !$0.prefix { $0 != "\r\n" }.contains("/events/stream") }
  }
}

/// A line of a call as the platform sends it.
func userTranscript(_ text: String) -> String {
  #"{"type":"user_transcript","transcript":"\#(text)","is_final":true}"#
}
