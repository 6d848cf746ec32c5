import Testing
import WallboardEvents
import WallboardNetwork

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
