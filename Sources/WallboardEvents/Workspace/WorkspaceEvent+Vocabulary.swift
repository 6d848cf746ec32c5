extension WorkspaceEvent {
  /// Every event of the contract: the one table from which names are known and payloads decoded.
  package static let vocabulary: [EventEntry<WorkspaceEvent>] = [
    EventEntry(CallEnded.self, as: WorkspaceEvent.callEnded),
    EventEntry(CallEscalated.self, as: WorkspaceEvent.callEscalated),
    EventEntry(CallStarted.self, as: WorkspaceEvent.callStarted),
    EventEntry(ChannelEmailBounced.self, as: WorkspaceEvent.channelEmailBounced),
    EventEntry(ChannelEmailClicked.self, as: WorkspaceEvent.channelEmailClicked),
    EventEntry(ChannelEmailComplained.self, as: WorkspaceEvent.channelEmailComplained),
    EventEntry(ChannelEmailDelayed.self, as: WorkspaceEvent.channelEmailDelayed),
    EventEntry(ChannelEmailDelivered.self, as: WorkspaceEvent.channelEmailDelivered),
    EventEntry(ChannelEmailOpened.self, as: WorkspaceEvent.channelEmailOpened),
    EventEntry(ChannelEmailReceived.self, as: WorkspaceEvent.channelEmailReceived),
    EventEntry(ChannelEmailRejected.self, as: WorkspaceEvent.channelEmailRejected),
    EventEntry(ChannelVoicemailStatus.self, as: WorkspaceEvent.channelVoicemailStatus),
    EventEntry(EncounterUpdated.self, as: WorkspaceEvent.encounterUpdated),
    EventEntry(
      IntegrationApprovalGranted.self, as: WorkspaceEvent.integrationApprovalGranted),
    EventEntry(
      IntegrationApprovalRejected.self, as: WorkspaceEvent.integrationApprovalRejected),
    EventEntry(OperatorJoinedCall.self, as: WorkspaceEvent.operatorJoinedCall),
    EventEntry(OperatorLeftCall.self, as: WorkspaceEvent.operatorLeftCall),
    EventEntry(OperatorModeChanged.self, as: WorkspaceEvent.operatorModeChanged),
    EventEntry(OperatorProfileUpdated.self, as: WorkspaceEvent.operatorProfileUpdated),
    EventEntry(OperatorRegistered.self, as: WorkspaceEvent.operatorRegistered),
    EventEntry(OperatorStatusChanged.self, as: WorkspaceEvent.operatorStatusChanged),
    EventEntry(OperatorWrapUp.self, as: WorkspaceEvent.operatorWrapUp),
    EventEntry(PipelineError.self, as: WorkspaceEvent.pipelineError),
    EventEntry(PipelineSyncCompleted.self, as: WorkspaceEvent.pipelineSyncCompleted),
    EventEntry(ReviewSubmitted.self, as: WorkspaceEvent.reviewSubmitted),
    EventEntry(SelfImageBriefGenerated.self, as: WorkspaceEvent.selfImageBriefGenerated),
    EventEntry(SimulationTurnStored.self, as: WorkspaceEvent.simulationTurnStored),
    EventEntry(SurfaceArchived.self, as: WorkspaceEvent.surfaceArchived),
    EventEntry(SurfaceCreated.self, as: WorkspaceEvent.surfaceCreated),
    EventEntry(SurfaceDelivered.self, as: WorkspaceEvent.surfaceDelivered),
    EventEntry(SurfaceFieldSaved.self, as: WorkspaceEvent.surfaceFieldSaved),
    EventEntry(SurfaceOpened.self, as: WorkspaceEvent.surfaceOpened),
    EventEntry(SurfacePendingReview.self, as: WorkspaceEvent.surfacePendingReview),
    EventEntry(SurfaceReshaped.self, as: WorkspaceEvent.surfaceReshaped),
    EventEntry(SurfaceReviewApproved.self, as: WorkspaceEvent.surfaceReviewApproved),
    EventEntry(SurfaceReviewRejected.self, as: WorkspaceEvent.surfaceReviewRejected),
    EventEntry(SurfaceSubmitted.self, as: WorkspaceEvent.surfaceSubmitted),
    EventEntry(SurfaceUpdated.self, as: WorkspaceEvent.surfaceUpdated),
    EventEntry(TextAgentMessage.self, as: WorkspaceEvent.textAgentMessage),
    EventEntry(TextBackgroundResult.self, as: WorkspaceEvent.textBackgroundResult),
    EventEntry(TextCompleted.self, as: WorkspaceEvent.textCompleted),
    EventEntry(TextStarted.self, as: WorkspaceEvent.textStarted),
    EventEntry(TextToolStarted.self, as: WorkspaceEvent.textToolStarted),
    EventEntry(TriggerCompleted.self, as: WorkspaceEvent.triggerCompleted),
    EventEntry(TriggerFailed.self, as: WorkspaceEvent.triggerFailed),
    EventEntry(TriggerFired.self, as: WorkspaceEvent.triggerFired),
    EventEntry(
      WorkspaceInvitationAccepted.self, as: WorkspaceEvent.workspaceInvitationAccepted),
    EventEntry(WorkspaceInvitationSent.self, as: WorkspaceEvent.workspaceInvitationSent),
    EventEntry(WorkspaceMemberAdded.self, as: WorkspaceEvent.workspaceMemberAdded),
    EventEntry(
      WorkspaceMemberRoleUpdated.self, as: WorkspaceEvent.workspaceMemberRoleUpdated),
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: vocabulary.map { ($0.name, $0) })

  /// The entry of the event of that wire name, or `nil` for one that the contract does not have.
  package static func entry(named name: String) -> EventEntry<WorkspaceEvent>? {
    byName[name]
  }
}
