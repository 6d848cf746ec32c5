import TestSupport
import EventFixtures
import OrderedCollections
import Testing
import WallboardBoard
import WallboardEvents
import WallboardNetwork

/// Every event of contract 2.5, in every variant that a server may send, through real HTTP to the
/// folded board.
@Suite("Every event, from the socket to the board")
struct EveryEventTests {
  /// How one server writes an event.
  struct Variant: Sendable {
    let name: String
    /// Whether an `event:` line names it.
    var hasLine = true
    /// Whether `event_type` in the data names it (contract C12).
    var hasType = false
    let payload: @Sendable (EventFixture) -> String
  }

  private static let variants = [
    Variant(name: "full") { $0.payload },
    Variant(name: "required") { EventFixture.json($0.required) },
    Variant(name: "null") { EventFixture.json($0.required, $0.optional.map { ($0.name, "null") }) },
    Variant(name: "both", hasType: true) { typed($0, []) },
    Variant(name: "inside", hasLine: false, hasType: true) { typed($0, []) },
    Variant(name: "extra") { EventFixture.json($0.fields, [("not_in_any_schema", "[1]")]) },
    Variant(name: "tolerated") { EventFixture.json(fields($0), tolerated[$0.name] ?? []) },
  ]

  /// Fields of pages that no schema has (contract C1 to C5).
  private static let tolerated: [String: [(String, String)]] = [
    "surface.field_saved": [("field_id", #""field_key-example""#)],
    "operator.registered": [("name", #""name-example""#)],
    "operator.wrap_up": [("operator_id", #""operator_id-example""#)],
    "surface.reshaped": [("entity_id", #""entity_id-example""#)],
    "surface.updated": [("entity_id", #""entity_id-example""#)],
    "surface.archived": [("entity_id", #""entity_id-example""#)],
  ]

  /// The order in which a call and a surface live; what is not named comes between the two.
  private static let firstEvents = [
    "call.started", "call.escalated", "operator.registered", "operator.status_changed",
    "operator.joined_call", "operator.mode_changed", "operator.left_call", "operator.wrap_up",
    "surface.created", "surface.delivered", "surface.opened", "surface.field_saved",
    "surface.submitted", "surface.pending_review", "surface.review_rejected",
    "surface.review_approved", "surface.reshaped", "surface.updated", "text.started",
  ]
  private static let lastEvents = ["surface.archived", "text.completed", "call.ended"]

  @Test("arrives, is understood, and means what it should")
  func everyEventInEveryVariant() throws {
    let stream = Self.stream
    let server = try ScriptedServer { connection in
      try connection.beginStream()
      try connection.send(stream)
      connection.hold()
    }
    defer { server.stop() }
    let harness = try EngineHarness(server.origin, capacity: 10_000)
    let count = EventFixture.all.count * Self.variants.count
    #expect(count == 350)
    try harness.run("all events come") { $0.events.count >= count }
    var state = WallboardState(.test)
    for action in harness.heard { _ = reduce(into: &state, Input(action)) }
    expectCounts(state.board)
    expectThings(state.board)
  }

  private func expectCounts(_ board: Board) {
    for fixture in EventFixture.all {
      #expect(board.counts.byType[fixture.name] == Self.variants.count, "\(fixture.name)")
    }
    #expect(board.counts.malformed == 0)
    #expect(board.counts.unknown == 0)
    #expect(board.counts.duplicates == 0)
    // One of each event, and the old name of the saved field beside the new one is no extra.
    #expect(board.counts.extraFields == EventFixture.all.count)
    #expect(board.activity.entries.count == EventFixture.all.count * Self.variants.count)
  }

  private func expectThings(_ board: Board) {
    #expect(board.calls.isEmpty)
    #expect(board.endedCalls.count == Self.variants.count)
    #expect(board.endedCalls.escalated == Self.variants.count)
    #expect(board.endedCalls.byCompletionReason["completed"] == Self.variants.count)
    #expect(board.endedTextSessions.count == Self.variants.count)
    for variant in Self.variants {
      let operatorID = OperatorID("operator_id-\(variant.name)")
      let person = operatorID.flatMap { board.operators[$0] }
      #expect(person?.status != nil && person?.callSID == nil, "\(variant.name)")
      let surfaceID = SurfaceID("surface_id-\(variant.name)")
      let surface = surfaceID.flatMap { board.surfaces[$0] }
      #expect(surface?.stage == .archived, "\(variant.name)")
      #expect(surface?.fieldsSaved.map(\.string) == ["field_key-\(variant.name)"])
      #expect(surface?.entityID?.rawValue == "entity_id-\(variant.name)")
      #expect(surface?.originalSurfaceID?.rawValue == "original_surface_id-\(variant.name)")
    }
  }

  /// The events of all variants as the platform frames them; each variant has ids of its own.
  private static var stream: String {
    let events = order(EventFixture.all).flatMap { fixture in variants.map { (fixture, $0) } }
    return events.enumerated().map { number, event in
      let (fixture, variant) = event
      let data = variant.payload(fixture).replacing("-example", with: "-\(variant.name)")
      let line = variant.hasLine ? "event: \(fixture.name)\n" : ""
      return "id: \(EventStreamTests.firstID + number)\n\(line)data: \(data)\n\n"
    }.joined()
  }

  private static func order(_ fixtures: [EventFixture]) -> [EventFixture] {
    fixtures.sorted { place(of: $0.name) < place(of: $1.name) }
  }

  private static func place(of name: String) -> Int {
    if let index = firstEvents.firstIndex(of: name) { return index }
    return 1_000 + (lastEvents.firstIndex(of: name) ?? -1)
  }

  private static func typed(_ fixture: EventFixture, _ more: [(String, String)]) -> String {
    EventFixture.json(fixture.fields, [("event_type", "\"\(fixture.name)\"")] + more)
  }

  /// The fields without the one that an older name stands for.
  private static func fields(_ fixture: EventFixture) -> [EventFixture.Field] {
    fixture.fields.filter { $0.name != "field_key" }
  }
}

extension BoardSettings {
  /// The settings of a person at a desk, with pseudonyms that are the same every time.
  fileprivate static let test = BoardSettings(
    privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2)))
}
