/// Which of the contract's events one is (contract 2.5), in the order of ``WorkspaceEvent/vocabulary``.
package enum WorkspaceEventKind: Int, CaseIterable, Sendable {
  case callEnded, callEscalated, callStarted, channelEmailBounced, channelEmailClicked,
    channelEmailComplained, channelEmailDelayed, channelEmailDelivered, channelEmailOpened,
    channelEmailReceived, channelEmailRejected, channelVoicemailStatus, encounterUpdated,
    integrationApprovalGranted, integrationApprovalRejected, operatorJoinedCall, operatorLeftCall,
    operatorModeChanged, operatorProfileUpdated, operatorRegistered, operatorStatusChanged,
    operatorWrapUp, pipelineError, pipelineSyncCompleted, reviewSubmitted, selfImageBriefGenerated,
    simulationTurnStored, surfaceArchived, surfaceCreated, surfaceDelivered, surfaceFieldSaved,
    surfaceOpened, surfacePendingReview, surfaceReshaped, surfaceReviewApproved,
    surfaceReviewRejected, surfaceSubmitted, surfaceUpdated, textAgentMessage, textBackgroundResult,
    textCompleted, textStarted, textToolStarted, triggerCompleted, triggerFailed, triggerFired,
    workspaceInvitationAccepted, workspaceInvitationSent, workspaceMemberAdded,
    workspaceMemberRoleUpdated

  /// The wire name.
  package var name: String { WorkspaceEvent.vocabulary[rawValue].name }
}

extension WorkspaceEvent {
  /// Which event it is; `nil` for one that the contract does not have.
  package var kind: WorkspaceEventKind? {
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
}
