extension ContactCentre {
  /// A trigger fires, or one that fired comes to its end.
  mutating func runTrigger() {
    guard let index = background.firedTriggers.first, random.chance(0.6) else {
      return fireTrigger()
    }
    background.firedTriggers.removeFirst()
    let failed = random.chance(0.15)
    let status: JSON = failed ? "failed" : "completed"
    emit(failed ? .triggerFailed : .triggerCompleted, trigger(index).with("status", status))
  }

  private mutating func fireTrigger() {
    let index = random.element(of: Array(background.triggers.indices))
    background.firedTriggers.append(index)
    emit(.triggerFired, trigger(index).with("manual", .boolean(random.chance(0.2))))
  }

  private func trigger(_ index: Int) -> JSON {
    [
      "trigger_id": .string(background.triggers[index].id),
      "trigger_name": .string(background.triggers[index].name),
    ]
  }

  mutating func runPipeline() {
    let source: JSON = ["data_source_id": .string(random.element(of: background.dataSources))]
    guard random.chance(0.8) else {
      let error = JSON.string(random.element(of: Vocabulary.pipelineErrors))
      emit(.pipelineError, source.with("error", error))
      return
    }
    emit(
      .pipelineSyncCompleted,
      source
        .with("event_count", .integer(random.integer(in: 0...900)))
        .with("duration_ms", .integer(random.integer(in: 80...9000))))
  }

  mutating func storeSimulatedTurn() {
    let run = background.simulation
    let states = Vocabulary.callStates
    let isTerminal = run.turn + 2 >= states.count
    emit(
      .simulationTurnStored,
      [
        "service_id": .string(services[0].id),
        "run_id": .string(run.runID),
        "session_id": .string(run.sessionID),
        "turn_index": .integer(run.turn),
        "state_before": .string(states[run.turn]),
        "state_after": .string(states[run.turn + 1]),
        "is_terminal": .boolean(isTerminal),
      ])
    background.simulation.turn += 1
    if isTerminal { background.simulation = Background.newRun(using: &random) }
  }

  mutating func decideApproval() {
    let conversation: JSON = ["conversation_id": .string("conv-" + random.hexadecimal(10))]
    guard random.chance(0.4) else {
      emit(.integrationApprovalGranted, conversation)
      return
    }
    let reason = random.element(of: Vocabulary.approvalRefusals)
    emit(.integrationApprovalRejected, conversation.with("reason", JSON(reason)))
  }
}
