extension ContactCentre {
  /// Somebody without a call comes, goes, takes a break, or is back from one.
  mutating func changeShift() {
    let idle = operators.indices.filter { operators[$0].isIdle }
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

  /// Someone of the roster who is away signs up again. Not a newcomer: the event has no name, and
  /// whoever reads only events could not tell who came.
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
}
