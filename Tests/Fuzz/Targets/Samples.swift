import EventFixtures
import WallboardEvents
import WallboardPlatform

/// What the targets take for granted.
enum Samples {
  static let moment = Timestamp(milliseconds: 1_766_000_000_500)
  static let callSID = CallSID("call_sid-example")

  /// What a mode of privacy lets out, with pseudonyms that are the same every time.
  static func privacy(_ mode: PrivacyMode) -> Privacy {
    Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
  }

  static func endpoints() throws -> PlatformEndpoints {
    guard let workspace = WorkspaceID("00000000-0000-4000-8000-000000000001") else {
      throw FuzzTarget.Finding(description: "an id of a workspace is none")
    }
    return PlatformEndpoints(address: try PlatformAddress("https://host"), workspace: workspace)
  }

  /// One message of an observer socket for each of its events.
  static let messages = (EventFixture.observer + EventFixture.olderObserver).map(\.message)

  /// A page of each list, as a read finds it.
  static let pages: [SnapshotSource: String] = [
    .services: #"{"items":[{"id":"s-1","name":"Billing"}],"has_more":false}"#,
    .calls:
      #"{"calls":[{"call_sid":"CA1","direction":"inbound","service_id":"s-1","caller_id":"+1","#
      + #""duration_seconds":12.5,"escalation_active":true,"priority_reasons":["long_wait"],"#
      + #""current_state":"greeting","turn_count":3}],"total":1}"#,
    .operators:
      #"{"items":[{"id":"o-1","status":"busy","name":"Ada","type":"clinical","#
      + #""last_status_change":"2026-08-03T10:00:00Z","active_call_sid":"CA1"}],"has_more":true,"#
      + #""continuation_token":2}"#,
    .escalations:
      #"{"items":[{"call_entity_id":"e","call_sid":"CA1","escalation_id":"x","#
      + #""status":"requested","trigger":"caller","requested_at":"2026-08-03T10:00:00.5+02:00","#
      + #""operator_entity_id":"o-1","phone_number":"+15550100","direction":"inbound"}],"#
      + #""has_more":false}"#,
    .surfaces:
      #"{"items":[{"id":"f-1","entity_id":"e","title":"Consent","status":"delivered","#
      + #""channel":"sms","fields_count":4}],"has_more":false,"continuation_token":null}"#,
  ]
}
