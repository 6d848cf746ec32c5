/// `workspace.invitation_accepted`: Somebody accepted an invitation.
package struct WorkspaceInvitationAccepted: WorkspaceEventPayload {
  package static let name = "workspace.invitation_accepted"
  package var entityID: EntityID
  package var role: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case entityID = "entity_id"
    case role
  }

  package func summary(_ context: SummaryContext) -> String {
    "as \(role)"
  }
}

/// `workspace.invitation_sent`: Somebody was invited to the workspace.
package struct WorkspaceInvitationSent: WorkspaceEventPayload {
  package static let name = "workspace.invitation_sent"
  package var invitationID: Text
  package var role: Text
  package var resent: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case invitationID = "invitation_id"
    case role
    case resent
  }

  package func summary(_ context: SummaryContext) -> String {
    "as \(role)" + (resent == true ? ", again" : "")
  }
}

/// `workspace.member_added`: Somebody became a member.
package struct WorkspaceMemberAdded: WorkspaceEventPayload {
  package static let name = "workspace.member_added"
  package var entityID: EntityID
  package var role: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case entityID = "entity_id"
    case role
  }

  package func summary(_ context: SummaryContext) -> String {
    "as \(role)"
  }
}

/// `workspace.member_role_updated`: A member's role changed.
package struct WorkspaceMemberRoleUpdated: WorkspaceEventPayload {
  package static let name = "workspace.member_role_updated"
  package var entityID: EntityID
  package var role: Text
  package var previousRole: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case entityID = "entity_id"
    case role
    case previousRole = "previous_role"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(previousRole) → \(role)"
  }
}
