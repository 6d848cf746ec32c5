extension ContactCentre {
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
