/// What happened in a workspace: the 50 events of contract 2.5, and any other.
///
/// The payload of each is a type of its own, in the file of its family.
package indirect enum WorkspaceEvent: Equatable, Sendable {
  case callEnded(CallEnded)
  case callEscalated(CallEscalated)
  case callStarted(CallStarted)
  case channelEmailBounced(ChannelEmailBounced)
  case channelEmailClicked(ChannelEmailClicked)
  case channelEmailComplained(ChannelEmailComplained)
  case channelEmailDelayed(ChannelEmailDelayed)
  case channelEmailDelivered(ChannelEmailDelivered)
  case channelEmailOpened(ChannelEmailOpened)
  case channelEmailReceived(ChannelEmailReceived)
  case channelEmailRejected(ChannelEmailRejected)
  case channelVoicemailStatus(ChannelVoicemailStatus)
  case encounterUpdated(EncounterUpdated)
  case integrationApprovalGranted(IntegrationApprovalGranted)
  case integrationApprovalRejected(IntegrationApprovalRejected)
  case operatorJoinedCall(OperatorJoinedCall)
  case operatorLeftCall(OperatorLeftCall)
  case operatorModeChanged(OperatorModeChanged)
  case operatorProfileUpdated(OperatorProfileUpdated)
  case operatorRegistered(OperatorRegistered)
  case operatorStatusChanged(OperatorStatusChanged)
  case operatorWrapUp(OperatorWrapUp)
  case pipelineError(PipelineError)
  case pipelineSyncCompleted(PipelineSyncCompleted)
  case reviewSubmitted(ReviewSubmitted)
  case selfImageBriefGenerated(SelfImageBriefGenerated)
  case simulationTurnStored(SimulationTurnStored)
  case surfaceArchived(SurfaceArchived)
  case surfaceCreated(SurfaceCreated)
  case surfaceDelivered(SurfaceDelivered)
  case surfaceFieldSaved(SurfaceFieldSaved)
  case surfaceOpened(SurfaceOpened)
  case surfacePendingReview(SurfacePendingReview)
  case surfaceReshaped(SurfaceReshaped)
  case surfaceReviewApproved(SurfaceReviewApproved)
  case surfaceReviewRejected(SurfaceReviewRejected)
  case surfaceSubmitted(SurfaceSubmitted)
  case surfaceUpdated(SurfaceUpdated)
  case textAgentMessage(TextAgentMessage)
  case textBackgroundResult(TextBackgroundResult)
  case textCompleted(TextCompleted)
  case textStarted(TextStarted)
  case textToolStarted(TextToolStarted)
  case triggerCompleted(TriggerCompleted)
  case triggerFailed(TriggerFailed)
  case triggerFired(TriggerFired)
  case workspaceInvitationAccepted(WorkspaceInvitationAccepted)
  case workspaceInvitationSent(WorkspaceInvitationSent)
  case workspaceMemberAdded(WorkspaceMemberAdded)
  case workspaceMemberRoleUpdated(WorkspaceMemberRoleUpdated)
  /// An event that the contract does not know; all of it may be protected.
  case unknown(UnknownEvent)
}

extension WorkspaceEvent {
  /// `nil` for an unknown event.
  package var payload: (any WorkspaceEventPayload)? {
    switch self {
    case .callEnded(let payload): payload
    case .callEscalated(let payload): payload
    case .callStarted(let payload): payload
    case .channelEmailBounced(let payload): payload
    case .channelEmailClicked(let payload): payload
    case .channelEmailComplained(let payload): payload
    case .channelEmailDelayed(let payload): payload
    case .channelEmailDelivered(let payload): payload
    case .channelEmailOpened(let payload): payload
    case .channelEmailReceived(let payload): payload
    case .channelEmailRejected(let payload): payload
    case .channelVoicemailStatus(let payload): payload
    case .encounterUpdated(let payload): payload
    case .integrationApprovalGranted(let payload): payload
    case .integrationApprovalRejected(let payload): payload
    case .operatorJoinedCall(let payload): payload
    case .operatorLeftCall(let payload): payload
    case .operatorModeChanged(let payload): payload
    case .operatorProfileUpdated(let payload): payload
    case .operatorRegistered(let payload): payload
    case .operatorStatusChanged(let payload): payload
    case .operatorWrapUp(let payload): payload
    case .pipelineError(let payload): payload
    case .pipelineSyncCompleted(let payload): payload
    case .reviewSubmitted(let payload): payload
    case .selfImageBriefGenerated(let payload): payload
    case .simulationTurnStored(let payload): payload
    case .surfaceArchived(let payload): payload
    case .surfaceCreated(let payload): payload
    case .surfaceDelivered(let payload): payload
    case .surfaceFieldSaved(let payload): payload
    case .surfaceOpened(let payload): payload
    case .surfacePendingReview(let payload): payload
    case .surfaceReshaped(let payload): payload
    case .surfaceReviewApproved(let payload): payload
    case .surfaceReviewRejected(let payload): payload
    case .surfaceSubmitted(let payload): payload
    case .surfaceUpdated(let payload): payload
    case .textAgentMessage(let payload): payload
    case .textBackgroundResult(let payload): payload
    case .textCompleted(let payload): payload
    case .textStarted(let payload): payload
    case .textToolStarted(let payload): payload
    case .triggerCompleted(let payload): payload
    case .triggerFailed(let payload): payload
    case .triggerFired(let payload): payload
    case .workspaceInvitationAccepted(let payload): payload
    case .workspaceInvitationSent(let payload): payload
    case .workspaceMemberAdded(let payload): payload
    case .workspaceMemberRoleUpdated(let payload): payload
    case .unknown: nil
    }
  }

