/// `workspace.invitation_accepted`: Somebody accepted an invitation.
package struct WorkspaceInvitationAccepted: WorkspaceEventPayload {
  package var entityID: EntityID
  package var role: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case entityID = "entity_id"
    case role
  }

  package func summary(_ context: SummaryContext) -> String {
    role.map(context.role) ?? entityID.short
  }
}

extension WorkspaceInvitationAccepted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    entityID = try fields.key("entity_id")
    role = fields.required("role")
  }
}

/// `workspace.invitation_sent`: Somebody was invited to the workspace.
package struct WorkspaceInvitationSent: WorkspaceEventPayload {
  package var invitationID: BoundedString
  package var role: BoundedString?
  package var resent: Bool?

  private enum CodingKeys: String, CodingKey {
    case invitationID = "invitation_id"
    case role
    case resent
  }

  package func summary(_ context: SummaryContext) -> String {
    (role.map(context.role) ?? "somebody") + (resent == true ? ", again" : "")
  }
}

extension WorkspaceInvitationSent {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    invitationID = try fields.textKey("invitation_id")
    role = fields.required("role")
    resent = fields.optional("resent")
  }
}

/// `workspace.member_added`: Somebody became a member.
package struct WorkspaceMemberAdded: WorkspaceEventPayload {
  package var entityID: EntityID
  package var role: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case entityID = "entity_id"
    case role
  }

  package func summary(_ context: SummaryContext) -> String {
    role.map(context.role) ?? entityID.short
  }
}

extension WorkspaceMemberAdded {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    entityID = try fields.key("entity_id")
    role = fields.required("role")
  }
}

/// `workspace.member_role_updated`: A member's role changed.
package struct WorkspaceMemberRoleUpdated: WorkspaceEventPayload {
  package var entityID: EntityID
  package var role: BoundedString?
  package var previousRole: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case entityID = "entity_id"
    case role
    case previousRole = "previous_role"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(previousRole.map(context.said) ?? "?") → \(role.map(context.said) ?? "?")"
  }
}

extension WorkspaceMemberRoleUpdated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    entityID = try fields.key("entity_id")
    role = fields.required("role")
    previousRole = fields.required("previous_role")
  }
}

extension SummaryContext {
  /// The role that somebody has or gets.
  fileprivate func role(_ role: BoundedString) -> String {
    telling(people: "role: \(said(role))", programs: "as \(role)")
  }
}
