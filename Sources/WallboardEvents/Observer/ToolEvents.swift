/// `tool_call_started`: A tool began to run.
package struct ToolCallStarted: EventPayload {
  package var toolName: Text
  /// Absent in the older shape.
  package var callID: Text?
  package var input: Protected<ToolInput>?
  /// The older name of ``input`` (contract 8, C9).
  package var toolInput: Protected<ToolInput>?
  package var parentCallID: Text?
  package var integrationName: Text?
  package var endpointName: Text?
  package var `protocol`: Text?

  package enum CodingKeys: String, CodingKey {
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
    "\(toolName) runs" + (arguments.map { ": " + context.input($0) } ?? "")
  }
}

extension ToolCallStarted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    toolName = try fields.required("tool_name")
    callID = try fields.optional("call_id")
    input = try fields.optional("input")
    toolInput = try fields.optional("tool_input")
    parentCallID = try fields.optional("parent_call_id")
    integrationName = try fields.optional("integration_name")
    endpointName = try fields.optional("endpoint_name")
    `protocol` = try fields.optional("protocol")
  }
}

/// `tool_call_completed`: A tool has run.
package struct ToolCallCompleted: EventPayload {
  package var toolName: Text
  /// Absent in the older shape.
  package var callID: Text?
  package var output: Protected<LongText>?
  package var succeeded: Bool?
  package var durationMilliseconds: Double?
  package var errorMessage: Protected<Text>?
  /// The older name of ``errorMessage`` (contract 8, C9).
  package var error: Protected<Text>?
  package var parentCallID: Text?
  package var integrationName: Text?
  package var endpointName: Text?
  package var `protocol`: Text?

  package enum CodingKeys: String, CodingKey {
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
    guard hasFailed else { return "\(toolName) succeeded\(took)" }
    return "\(toolName) failed\(took)" + (failure.map { ": " + context.words($0) } ?? "")
  }
}

extension ToolCallCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    toolName = try fields.required("tool_name")
    callID = try fields.optional("call_id")
    output = try fields.optional("output")
    succeeded = try fields.optional("succeeded")
    durationMilliseconds = try fields.optional("duration_ms")
    errorMessage = try fields.optional("error_message")
    error = try fields.optional("error")
    parentCallID = try fields.optional("parent_call_id")
    integrationName = try fields.optional("integration_name")
    endpointName = try fields.optional("endpoint_name")
    `protocol` = try fields.optional("protocol")
  }
}

extension ToolCallStarted {
  /// What the tool was called with, under either name.
  package var arguments: Protected<ToolInput>? { input ?? toolInput }
}

extension ToolCallCompleted {
  /// Why the tool failed, under either name.
  package var failure: Protected<Text>? { errorMessage ?? error }

  /// Whether the tool failed; without a word about it, whether there is a reason why.
  package var hasFailed: Bool { succeeded.map { !$0 } ?? (failure?.isEmpty == false) }
}
