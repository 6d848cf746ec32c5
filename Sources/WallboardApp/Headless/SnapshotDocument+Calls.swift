import DequeModule
import WallboardBoard
import WallboardEvents

struct CallDocument: Encodable {
  let callSID: CallSID
  @Nullable var direction: String?
  @Nullable var serviceID: ServiceID?
  @Nullable var serviceName: String?
  @Nullable var callerID: Protected<PersonalIdentifier>?
  @Nullable var startedAt: Timestamp?
  let origin: String
  @Nullable var escalation: EscalationDocument?
  let operators: [CallOperatorDocument]
  @Nullable var wrapUpReason: Text?

  enum CodingKeys: String, CodingKey {
    case direction, origin, escalation, operators
    case callSID = "call_sid"
    case serviceID = "service_id"
    case serviceName = "service_name"
    case callerID = "caller_id"
    case startedAt = "started_at"
    case wrapUpReason = "wrap_up_reason"
  }

  init(_ call: Call, in board: Board) {
    callSID = call.callSID
    origin = call.origin.rawValue
    operators = call.operators.map(CallOperatorDocument.init)
    _direction = Nullable(wrappedValue: call.direction?.word)
    _serviceID = Nullable(wrappedValue: call.serviceID)
    let name = call.serviceName ?? call.serviceID.flatMap { board.services[$0] }
    _serviceName = Nullable(wrappedValue: name?.string)
    _callerID = Nullable(wrappedValue: call.callerID)
    _startedAt = Nullable(wrappedValue: call.startedAt)
    _escalation = Nullable(wrappedValue: call.escalation.map(EscalationDocument.init))
    _wrapUpReason = Nullable(wrappedValue: call.wrapUpReason)
  }
}

struct EscalationDocument: Encodable {
  @Nullable var escalationID: EscalationID?
  let status: String
  @Nullable var trigger: String?
  @Nullable var reason: Protected<Text>?
  @Nullable var requestedAt: Timestamp?
  @Nullable var connectedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case status, trigger, reason
    case escalationID = "escalation_id"
    case requestedAt = "requested_at"
    case connectedAt = "connected_at"
  }

  init(_ escalation: Escalation) {
    status = escalation.status.word
    _escalationID = Nullable(wrappedValue: escalation.escalationID)
    _trigger = Nullable(wrappedValue: escalation.trigger?.word)
    _reason = Nullable(wrappedValue: escalation.reason)
    _requestedAt = Nullable(wrappedValue: escalation.requestedAt)
    _connectedAt = Nullable(wrappedValue: escalation.connectedAt)
  }
}

struct CallOperatorDocument: Encodable {
  let operatorID: OperatorID
  @Nullable var mode: String?
  @Nullable var joinedAt: Timestamp?

  enum CodingKeys: String, CodingKey {
    case mode
    case operatorID = "operator_id"
    case joinedAt = "joined_at"
  }

  init(_ participant: CallOperator) {
    operatorID = participant.operatorID
    _mode = Nullable(wrappedValue: participant.mode?.word)
    _joinedAt = Nullable(wrappedValue: participant.joinedAt)
  }
}

struct EndedCallsDocument: Encodable {
  struct Recent: Encodable {
    let callSID: CallSID
    @Nullable var direction: String?
    @Nullable var durationSeconds: Double?
    @Nullable var completionReason: String?
    let escalated: Bool
    let endedAt: Timestamp

    enum CodingKeys: String, CodingKey {
      case direction, escalated
      case callSID = "call_sid"
      case durationSeconds = "duration_seconds"
      case completionReason = "completion_reason"
      case endedAt = "ended_at"
    }

    init(_ call: EndedCall) {
      callSID = call.callSID
      _direction = Nullable(wrappedValue: call.direction?.word)
      _durationSeconds = Nullable(wrappedValue: call.duration)
      _completionReason = Nullable(wrappedValue: call.completionReason?.word)
      escalated = call.escalated
      endedAt = call.endedAt
    }
  }

  let count: Int
  let byCompletionReason: [String: Int]
  let escalated: Int
  let durationSecondsSum: Double
  let recent: [Recent]

  enum CodingKeys: String, CodingKey {
    case count, escalated, recent
    case byCompletionReason = "by_completion_reason"
    case durationSecondsSum = "duration_seconds_sum"
  }

  init(_ ended: EndedCalls) {
    count = ended.count
    byCompletionReason = ended.byCompletionReason.counts
    escalated = ended.escalated
    durationSecondsSum = ended.durationSum
    recent = ended.recent.suffix(Limits.recentCalls).map(Recent.init)
  }
}