  /// The wire name, such as `call.started`.
  package var name: String {
    if case .unknown(let event) = self { return event.name.string }
    return kind?.rawValue ?? ""
  }

  /// What happened, in a few words for a person; protected values only as far as the disclosure
  /// reaches. The text must still be made safe for a terminal.
  package func summary(_ context: SummaryContext) -> String {
    if case .unknown(let event) = self { return context.content(event.data) }
    return payload?.summary(context) ?? ""
  }

  /// Whether something went wrong that somebody should look into.
  package var isProblem: Bool {
    switch self {
    case .callEnded(let payload): payload.isProblem
    case .channelEmailBounced(let payload): payload.isProblem
    case .channelEmailComplained(let payload): payload.isProblem
    case .channelEmailRejected(let payload): payload.isProblem
    case .channelVoicemailStatus(let payload): payload.isProblem
    case .integrationApprovalRejected(let payload): payload.isProblem
    case .pipelineError(let payload): payload.isProblem
    case .textBackgroundResult(let payload): payload.isProblem
    case .triggerFailed(let payload): payload.isProblem
    // No payload of the others can say so.
    case _: false
    }
  }
}

extension WorkspaceEvent {
  /// The events of contract 2.5, by their wire names.
  package enum Kind: String, VocabularyWord {
    case callEnded = "call.ended"
    case callEscalated = "call.escalated"
    case callStarted = "call.started"
    case channelEmailBounced = "channel.email_bounced"
    case channelEmailClicked = "channel.email_clicked"
    case channelEmailComplained = "channel.email_complained"
    case channelEmailDelayed = "channel.email_delayed"
    case channelEmailDelivered = "channel.email_delivered"
    case channelEmailOpened = "channel.email_opened"
    case channelEmailReceived = "channel.email_received"
    case channelEmailRejected = "channel.email_rejected"
    case channelVoicemailStatus = "channel.voicemail_status"
    case encounterUpdated = "encounter.updated"
    case integrationApprovalGranted = "integration.approval_granted"
    case integrationApprovalRejected = "integration.approval_rejected"
    case operatorJoinedCall = "operator.joined_call"
    case operatorLeftCall = "operator.left_call"
    case operatorModeChanged = "operator.mode_changed"
    case operatorProfileUpdated = "operator.profile_updated"
    case operatorRegistered = "operator.registered"
    case operatorStatusChanged = "operator.status_changed"
    case operatorWrapUp = "operator.wrap_up"
    case pipelineError = "pipeline.error"
    case pipelineSyncCompleted = "pipeline.sync_completed"
    case reviewSubmitted = "review.submitted"
    case selfImageBriefGenerated = "self_image.brief_generated"
    case simulationTurnStored = "simulation.turn_stored"
    case surfaceArchived = "surface.archived"
    case surfaceCreated = "surface.created"
    case surfaceDelivered = "surface.delivered"
    case surfaceFieldSaved = "surface.field_saved"
    case surfaceOpened = "surface.opened"
    case surfacePendingReview = "surface.pending_review"
    case surfaceReshaped = "surface.reshaped"
    case surfaceReviewApproved = "surface.review_approved"
    case surfaceReviewRejected = "surface.review_rejected"
    case surfaceSubmitted = "surface.submitted"
    case surfaceUpdated = "surface.updated"
    case textAgentMessage = "text.agent_message"
    case textBackgroundResult = "text.background_result"
    case textCompleted = "text.completed"
    case textStarted = "text.started"
    case textToolStarted = "text.tool_started"
    case triggerCompleted = "trigger.completed"
    case triggerFailed = "trigger.failed"
    case triggerFired = "trigger.fired"
    case workspaceInvitationAccepted = "workspace.invitation_accepted"
    case workspaceInvitationSent = "workspace.invitation_sent"
    case workspaceMemberAdded = "workspace.member_added"
    case workspaceMemberRoleUpdated = "workspace.member_role_updated"

    package static let words = WordTable<Kind>()
  }

