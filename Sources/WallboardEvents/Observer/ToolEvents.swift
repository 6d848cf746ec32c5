/// `tool_call_started`: A tool began to run.
package struct ToolCallStarted: EventPayload {
  package var toolName: BoundedString?
  /// Absent in the older shape.
  package var callID: BoundedString?
  package var input: Protected<ToolInput>?
  /// The older name of ``input`` (contract 8, C9).
  package var toolInput: Protected<ToolInput>?
  package var parentCallID: BoundedString?
  package var integrationName: BoundedString?
  package var endpointName: BoundedString?
  package var `protocol`: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case toolName = "tool_name"
    case callID = "call_id"
    case input
    case toolInput = "tool_input"
    case parentCallID = "parent_call_id"
    case integrationName = "integration_name"
    case endpointName = "endpoint_name"
    case `protocol`
  }

  package func summary(_ context: SummaryContext) -> String {
    (toolName.map(context.said) ?? "a tool") + " runs"
      + (arguments.map { ": " + context.input($0) } ?? "")
  }
}

extension ToolCallStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    toolName = fields.required("tool_name")
    callID = fields.optional("call_id")
    input = fields.optional("input")
    toolInput = fields.optional("tool_input")
    parentCallID = fields.optional("parent_call_id")
    integrationName = fields.optional("integration_name")
    endpointName = fields.optional("endpoint_name")
    `protocol` = fields.optional("protocol")
  }

  /// What the tool was called with, under either name.
  package var arguments: Protected<ToolInput>? { input ?? toolInput }
}

/// `tool_call_completed`: A tool has run.
package struct ToolCallCompleted: EventPayload {
  package var toolName: BoundedString?
  /// Absent in the older shape.
  package var callID: BoundedString?
  package var output: Protected<LongText>?
  package var succeeded: Bool?
  package var durationMilliseconds: Double?
  package var errorMessage: Protected<BoundedString>?
  /// The older name of ``errorMessage`` (contract 8, C9).
  package var error: Protected<BoundedString>?
  package var parentCallID: BoundedString?
  package var integrationName: BoundedString?
  package var endpointName: BoundedString?
  package var `protocol`: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case toolName = "tool_name"
    case callID = "call_id"
    case output
    case succeeded
    case durationMilliseconds = "duration_ms"
    case errorMessage = "error_message"
    case error
    case parentCallID = "parent_call_id"
    case integrationName = "integration_name"
    case endpointName = "endpoint_name"
    case `protocol`
  }

  package func summary(_ context: SummaryContext) -> String {
    let took = durationMilliseconds.map { " after " + context.milliseconds($0) } ?? ""
    let name = toolName.map(context.said) ?? "a tool"
    guard hasFailed else { return "\(name) succeeded\(took)" }
    return "\(name) failed\(took)"
      + (failure.map { ": " + context.words($0) } ?? "")
  }
}

extension ToolCallCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    toolName = fields.required("tool_name")
    callID = fields.optional("call_id")
    output = fields.optional("output")
    succeeded = fields.optional("succeeded")
    durationMilliseconds = fields.optional("duration_ms")
    errorMessage = fields.optional("error_message")
    error = fields.optional("error")
    parentCallID = fields.optional("parent_call_id")
    integrationName = fields.optional("integration_name")
    endpointName = fields.optional("endpoint_name")
    `protocol` = fields.optional("protocol")
  }

  /// Why the tool failed, under either name.
  package var failure: Protected<BoundedString>? { errorMessage ?? error }

  /// Whether the tool failed; without a word about it, whether there is a reason why.
  package var hasFailed: Bool { succeeded.map { !$0 } ?? (failure?.isEmpty == false) }
}
