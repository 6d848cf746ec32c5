/// Something that happened in the centre, as the stream carries it.
package struct SimulatedEvent: Sendable, Equatable {
  /// Unix time in milliseconds.
  package let id: Int
  package let name: EventName
  package let data: JSON
  /// `data` as text, made once for all streams.
  package let text: String

  init(id: Int, name: EventName, data: JSON) {
    self.id = id
    self.name = name
    self.data = data
    text = data.text
  }

  func hostile(number: Int) -> SimulatedEvent {
    SimulatedEvent(id: id, name: name, data: data.hostile(number: number))
  }
}

/// The name of every event that a workspace's stream carries (contract 2.5).
package enum EventName: String, Sendable, CaseIterable {
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

  /// The part before the dot: `call`, `operator`, `surface`, …
  package var family: String {
    String(rawValue.prefix { $0 != "." })
  }
}
