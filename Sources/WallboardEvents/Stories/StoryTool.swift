/// A tool that the AI ran in a turn (contract 3.4, `ToolCall`).
package struct StoryTool: Equatable, Sendable, Encodable {
  package var name: BoundedString?
  package var callID: BoundedString?
  package var input: Protected<ToolInput>?
  package var output: Protected<LongText>?
  /// Whether the platform itself has cut the output, and how long it was.
  package var isOutputCut: Bool?
  package var outputLength: Int?
  package var durationMilliseconds: Double?
  package var succeeded: Bool?
  package var errorMessage: Protected<BoundedString>?
  package var integrationName: BoundedString?
  package var endpointName: BoundedString?
  package var `protocol`: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case name = "tool_name"
    case callID = "call_id"
    case input
    case output
    case isOutputCut = "output_truncated"
    case outputLength = "output_original_length"
    case durationMilliseconds = "duration_ms"
    case succeeded
    case errorMessage = "error_message"
    case integrationName = "integration_name"
    case endpointName = "endpoint_name"
    case `protocol`
  }

  /// Whether it failed; without a word about it, whether there is a reason why.
  package var hasFailed: Bool { succeeded.map { !$0 } ?? (errorMessage != nil) }
}

extension StoryTool: ListedElement {
  static let most = Limits.turnParts

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    name = fields.required("tool_name")
    callID = fields.text("call_id")
    input = fields.optional("input", BoundedInput.self)?.input
    output = fields.optional("output")
    isOutputCut = fields.optional("output_truncated")
    outputLength = fields.optional("output_original_length", in: 0...Int.max)
    durationMilliseconds = fields.optional("duration_ms", in: StoryRange.milliseconds)
    succeeded = fields.optional("succeeded")
    errorMessage = fields.spoken("error_message")
    integrationName = fields.text("integration_name")
    endpointName = fields.text("endpoint_name")
    `protocol` = fields.text("protocol")
    value.collect(fields)
  }
}

/// What a tool was called with. A large one is kept as it is written, and cut: each of its values would
/// take many times the bytes that it was sent in.
private struct BoundedInput: FieldReadable {
  let input: Protected<ToolInput>

  init(_ value: inout ValueReader) throws(FieldFault) {
    let literal = value.literal
    input =
      literal.utf8.count > Limits.storyInput
      ? Protected(ToolInput(.string(BoundedString(literal)))) : try Protected(&value)
  }
}

/// A step of the AI to another (contract 3.4, `StateTransition`).
package struct StoryTransition: Equatable, Sendable, Encodable {
  package var type: BoundedString?
  package var fromState: BoundedString?
  package var toState: BoundedString?
  package var annotation: Protected<BoundedString>?
  package var navigationMilliseconds: Double?

  private enum CodingKeys: String, CodingKey {
    case type
    case fromState = "from_state"
    case toState = "to_state"
    case annotation
    case navigationMilliseconds = "nav_ms"
  }
}

extension StoryTransition: ListedElement {
  static let most = Limits.turnParts

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    type = fields.text("type")
    fromState = fields.text("from_state") ?? fields.text("previous_state")
    toState = fields.text("to_state") ?? fields.text("next_state")
    annotation = fields.spoken("annotation")
    navigationMilliseconds = fields.optional("nav_ms", in: StoryRange.milliseconds)
    value.collect(fields)
  }
}

extension StateTransition {
  /// What an observer would have heard of it.
  package init(_ step: StoryTransition) {
    previousState = step.fromState
    nextState = step.toState
    transitionType = step.type
    annotation = step.annotation
  }
}
