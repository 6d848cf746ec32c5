/// `operator.joined_call`: An operator joined a call, to listen or to take over.
package struct OperatorJoinedCall: WorkspaceEventPayload {
  package var callSID: CallSID
  package var operatorID: OperatorID
  package var mode: OpenEnum<OperatorMode>?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case operatorID = "operator_id"
    case mode
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.name(of: operatorID)) on \(callSID.short)"
      + (mode.map { ", \(context.said($0))" } ?? "")
  }
}

extension OperatorJoinedCall {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    operatorID = try fields.key("operator_id")
    mode = fields.required("mode")
  }
}

/// `operator.left_call`: An operator left a call; the agent goes on with it.
package struct OperatorLeftCall: WorkspaceEventPayload {
  package var callSID: CallSID
  package var operatorID: OperatorID
  /// Turns that the operator took.
  package var humanSegmentTurnCount: Int?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case operatorID = "operator_id"
    case humanSegmentTurnCount = "human_segment_turn_count"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.name(of: operatorID)) from \(callSID.short)"
  }
}

extension OperatorLeftCall {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    operatorID = try fields.key("operator_id")
    humanSegmentTurnCount = fields.optional("human_segment_turn_count")
  }
}

/// `operator.mode_changed`: An operator on a call switched between listening and takeover.
package struct OperatorModeChanged: WorkspaceEventPayload {
  package var callSID: CallSID
  package var operatorID: OperatorID
  package var mode: OpenEnum<OperatorMode>?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case operatorID = "operator_id"
    case mode
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.name(of: operatorID)) on \(callSID.short)"
      + (mode.map { ", \(context.said($0))" } ?? "")
  }
}

extension OperatorModeChanged {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    operatorID = try fields.key("operator_id")
    mode = fields.required("mode")
  }
}

/// `operator.profile_updated`: An operator's profile changed.
package struct OperatorProfileUpdated: WorkspaceEventPayload {
  package var operatorID: OperatorID
  package var changes: Protected<JSONValue>?

  private enum CodingKeys: String, CodingKey {
    case operatorID = "operator_id"
    case changes
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: operatorID)
  }
}

extension OperatorProfileUpdated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    operatorID = try fields.key("operator_id")
    changes = fields.optional("changes")
  }
}

/// `operator.registered`: An operator was added to the workspace; the first status is offline.
package struct OperatorRegistered: WorkspaceEventPayload {
  package var operatorID: OperatorID
  package var timestamp: BoundedString?
  /// Not in any published schema (C2).
  package var name: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case operatorID = "operator_id"
    case timestamp
    case name
  }

  package func summary(_ context: SummaryContext) -> String {
    name?.string ?? context.name(of: operatorID)
  }
}

extension OperatorRegistered {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    operatorID = try fields.key("operator_id")
    timestamp = fields.optional("timestamp")
    name = fields.optional("name")
  }
}

/// `operator.status_changed`: An operator went online, busy or offline.
package struct OperatorStatusChanged: WorkspaceEventPayload {
  package var operatorID: OperatorID
  package var status: OpenEnum<OperatorStatus>?

  private enum CodingKeys: String, CodingKey {
    case operatorID = "operator_id"
    case status
  }

  package func summary(_ context: SummaryContext) -> String {
    context.name(of: operatorID) + (status.map { " \(context.said($0))" } ?? "")
  }
}

extension OperatorStatusChanged {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    operatorID = try fields.key("operator_id")
    status = fields.required("status")
  }
}

/// `operator.wrap_up`: The work after an escalation is done. Most versions name no operator (C3).
package struct OperatorWrapUp: WorkspaceEventPayload {
  package var callSID: CallSID
  package var wrapUpReason: BoundedString?
  /// Not in any published schema (C3).
  package var operatorID: OperatorID?

  private enum CodingKeys: String, CodingKey {
    case callSID = "call_sid"
    case wrapUpReason = "wrap_up_reason"
    case operatorID = "operator_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    callSID.short + (wrapUpReason.map { ": \(context.said($0))" } ?? "")
  }
}

extension OperatorWrapUp {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    callSID = try fields.key("call_sid")
    wrapUpReason = fields.optional("wrap_up_reason")
    operatorID = fields.optional("operator_id")
  }
}
