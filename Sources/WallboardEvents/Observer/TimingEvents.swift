/// `latency`: How long a turn took to be answered.
package struct TurnLatency: EventPayload {
  package var endToEndTTFBMilliseconds: Double
  package var engineMilliseconds: Double
  package var navMilliseconds: Double
  package var renderMilliseconds: Double
  package var audioTTFBMilliseconds: Double
  package var continuation: Bool
  package var isGreeting: Bool?

  package enum CodingKeys: String, CodingKey {
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

extension TurnLatency {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    endToEndTTFBMilliseconds = try fields.required("e2e_ttfb_ms")
    engineMilliseconds = try fields.required("engine_ms")
    navMilliseconds = try fields.required("nav_ms")
    renderMilliseconds = try fields.required("render_ms")
    audioTTFBMilliseconds = try fields.required("audio_ttfb_ms")
    continuation = try fields.required("continuation")
    isGreeting = try fields.optional("is_greeting")
  }
}

/// `nav_timing`: How long the engine took to decide.
package struct NavigationTiming: EventPayload {
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

  package enum CodingKeys: String, CodingKey {
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

extension NavigationTiming {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    navMilliseconds = try fields.required("nav_ms")
    renderMilliseconds = try fields.required("render_ms")
    totalMilliseconds = try fields.required("total_ms")
    inputTokens = try fields.optional("input_tokens")
    outputTokens = try fields.optional("output_tokens")
    model = try fields.optional("model")
    state = try fields.optional("state")
    retryAttempts = try fields.optional("retry_attempts")
    usedFallback = try fields.optional("used_fallback")
    selectedAction = try fields.optional("selected_action")
  }
}

/// `actor_allocated`: The call got a runtime process.
package struct ActorAllocated: EventPayload {
  package var gameserver: Text
  package var node: Text?
  package var allocLatencyMilliseconds: Double?

  package enum CodingKeys: String, CodingKey {
    case gameserver
    case node
    case allocLatencyMilliseconds = "alloc_latency_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime \(gameserver) allocated"
  }
}

extension ActorAllocated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    gameserver = try fields.required("gameserver")
    node = try fields.optional("node")
    allocLatencyMilliseconds = try fields.optional("alloc_latency_ms")
  }
}

/// `actor_shutdown`: The call lost its runtime process.
package struct ActorShutdown: EventPayload {
  package var reason: Open<ActorShutdownReason>?
  package var lifetimeSeconds: Double?

  package enum CodingKeys: String, CodingKey {
    case reason
    case lifetimeSeconds = "lifetime_s"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime shut down" + (reason.map { ": \($0.word)" } ?? "")
  }
}

extension ActorShutdown {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    reason = try fields.optional("reason")
    lifetimeSeconds = try fields.optional("lifetime_s")
  }
}
