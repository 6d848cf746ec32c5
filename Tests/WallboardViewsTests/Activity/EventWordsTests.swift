import Testing
import WallboardBoard
@testable import WallboardEvents

/// What the platform calls by names of its own is read as words; programs get the names.
struct EventWordsTests {
  private func context(_ reader: SummaryContext.Reader) -> SummaryContext {
    let privacy = Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))
    return SummaryContext(names: Board(), disclosure: privacy.output, for: reader)
  }

  @Test(arguments: [
    (
      "text.completed", #"{"session_id":"s","channel_kind":"web_chat","final_state":"form_sent"}"#,
      "web chat, ended, form sent", "web_chat, ended, form_sent"
    ),
    (
      "text.tool_started",
      #"{"conversation_id":"c","tool_name":"message_provider","call_id":"t"}"#, "message provider",
      "message_provider"
    ),
    (
      "workspace.member_added", #"{"entity_id":"e","role":"team_lead"}"#, "role: team lead",
      "as team_lead"
    ),
    (
      "workspace.member_role_updated",
      #"{"entity_id":"e","role":"team_lead","previous_role":"member"}"#, "member → team lead",
      "member → team_lead"
    ),
  ])
  func workspaceEvents(name: String, json: String, people: String, programs: String) throws {
    let event = try EventDecoding.event(named: name, json: json)
    #expect(event.summary(context(.people)) == people)
    #expect(event.summary(context(.programs)) == programs)
  }

  @Test(arguments: [
    (
      "state_transition", #"{"previous_state":"verify_identity","next_state":"book_visit"}"#,
      "verify identity → book visit", "verify_identity → book_visit"
    ),
    (
      "tool_call_started", #"{"tool_name":"message_provider","call_id":"t"}"#,
      "message provider runs", "message_provider runs"
    ),
    (
      "speaker_muted", #"{"muted":true}"#, "somebody is muted (not known who)",
      "muted"
    ),
    (
      "speaker_muted", #"{"muted":false}"#,
      "somebody can be heard again (not known who)", "no longer muted"
    ),
    (
      "speaker_muted", #"{"speaker_id":"s","speaker_role":"agent"}"#, "the AI is muted", "muted"
    ),
  ])
  func observerEvents(name: String, json: String, people: String, programs: String) throws {
    let event = try ObserverDecoding.event(named: name, json: json)
    #expect(event.summary(context(.people)) == people)
    #expect(event.summary(context(.programs)) == programs)
  }

  @Test func aFormIsSubmittedAndAnApprovalRejected() {
    #expect(WorkspaceEvent.Kind.surfaceSubmitted.spoken == "form submitted")
    #expect(SurfaceStage.submitted.spoken == "submitted")
    #expect(WorkspaceEvent.Kind.integrationApprovalRejected.spoken == "approval rejected")
    #expect(Metric.surfaceCompletion.title == "Forms submitted")
  }
}
