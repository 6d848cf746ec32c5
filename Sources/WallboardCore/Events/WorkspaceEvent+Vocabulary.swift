extension WorkspaceEvent {
  /// Every event of the contract: the one table from which names are known and payloads decoded.
  package static let vocabulary: [WorkspaceEventEntry] = [
    WorkspaceEventEntry(CallEnded.self, as: WorkspaceEvent.callEnded),
    WorkspaceEventEntry(CallEscalated.self, as: WorkspaceEvent.callEscalated),
    WorkspaceEventEntry(CallStarted.self, as: WorkspaceEvent.callStarted),
    WorkspaceEventEntry(ChannelEmailBounced.self, as: WorkspaceEvent.channelEmailBounced),
    WorkspaceEventEntry(ChannelEmailClicked.self, as: WorkspaceEvent.channelEmailClicked),
    WorkspaceEventEntry(ChannelEmailComplained.self, as: WorkspaceEvent.channelEmailComplained),
    WorkspaceEventEntry(ChannelEmailDelayed.self, as: WorkspaceEvent.channelEmailDelayed),
    WorkspaceEventEntry(ChannelEmailDelivered.self, as: WorkspaceEvent.channelEmailDelivered),
    WorkspaceEventEntry(ChannelEmailOpened.self, as: WorkspaceEvent.channelEmailOpened),
    WorkspaceEventEntry(ChannelEmailReceived.self, as: WorkspaceEvent.channelEmailReceived),
    WorkspaceEventEntry(ChannelEmailRejected.self, as: WorkspaceEvent.channelEmailRejected),
    WorkspaceEventEntry(ChannelVoicemailStatus.self, as: WorkspaceEvent.channelVoicemailStatus),
    WorkspaceEventEntry(EncounterUpdated.self, as: WorkspaceEvent.encounterUpdated),
    WorkspaceEventEntry(
      IntegrationApprovalGranted.self, as: WorkspaceEvent.integrationApprovalGranted),
    WorkspaceEventEntry(
      IntegrationApprovalRejected.self, as: WorkspaceEvent.integrationApprovalRejected),
    WorkspaceEventEntry(OperatorJoinedCall.self, as: WorkspaceEvent.operatorJoinedCall),
    WorkspaceEventEntry(OperatorLeftCall.self, as: WorkspaceEvent.operatorLeftCall),
    WorkspaceEventEntry(OperatorModeChanged.self, as: WorkspaceEvent.operatorModeChanged),
    WorkspaceEventEntry(OperatorProfileUpdated.self, as: WorkspaceEvent.operatorProfileUpdated),
    WorkspaceEventEntry(OperatorRegistered.self, as: WorkspaceEvent.operatorRegistered),
    WorkspaceEventEntry(OperatorStatusChanged.self, as: WorkspaceEvent.operatorStatusChanged),
    WorkspaceEventEntry(OperatorWrapUp.self, as: WorkspaceEvent.operatorWrapUp),
    WorkspaceEventEntry(PipelineError.self, as: WorkspaceEvent.pipelineError),
    WorkspaceEventEntry(PipelineSyncCompleted.self, as: WorkspaceEvent.pipelineSyncCompleted),
    WorkspaceEventEntry(ReviewSubmitted.self, as: WorkspaceEvent.reviewSubmitted),
    WorkspaceEventEntry(SelfImageBriefGenerated.self, as: WorkspaceEvent.selfImageBriefGenerated),
    WorkspaceEventEntry(SimulationTurnStored.self, as: WorkspaceEvent.simulationTurnStored),
    WorkspaceEventEntry(SurfaceArchived.self, as: WorkspaceEvent.surfaceArchived),
    WorkspaceEventEntry(SurfaceCreated.self, as: WorkspaceEvent.surfaceCreated),
    WorkspaceEventEntry(SurfaceDelivered.self, as: WorkspaceEvent.surfaceDelivered),
    WorkspaceEventEntry(SurfaceFieldSaved.self, as: WorkspaceEvent.surfaceFieldSaved),
    WorkspaceEventEntry(SurfaceOpened.self, as: WorkspaceEvent.surfaceOpened),
    WorkspaceEventEntry(SurfacePendingReview.self, as: WorkspaceEvent.surfacePendingReview),
    WorkspaceEventEntry(SurfaceReshaped.self, as: WorkspaceEvent.surfaceReshaped),
    WorkspaceEventEntry(SurfaceReviewApproved.self, as: WorkspaceEvent.surfaceReviewApproved),
    WorkspaceEventEntry(SurfaceReviewRejected.self, as: WorkspaceEvent.surfaceReviewRejected),
    WorkspaceEventEntry(SurfaceSubmitted.self, as: WorkspaceEvent.surfaceSubmitted),
    WorkspaceEventEntry(SurfaceUpdated.self, as: WorkspaceEvent.surfaceUpdated),
    WorkspaceEventEntry(TextAgentMessage.self, as: WorkspaceEvent.textAgentMessage),
    WorkspaceEventEntry(TextBackgroundResult.self, as: WorkspaceEvent.textBackgroundResult),
    WorkspaceEventEntry(TextCompleted.self, as: WorkspaceEvent.textCompleted),
    WorkspaceEventEntry(TextStarted.self, as: WorkspaceEvent.textStarted),
    WorkspaceEventEntry(TextToolStarted.self, as: WorkspaceEvent.textToolStarted),
    WorkspaceEventEntry(TriggerCompleted.self, as: WorkspaceEvent.triggerCompleted),
    WorkspaceEventEntry(TriggerFailed.self, as: WorkspaceEvent.triggerFailed),
    WorkspaceEventEntry(TriggerFired.self, as: WorkspaceEvent.triggerFired),
    WorkspaceEventEntry(
      WorkspaceInvitationAccepted.self, as: WorkspaceEvent.workspaceInvitationAccepted),
    WorkspaceEventEntry(WorkspaceInvitationSent.self, as: WorkspaceEvent.workspaceInvitationSent),
    WorkspaceEventEntry(WorkspaceMemberAdded.self, as: WorkspaceEvent.workspaceMemberAdded),
    WorkspaceEventEntry(
      WorkspaceMemberRoleUpdated.self, as: WorkspaceEvent.workspaceMemberRoleUpdated),
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: vocabulary.map { ($0.name, $0) })

  /// The entry of the event of that wire name, or `nil` for one that the contract does not have.
  package static func entry(named name: String) -> WorkspaceEventEntry? {
    byName[name]
  }
}
