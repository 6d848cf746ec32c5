/// A person who can join calls.
struct SimulatedOperator: Sendable, Equatable {
  let id: String
  let name: String
  let email: String
  let type: String
  let role: String
  let phoneNumber: String
  let createdAt: Int
  var skills: [String]
  var connectionMethod: String
  var status: Status
  var statusSince: Int
  var callSID: String?
  var mode: SimulatedCall.Mode?
  /// The call that the operator has left and not wrapped up yet.
  var wrappingUp: String?
  var escalationsHandled: Int
  var averageHandleSeconds: Double
  var lastCallAt: Int?
  /// Whether requests have led the operator, who is then no part of the centre's own day: a person
  /// who has taken a call over would be off it by chance.
  var isSteered = false

  enum Status: String, Sendable, CaseIterable {
    case online, busy, offline
  }

  /// Neither on a call nor wrapping one up.
  var isIdle: Bool {
    callSID == nil && wrappingUp == nil
  }

  var isAvailable: Bool {
    status == .online && isIdle && !isSteered
  }
}

extension ContactCentre {
  /// From now on the operator does what requests ask for, and nothing else.
  mutating func steer(_ helper: Int) {
    operators[helper].isSteered = true
    for call in calls.indices where calls[call].awaitingWrapUpBy == operators[helper].id {
      calls[call].awaitingWrapUpBy = nil
    }
  }

  /// An operator without a call comes, goes, takes a break or is back from one.
  mutating func changeShift() {
    let idle = operators.indices.filter { operators[$0].isIdle && !operators[$0].isSteered }
    let onBreak = idle.filter { operators[$0].status == .busy }
    let candidates = onBreak.isEmpty ? idle : onBreak
    guard !candidates.isEmpty else { return }
    let index = random.element(of: candidates)
    setStatus(of: index, to: nextStatus(after: operators[index].status))
  }

  mutating func setStatus(of index: Int, to status: SimulatedOperator.Status) {
    guard operators[index].status != status else { return }
    operators[index].status = status
    operators[index].statusSince = emit(
      .operatorStatusChanged,
      ["operator_id": .string(operators[index].id), "status": .string(status.rawValue)])
  }

  /// An offline operator signs up again. It is never a new one: the event has no name, so a client
  /// of the stream could not know who came.
  mutating func registerOperator() {
    let away = operators.filter { $0.status == .offline }
    guard !away.isEmpty else { return }
    emit(
      .operatorRegistered,
      [
        "operator_id": .string(random.element(of: away).id),
        "timestamp": random.chance(0.8) ? JSON(time: nextTime) : nil,
      ])
  }

  mutating func updateProfile() {
    let index = random.element(of: Array(operators.indices))
    let id = JSON.string(operators[index].id)
    emit(.operatorProfileUpdated, ["operator_id": id, "changes": changeProfile(of: index)])
  }

  private mutating func changeProfile(of index: Int) -> JSON {
    if random.chance(0.5) {
      operators[index].skills = Array(Vocabulary.skills.shuffled(using: &random).prefix(2))
      return ["skills": .string(operators[index].skills.joined(separator: ", "))]
    }
    let method = operators[index].connectionMethod == "phone" ? "browser" : "phone"
    operators[index].connectionMethod = method
    return ["connection_method": .string(method), "notes": nil]
  }

  private mutating func nextStatus(
    after status: SimulatedOperator.Status
  ) -> SimulatedOperator.Status {
    switch status {
    case .offline, .busy: .online
    case .online: canSpareOne && random.chance(0.6) ? .offline : .busy
    }
  }

  private var canSpareOne: Bool {
    operators.count { $0.status != .offline } > operators.count / 2
  }

  mutating func makeOperator(
    _ person: (name: String, type: String, role: String), _ index: Int, at now: Int
  ) -> SimulatedOperator {
    SimulatedOperator(
      id: random.uuid(), name: person.name, email: "operator\(index + 1)@example.org",
      type: person.type, role: person.role, phoneNumber: phoneNumber(),
      createdAt: now - 60 * 86_400_000,
      skills: Array(Vocabulary.skills.shuffled(using: &random).prefix(2)),
      connectionMethod: random.chance(0.7) ? "browser" : "phone",
      status: random.chance(0.7) ? .online : .offline,
      statusSince: now - random.integer(in: 60_000...7_200_000),
      escalationsHandled: random.integer(in: 0...80),
      averageHandleSeconds: Double(random.integer(in: 90...420)))
  }

  /// The items of `GET /operators`.
  func operatorItems(of workspace: String) -> [PageItem] {
    operators.enumerated().map { index, person in
      PageItem(ordinal: index + 1, json: person.item(of: workspace))
    }
  }
}

extension SimulatedOperator {
  func item(of workspace: String) -> JSON {
    [
      "id": .string(id),
      "workspace_id": .string(workspace),
      "name": .string(name),
      "email": .string(email),
      "type": .string(type),
      "skills": .array(skills.map(JSON.string)),
      "connection_method": .string(connectionMethod),
      "phone_number": .string(phoneNumber),
      "role": .string(role),
      "status": .string(status.rawValue),
      "last_status_change": JSON(time: statusSince),
      "active_call_sid": JSON(callSID),
      "total_escalations_handled": .integer(escalationsHandled),
      "avg_handle_time_seconds": .number(averageHandleSeconds),
      "last_call_at": JSON(time: lastCallAt),
      "created_at": JSON(time: createdAt),
      "updated_at": JSON(time: statusSince),
    ]
  }

  /// What a client that missed nothing knows of it.
  var truth: JSON {
    [
      "operator_id": .string(id),
      "name": .string(name),
      "status": .string(status.rawValue),
      "status_since": .integer(statusSince),
      "call_sid": JSON(callSID),
      "mode": JSON(mode?.rawValue),
    ]
  }
}
