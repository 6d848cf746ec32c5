import Testing
import WallboardEvents
@testable import WallboardViews

struct EventFieldsTests {
  private func fields(_ mode: PrivacyMode) throws -> [String] {
    let event = try EventDecoding.event(
      named: "surface.delivered",
      json: #"""
        {"surface_id":"s-1","entity_id":"e-1","channel":"sms","channel_address":"+15550100",
         "delivery_status":null}
        """#)
    let privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
    let payload = try #require(event.payload)
    return EventFields(privacy.board(identifiersShown: false)).fields(of: payload)
      .map { "\($0.name): \($0.value)" }
  }

  @Test func everyFieldThatIsThereHasALine() throws {
    #expect(
      try fields(.open) == [
        "form ID: s-1", "entity ID: e-1", "channel: sms", "channel address: +15550100",
      ])
  }

  @Test func whatIsProtectedStaysSo() throws {
    let lines = try fields(.desk)
    #expect(lines.count == 4)
    #expect(!lines.joined().contains("5550100"))
  }

  @Test func openWordsAreShownAsTheyCame() throws {
    let event = try EventDecoding.event(
      named: "call.ended",
      json: #"""
        {"call_sid":"c","direction":"sideways","duration_seconds":2.5,"completion_reason":"timeout"}
        """#)
    let privacy = Privacy(mode: .wall, pseudonyms: PseudonymKey(1, 2))
    let payload = try #require(event.payload)
    let values = EventFields(privacy.board(identifiersShown: false)).fields(of: payload)
    #expect(values.map(\.value) == ["c", "sideways", "2.5", "timeout"])
    #expect(values.map(\.name).prefix(2) == ["call ID", "direction"])
  }
}
