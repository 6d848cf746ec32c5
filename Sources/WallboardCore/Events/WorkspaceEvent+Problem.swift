extension WorkspaceEvent {
  /// Whether it tells of something that went wrong and that somebody should look into.
  package var isProblem: Bool {
    switch self {
    case .pipelineError, .triggerFailed, .channelEmailBounced, .channelEmailComplained,
      .channelEmailRejected, .integrationApprovalRejected:
      true
    case .channelVoicemailStatus(let voicemail):
      voicemail.status == .failed || voicemail.status == .notDelivered
    case .textBackgroundResult(let result): !result.succeeded
    case .callEnded(let call):
      call.completionReason == .error || call.completionReason == .noInboundAudio
    case .unknown, .callEscalated, .callStarted, .channelEmailClicked, .channelEmailDelayed,
      .channelEmailDelivered, .channelEmailOpened, .channelEmailReceived, .encounterUpdated,
      .integrationApprovalGranted, .operatorJoinedCall, .operatorLeftCall, .operatorModeChanged,
      .operatorProfileUpdated, .operatorRegistered, .operatorStatusChanged, .operatorWrapUp,
      .pipelineSyncCompleted, .reviewSubmitted, .selfImageBriefGenerated, .simulationTurnStored,
      .surfaceArchived, .surfaceCreated, .surfaceDelivered, .surfaceFieldSaved, .surfaceOpened,
      .surfacePendingReview, .surfaceReshaped, .surfaceReviewApproved, .surfaceReviewRejected,
      .surfaceSubmitted, .surfaceUpdated, .textAgentMessage, .textCompleted, .textStarted,
      .textToolStarted, .triggerCompleted, .triggerFired, .workspaceInvitationAccepted,
      .workspaceInvitationSent, .workspaceMemberAdded, .workspaceMemberRoleUpdated:
      false
    }
  }
}
