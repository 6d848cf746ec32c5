import WallboardEvents

extension Board {
  /// Folds one event that came for the first time.
  mutating func fold(_ event: WorkspaceEvent, at time: Timestamp) {
    switch event {
    case .callStarted(let call): start(call, at: time)
    case .callEnded(let call): end(call, at: time)
    case .callEscalated(let call): escalate(call, at: time)
    case .operatorJoinedCall(let join):
      put(join.operatorID, on: join.callSID, mode: join.mode, at: time)
    case .operatorModeChanged(let change):
      put(change.operatorID, on: change.callSID, mode: change.mode, at: time)
    case .operatorLeftCall(let leave): take(leave.operatorID, off: leave.callSID, at: time)
    case .operatorWrapUp(let wrapUp): self.wrapUp(wrapUp)
    case .operatorStatusChanged(let change):
      setStatus(change.status, of: change.operatorID, at: time)
    case .operatorRegistered(let registration): register(registration, at: time)
    case .operatorProfileUpdated(let update): updateProfile(update.operatorID)
    case .surfaceCreated(let surface): create(surface, at: time)
    case .surfaceDelivered(let surface): deliver(surface, at: time)
    case .surfaceOpened(let surface): open(surface, at: time)
    case .surfaceFieldSaved(let field): save(field, at: time)
    case .surfaceSubmitted(let surface): submit(surface, at: time)
    case .surfacePendingReview(let surface): awaitReview(surface, at: time)
    case .surfaceReviewApproved(let surface): move(surface.surfaceID, to: .approved, at: time)
    case .surfaceReviewRejected(let surface): reject(surface, at: time)
    case .surfaceArchived(let surface):
      move(surface.surfaceID, to: .archived, entity: surface.entityID, at: time)
    case .surfaceReshaped(let surface): reshape(surface, at: time)
    case .surfaceUpdated(let surface): touch(surface)
    case .textStarted(let session): start(session, at: time)
    case .textCompleted(let session): end(session)
    case .textBackgroundResult(let result):
      if let succeeded = result.succeeded {
        history.noteTool(hasFailed: !succeeded, at: clock(time))
      }
    case .channelEmailBounced, .channelEmailClicked, .channelEmailComplained,
      .channelEmailDelayed, .channelEmailDelivered, .channelEmailOpened, .channelEmailReceived,
      .channelEmailRejected, .channelVoicemailStatus, .encounterUpdated,
      .integrationApprovalGranted, .integrationApprovalRejected, .pipelineError,
      .pipelineSyncCompleted, .reviewSubmitted, .selfImageBriefGenerated, .simulationTurnStored,
      .textAgentMessage, .textToolStarted, .triggerCompleted,
      .triggerFailed, .triggerFired, .workspaceInvitationAccepted, .workspaceInvitationSent,
      .workspaceMemberAdded, .workspaceMemberRoleUpdated, .unknown:
      break  // Activity alone.
    }
  }
}
