@testable import WallboardEvents

/// Events in one line each; what a test does not say is the plainest there is.
extension WorkspaceEvent {
  static func started(
    _ call: CallSID, service: ServiceID = "billing", caller: PersonalIdentifier? = nil
  ) -> WorkspaceEvent {
    .callStarted(
      CallStarted(
        callSID: call, direction: .known(.inbound), serviceID: service,
        callerID: caller.map { Protected($0) }))
  }

  static func ended(
    _ call: CallSID, because reason: CompletionReason = .completed, after seconds: Double = 60,
    escalated: Bool? = nil
  ) -> WorkspaceEvent {
    .callEnded(
      CallEnded(
        callSID: call, direction: .known(.inbound), durationSeconds: seconds,
        completionReason: .known(reason), escalated: escalated))
  }

  static func escalated(_ call: CallSID, _ escalation: EscalationID = "E1") -> WorkspaceEvent {
    .callEscalated(
      CallEscalated(
        callSID: call, escalationID: escalation, trigger: .known(.ai), reason: Protected("dizzy")))
  }

  static func joined(
    _ person: OperatorID, _ call: CallSID, _ mode: OperatorMode = .takeover
  ) -> WorkspaceEvent {
    .operatorJoinedCall(
      OperatorJoinedCall(callSID: call, operatorID: person, mode: .known(mode)))
  }

  static func mode(
    _ person: OperatorID, _ call: CallSID, _ mode: OperatorMode
  ) -> WorkspaceEvent {
    .operatorModeChanged(
      OperatorModeChanged(callSID: call, operatorID: person, mode: .known(mode)))
  }

  static func left(_ person: OperatorID, _ call: CallSID) -> WorkspaceEvent {
    .operatorLeftCall(OperatorLeftCall(callSID: call, operatorID: person))
  }

  static func wrappedUp(_ call: CallSID, _ reason: BoundedString? = "resolved") -> WorkspaceEvent {
    .operatorWrapUp(OperatorWrapUp(callSID: call, wrapUpReason: reason))
  }

  static func status(_ person: OperatorID, _ status: OperatorStatus) -> WorkspaceEvent {
    .operatorStatusChanged(OperatorStatusChanged(operatorID: person, status: .known(status)))
  }

  static func created(
    _ surface: SurfaceID, fields: Int? = 3, review: Bool? = nil
  ) -> WorkspaceEvent {
    .surfaceCreated(
      SurfaceCreated(
        surfaceID: surface, entityID: "patient", channel: "sms", fieldsCount: fields,
        reviewRequired: review))
  }

  static func delivered(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceDelivered(
      SurfaceDelivered(surfaceID: surface, entityID: "patient", channel: "sms"))
  }

  static func opened(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceOpened(SurfaceOpened(surfaceID: surface, entityID: "patient"))
  }

  static func saved(_ field: BoundedString, _ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceFieldSaved(
      SurfaceFieldSaved(surfaceID: surface, entityID: "patient", fieldKey: field))
  }

  static func submitted(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceSubmitted(SurfaceSubmitted(surfaceID: surface, entityID: "patient"))
  }

  static func pendingReview(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfacePendingReview(SurfacePendingReview(surfaceID: surface, entityID: "patient"))
  }

  static func approved(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceReviewApproved(SurfaceReviewApproved(surfaceID: surface))
  }

  static func rejected(_ surface: SurfaceID, _ reason: BoundedString? = "blurred") -> WorkspaceEvent
  {
    .surfaceReviewRejected(
      SurfaceReviewRejected(surfaceID: surface, reason: reason.map { Protected($0) }))
  }

  static func archived(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceArchived(SurfaceArchived(surfaceID: surface))
  }

  static func reshaped(_ surface: SurfaceID, from original: SurfaceID) -> WorkspaceEvent {
    .surfaceReshaped(SurfaceReshaped(surfaceID: surface, originalSurfaceID: original))
  }

  static func updated(_ surface: SurfaceID) -> WorkspaceEvent {
    .surfaceUpdated(SurfaceUpdated(surfaceID: surface))
  }

  static func textStarted(_ session: SessionID) -> WorkspaceEvent {
    .textStarted(TextStarted(sessionID: session, serviceID: "billing", channelKind: "sms"))
  }

  static func textCompleted(
    _ session: SessionID, after seconds: Double = 60, turns: Int = 4
  ) -> WorkspaceEvent {
    .textCompleted(
      TextCompleted(
        sessionID: session, durationSeconds: seconds, turnCount: turns, finalState: "done",
        channelKind: "sms"))
  }

  static func triggerCompleted(_ name: BoundedString = "nightly") -> WorkspaceEvent {
    .triggerCompleted(TriggerCompleted(triggerID: "T", triggerName: name, status: "completed"))
  }

  static func pipelineError(_ source: BoundedString) -> WorkspaceEvent {
    .pipelineError(PipelineError(dataSourceID: source, error: Protected("401")))
  }

  static func synced(_ source: BoundedString) -> WorkspaceEvent {
    .pipelineSyncCompleted(
      PipelineSyncCompleted(dataSourceID: source, eventCount: 1, durationMs: 1))
  }

  static func bounced(_ address: PersonalIdentifier = "a@b") -> WorkspaceEvent {
    .channelEmailBounced(
      ChannelEmailBounced(emailID: "m", toAddress: Protected(address), fromAddress: "c@d"))
  }

  static func voicemail(_ status: VoicemailStatus) -> WorkspaceEvent {
    .channelVoicemailStatus(
      ChannelVoicemailStatus(
        voicemailID: "v", status: .known(status), recipientPhoneNumber: Protected("+1")))
  }

  static func triggerFailed(_ name: BoundedString = "nightly") -> WorkspaceEvent {
    .triggerFailed(TriggerFailed(triggerID: "T", triggerName: name, status: "failed"))
  }

  static func unknown(_ name: BoundedString) -> WorkspaceEvent {
    .unknown(UnknownEvent(name: name, data: Protected(.string("anything"))))
  }
}
