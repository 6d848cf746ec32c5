/// `latency`: How long a turn took to be answered.
package struct TurnLatency: EventPayload {
  package var endToEndTTFBMilliseconds: Double?
  package var engineMilliseconds: Double?
  package var navMilliseconds: Double?
  package var renderMilliseconds: Double?
  package var audioTTFBMilliseconds: Double?
  package var continuation: Bool?
  package var isGreeting: Bool?

  private enum CodingKeys: String, CodingKey {
    case endToEndTTFBMilliseconds = "e2e_ttfb_ms"
    case engineMilliseconds = "engine_ms"
    case navMilliseconds = "nav_ms"
    case renderMilliseconds = "render_ms"
    case audioTTFBMilliseconds = "audio_ttfb_ms"
    case continuation
    case isGreeting = "is_greeting"
  }

  package func summary(_ context: SummaryContext) -> String {
    let parts = [("engine", engineMilliseconds), ("audio", audioTTFBMilliseconds)]
    let known = parts.compactMap { part, length in
      length.map { "\(part) \(context.milliseconds($0))" }
    }
    return "AI answered"
      + (endToEndTTFBMilliseconds.map { " after \(context.milliseconds($0))" } ?? "")
      + (known.isEmpty ? "" : " (\(known.joined(separator: ", ")))")
  }
}

extension TurnLatency {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    endToEndTTFBMilliseconds = fields.required("e2e_ttfb_ms")
    engineMilliseconds = fields.required("engine_ms")
    navMilliseconds = fields.required("nav_ms")
    renderMilliseconds = fields.required("render_ms")
    audioTTFBMilliseconds = fields.required("audio_ttfb_ms")
    continuation = fields.required("continuation")
    isGreeting = fields.optional("is_greeting")
  }
}

/// `nav_timing`: How long the engine took to decide.
package struct NavigationTiming: EventPayload {
  package var navMilliseconds: Double?
  package var renderMilliseconds: Double?
  package var totalMilliseconds: Double?
  package var inputTokens: Int?
  package var outputTokens: Int?
  package var model: BoundedString?
  package var state: BoundedString?
  package var retryAttempts: Int?
  package var usedFallback: Bool?
  package var selectedAction: BoundedString?

  private enum CodingKeys: String, CodingKey {
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
    "AI decided" + (totalMilliseconds.map { " after \(context.milliseconds($0))" } ?? "")
      + (model.map { " by \($0)" } ?? "")
  }
}

extension NavigationTiming {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    navMilliseconds = fields.required("nav_ms")
    renderMilliseconds = fields.required("render_ms")
    totalMilliseconds = fields.required("total_ms")
    inputTokens = fields.optional("input_tokens")
    outputTokens = fields.optional("output_tokens")
    model = fields.optional("model")
    state = fields.optional("state")
    retryAttempts = fields.optional("retry_attempts")
    usedFallback = fields.optional("used_fallback")
    selectedAction = fields.optional("selected_action")
  }
}

/// `actor_allocated`: The call got a runtime process.
package struct ActorAllocated: EventPayload {
  package var gameserver: BoundedString?
  package var node: BoundedString?
  package var allocLatencyMilliseconds: Double?

  private enum CodingKeys: String, CodingKey {
    case gameserver
    case node
    case allocLatencyMilliseconds = "alloc_latency_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime" + (gameserver.map { " \($0)" } ?? "") + " allocated"
  }
}

extension ActorAllocated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    gameserver = fields.required("gameserver")
    node = fields.optional("node")
    allocLatencyMilliseconds = fields.optional("alloc_latency_ms")
  }
}

/// `actor_shutdown`: The call lost its runtime process.
package struct ActorShutdown: EventPayload {
  package var reason: OpenEnum<ActorShutdownReason>?
  package var lifetimeSeconds: Double?

  private enum CodingKeys: String, CodingKey {
    case reason
    case lifetimeSeconds = "lifetime_s"
  }

  package func summary(_ context: SummaryContext) -> String {
    "runtime shut down" + (reason.map { ": \(context.said($0))" } ?? "")
  }
}

extension ActorShutdown {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    reason = fields.optional("reason")
    lifetimeSeconds = fields.optional("lifetime_s")
  }
}