  /// `nil` for an unknown event.
  package var kind: Kind? {
    switch self {
    case .callEnded: .callEnded
    case .callEscalated: .callEscalated
    case .callStarted: .callStarted
    case .channelEmailBounced: .channelEmailBounced
    case .channelEmailClicked: .channelEmailClicked
    case .channelEmailComplained: .channelEmailComplained
    case .channelEmailDelayed: .channelEmailDelayed
    case .channelEmailDelivered: .channelEmailDelivered
    case .channelEmailOpened: .channelEmailOpened
    case .channelEmailReceived: .channelEmailReceived
    case .channelEmailRejected: .channelEmailRejected
    case .channelVoicemailStatus: .channelVoicemailStatus
    case .encounterUpdated: .encounterUpdated
    case .integrationApprovalGranted: .integrationApprovalGranted
    case .integrationApprovalRejected: .integrationApprovalRejected
    case .operatorJoinedCall: .operatorJoinedCall
    case .operatorLeftCall: .operatorLeftCall
    case .operatorModeChanged: .operatorModeChanged
    case .operatorProfileUpdated: .operatorProfileUpdated
    case .operatorRegistered: .operatorRegistered
    case .operatorStatusChanged: .operatorStatusChanged
    case .operatorWrapUp: .operatorWrapUp
    case .pipelineError: .pipelineError
    case .pipelineSyncCompleted: .pipelineSyncCompleted
    case .reviewSubmitted: .reviewSubmitted
    case .selfImageBriefGenerated: .selfImageBriefGenerated
    case .simulationTurnStored: .simulationTurnStored
    case .surfaceArchived: .surfaceArchived
    case .surfaceCreated: .surfaceCreated
    case .surfaceDelivered: .surfaceDelivered
    case .surfaceFieldSaved: .surfaceFieldSaved
    case .surfaceOpened: .surfaceOpened
    case .surfacePendingReview: .surfacePendingReview
    case .surfaceReshaped: .surfaceReshaped
    case .surfaceReviewApproved: .surfaceReviewApproved
    case .surfaceReviewRejected: .surfaceReviewRejected
    case .surfaceSubmitted: .surfaceSubmitted
    case .surfaceUpdated: .surfaceUpdated
    case .textAgentMessage: .textAgentMessage
    case .textBackgroundResult: .textBackgroundResult
    case .textCompleted: .textCompleted
    case .textStarted: .textStarted
    case .textToolStarted: .textToolStarted
    case .triggerCompleted: .triggerCompleted
    case .triggerFailed: .triggerFailed
    case .triggerFired: .triggerFired
    case .workspaceInvitationAccepted: .workspaceInvitationAccepted
    case .workspaceInvitationSent: .workspaceInvitationSent
    case .workspaceMemberAdded: .workspaceMemberAdded
    case .workspaceMemberRoleUpdated: .workspaceMemberRoleUpdated
    case .unknown: nil
    }
  }

