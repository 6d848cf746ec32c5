import SplitMix64

/// The rest of the workspace: triggers, pipelines, reviews, members and rehearsals.
struct Background: Sendable {
  let triggers: [(id: String, name: String)]
  let dataSources: [String]
  var firedTriggers: [Int] = []
  var emailsOnTheWay: [Email] = []
  var emailFates = Deck(shares: EmailFate.shares)
  var voicemailStatuses = Deck(["delivered", "delivered", "skipped", "failed", "not_delivered"])
  var reviews = Deck(["approve", "approve", "reject", "correct", "batch_approve", "batch_reject"])
  var memberships = Deck(MembershipChange.allCases)
  var simulation: SimulationRun
  var briefVersion = 1

  /// The simulated conversation that runs at present.
  struct SimulationRun: Sendable {
    let runID: String
    let sessionID: String
    var turn = 0
  }

  init(using random: inout SplitMix64) {
    triggers = Vocabulary.triggers.map { (random.uuid(), $0) }
    dataSources = (0..<4).map { _ in random.uuid() }
    simulation = Self.newRun(using: &random)
  }

  static func newRun(using random: inout SplitMix64) -> SimulationRun {
    SimulationRun(runID: random.uuid(), sessionID: random.uuid())
  }
}

enum MembershipChange: Sendable, CaseIterable {
  case invitation, acceptance, admission, promotion
}

extension ContactCentre {
  /// A trigger fires, or one that fired completes or fails.
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

  mutating func submitReview() {
    let action = background.reviews.draw(using: &random)
    let isBatch = action.hasPrefix("batch")
    emit(
      .reviewSubmitted,
      [
        "action": .string(action),
        "item_id": isBatch ? nil : .string("item-" + random.hexadecimal(8)),
        "entity_id": isBatch ? nil : .string(random.uuid()),
        "entity_type": isBatch ? nil : "patient",
        "count": isBatch ? .integer(random.integer(in: 2...40)) : nil,
      ])
  }

  mutating func updateEncounter() {
    emit(
      .encounterUpdated,
      ["encounter_entity_id": .string(random.uuid()), "session_id": .string(random.uuid())])
  }

  mutating func generateBrief() {
    background.briefVersion += 1
    emit(
      .selfImageBriefGenerated,
      [
        "target_entity_id": .string(random.uuid()),
        "target_entity_type": "patient",
        "event_id": .string(random.uuid()),
        "version": .string("v\(background.briefVersion)"),
        "confidence": .number(Double(random.integer(in: 40...99)) / 100),
        "event_count": .integer(random.integer(in: 1...60)),
      ])
  }

  mutating func changeMembership() {
    let role: JSON = ["role": .string(random.element(of: Vocabulary.roles))]
    let member = role.with("entity_id", .string(random.uuid()))
    switch background.memberships.draw(using: &random) {
    case .invitation: emit(.workspaceInvitationSent, invitation(to: role))
    case .acceptance: emit(.workspaceInvitationAccepted, member)
    case .admission: emit(.workspaceMemberAdded, member)
    case .promotion: emit(.workspaceMemberRoleUpdated, member.with("previous_role", "viewer"))
    }
  }

  private mutating func invitation(to role: JSON) -> JSON {
    role
      .with("invitation_id", .string("inv-" + random.hexadecimal(8)))
      .with("resent", .boolean(random.chance(0.2)))
  }
}
