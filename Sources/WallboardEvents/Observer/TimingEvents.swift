/// `latency`: How long a turn took to be answered.
package struct TurnLatency: EventPayload {
  package static let name = "latency"
  package var endToEndTTFBMilliseconds: Double
  package var engineMilliseconds: Double
  package var navMilliseconds: Double
  package var renderMilliseconds: Double
  package var audioTTFBMilliseconds: Double
  package var continuation: Bool
  package var isGreeting: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case endToEndTTFBMilliseconds = "e2e_ttfb_ms"
    case engineMilliseconds = "engine_ms"
    case navMilliseconds = "nav_ms"
    case renderMilliseconds = "render_ms"
    case audioTTFBMilliseconds = "audio_ttfb_ms"
    case continuation
    case isGreeting = "is_greeting"
  }

  package func summary(_ context: SummaryContext) -> String {
    "answered after \(context.milliseconds(endToEndTTFBMilliseconds))"
      + " (engine \(context.milliseconds(engineMilliseconds)),"
      + " audio \(context.milliseconds(audioTTFBMilliseconds)))"
  }
}

/// `nav_timing`: How long the engine took to decide.
package struct NavigationTiming: EventPayload {
  package static let name = "nav_timing"
  package var navMilliseconds: Double
  package var renderMilliseconds: Double
  package var totalMilliseconds: Double
  package var inputTokens: Int?
  package var outputTokens: Int?
  package var model: Text?
  package var state: Text?
  package var retryAttempts: Int?
  package var usedFallback: Bool?
  package var selectedAction: Text?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case navMilliseconds = "nav_ms"
    case renderMilliseconds = "render_ms"
    case totalMilliseconds = "total_ms"
    case inputTokens = "input_tokens"
    case outputTokens = "output_tokens"
    case model
    case state
    case retryAttempts = "retry_attempts"
    case usedFallback = "used_fallback"
    case selectedAction = "selected_action"
  }

  package func summary(_ context: SummaryContext) -> String {
    "decided after \(context.milliseconds(totalMilliseconds))" + (model.map { " by \($0)" } ?? "")
  }
}

/// `actor_allocated`: The call got a runtime process.
package struct ActorAllocated: EventPayload {
  package static let name = "actor_allocated"
  package var gameserver: Text
  package var node: Text?
  package var allocLatencyMilliseconds: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case gameserver
    case node
    case allocLatencyMilliseconds = "alloc_latency_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime \(gameserver) allocated"
  }
}

/// `actor_shutdown`: The call lost its runtime process.
package struct ActorShutdown: EventPayload {
  package static let name = "actor_shutdown"
  package var reason: Open<ActorShutdownReason>?
  package var lifetimeSeconds: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case reason
    case lifetimeSeconds = "lifetime_s"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime shut down" + (reason.map { ": \($0.word)" } ?? "")
  }
}