  /// Reads the payload of an event of that kind.
  package init(_ kind: Kind, _ fields: inout FieldReader) throws(FieldFault) {
    self =
      switch kind {
      case .callEnded: .callEnded(try CallEnded(&fields))
      case .callEscalated: .callEscalated(try CallEscalated(&fields))
      case .callStarted: .callStarted(try CallStarted(&fields))
      case .channelEmailBounced: .channelEmailBounced(try ChannelEmailBounced(&fields))
      case .channelEmailClicked: .channelEmailClicked(try ChannelEmailClicked(&fields))
      case .channelEmailComplained: .channelEmailComplained(try ChannelEmailComplained(&fields))
      case .channelEmailDelayed: .channelEmailDelayed(try ChannelEmailDelayed(&fields))
      case .channelEmailDelivered: .channelEmailDelivered(try ChannelEmailDelivered(&fields))
      case .channelEmailOpened: .channelEmailOpened(try ChannelEmailOpened(&fields))
      case .channelEmailReceived: .channelEmailReceived(try ChannelEmailReceived(&fields))
      case .channelEmailRejected: .channelEmailRejected(try ChannelEmailRejected(&fields))
      case .channelVoicemailStatus: .channelVoicemailStatus(try ChannelVoicemailStatus(&fields))
      case .encounterUpdated: .encounterUpdated(try EncounterUpdated(&fields))
      case .integrationApprovalGranted:
        .integrationApprovalGranted(try IntegrationApprovalGranted(&fields))
      case .integrationApprovalRejected:
        .integrationApprovalRejected(try IntegrationApprovalRejected(&fields))
      case .operatorJoinedCall: .operatorJoinedCall(try OperatorJoinedCall(&fields))
      case .operatorLeftCall: .operatorLeftCall(try OperatorLeftCall(&fields))
      case .operatorModeChanged: .operatorModeChanged(try OperatorModeChanged(&fields))
      case .operatorProfileUpdated: .operatorProfileUpdated(try OperatorProfileUpdated(&fields))
      case .operatorRegistered: .operatorRegistered(try OperatorRegistered(&fields))
      case .operatorStatusChanged: .operatorStatusChanged(try OperatorStatusChanged(&fields))
      case .operatorWrapUp: .operatorWrapUp(try OperatorWrapUp(&fields))
      case .pipelineError: .pipelineError(try PipelineError(&fields))
      case .pipelineSyncCompleted: .pipelineSyncCompleted(try PipelineSyncCompleted(&fields))
      case .reviewSubmitted: .reviewSubmitted(try ReviewSubmitted(&fields))
      case .selfImageBriefGenerated: .selfImageBriefGenerated(try SelfImageBriefGenerated(&fields))
      case .simulationTurnStored: .simulationTurnStored(try SimulationTurnStored(&fields))
      case .surfaceArchived: .surfaceArchived(try SurfaceArchived(&fields))
      case .surfaceCreated: .surfaceCreated(try SurfaceCreated(&fields))
      case .surfaceDelivered: .surfaceDelivered(try SurfaceDelivered(&fields))
      case .surfaceFieldSaved: .surfaceFieldSaved(try SurfaceFieldSaved(&fields))
      case .surfaceOpened: .surfaceOpened(try SurfaceOpened(&fields))
      case .surfacePendingReview: .surfacePendingReview(try SurfacePendingReview(&fields))
      case .surfaceReshaped: .surfaceReshaped(try SurfaceReshaped(&fields))
      case .surfaceReviewApproved: .surfaceReviewApproved(try SurfaceReviewApproved(&fields))
      case .surfaceReviewRejected: .surfaceReviewRejected(try SurfaceReviewRejected(&fields))
      case .surfaceSubmitted: .surfaceSubmitted(try SurfaceSubmitted(&fields))
      case .surfaceUpdated: .surfaceUpdated(try SurfaceUpdated(&fields))
      case .textAgentMessage: .textAgentMessage(try TextAgentMessage(&fields))
      case .textBackgroundResult: .textBackgroundResult(try TextBackgroundResult(&fields))
      case .textCompleted: .textCompleted(try TextCompleted(&fields))
      case .textStarted: .textStarted(try TextStarted(&fields))
      case .textToolStarted: .textToolStarted(try TextToolStarted(&fields))
      case .triggerCompleted: .triggerCompleted(try TriggerCompleted(&fields))
      case .triggerFailed: .triggerFailed(try TriggerFailed(&fields))
      case .triggerFired: .triggerFired(try TriggerFired(&fields))
      case .workspaceInvitationAccepted:
        .workspaceInvitationAccepted(try WorkspaceInvitationAccepted(&fields))
      case .workspaceInvitationSent: .workspaceInvitationSent(try WorkspaceInvitationSent(&fields))
      case .workspaceMemberAdded: .workspaceMemberAdded(try WorkspaceMemberAdded(&fields))
      case .workspaceMemberRoleUpdated:
        .workspaceMemberRoleUpdated(try WorkspaceMemberRoleUpdated(&fields))
      }
  }
}

/// The payload of one kind of workspace event.
package protocol WorkspaceEventPayload: EventPayload {
  /// Whether something went wrong that somebody should look into.
  var isProblem: Bool { get }
}

extension WorkspaceEventPayload {
  package var isProblem: Bool { false }
}

extension WorkspaceEvent {
  /// The part of an event's name before the first dot, such as `call`.
  package static func family(of name: String) -> String {
    String(name.prefix { $0 != "." })
  }
}
