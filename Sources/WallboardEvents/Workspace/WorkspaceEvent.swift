/// What happened in a workspace: the 50 events of contract 2.5, and those it does not have.
///
/// A known event's payload is a type of its own, in the file of its family.
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
  /// An event that the contract does not have; all of it may be protected.
  case unknown(UnknownEvent)
}

extension WorkspaceEvent {
  /// What a known event carries; `nil` for an unknown one.
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
  /// reaches. The text still has to be made safe for a terminal.
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
    case .callEscalated, .callStarted, .channelEmailClicked, .channelEmailDelayed,
      .channelEmailDelivered, .channelEmailOpened, .channelEmailReceived, .encounterUpdated,
      .integrationApprovalGranted, .operatorJoinedCall, .operatorLeftCall, .operatorModeChanged,
      .operatorProfileUpdated, .operatorRegistered, .operatorStatusChanged, .operatorWrapUp,
      .pipelineSyncCompleted, .reviewSubmitted, .selfImageBriefGenerated, .simulationTurnStored,
      .surfaceArchived, .surfaceCreated, .surfaceDelivered, .surfaceFieldSaved, .surfaceOpened,
      .surfacePendingReview, .surfaceReshaped, .surfaceReviewApproved, .surfaceReviewRejected,
      .surfaceSubmitted, .surfaceUpdated, .textAgentMessage, .textCompleted, .textStarted,
      .textToolStarted, .triggerCompleted, .triggerFired, .workspaceInvitationAccepted,
      .workspaceInvitationSent, .workspaceMemberAdded, .workspaceMemberRoleUpdated, .unknown:
      false
    }
  }
}
