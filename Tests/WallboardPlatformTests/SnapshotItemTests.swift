import Testing
import WallboardBoard
import WallboardEvents
import WallboardPlatform

@Suite struct SnapshotItemTests {
  @Test func operators() throws {
    var reading = try Reading(.operators)
    let step = reading.answer(
      page(
        #"{"id":"o-1","status":"busy","name":"Ada","type":"clinical","email":"HIDDEN","#
          + #""last_status_change":"2026-08-03T10:00:00Z","active_call_sid":"CA1"}"#,
        #"{"id":"o-2","status":"asleep"}"#))
    guard case .finished(.operators(let operators, isComplete: true)) = step else {
      throw NotExpected()
    }
    var expected = OperatorSnapshot(
      operatorID: try #require(OperatorID("o-1")), status: .known(.busy))
    expected.name = "Ada"
    expected.type = "clinical"
    expected.statusSince = Timestamp(milliseconds: 1_785_751_200_000)
    expected.activeCallSID = CallSID("CA1")
    #expect(operators.first == expected)
    #expect(operators.last?.status == .other("asleep"))
    #expect(!"\(step)".contains("HIDDEN"))
  }

  @Test func services() throws {
    var reading = try Reading(.services)
    let step = reading.answer(
      page(#"{"id":"s-1","name":"Billing"}"#, #"{"id":"s-2"}"#, #"{"id":"s-1","name":"Newer"}"#))
    #expect(reading.requests == ["/services?limit=100"])
    #expect(step == .finished(.services([try #require(ServiceID("s-1")): "Newer"])))
  }

  @Test func escalations() throws {
    var reading = try Reading(.escalations)
    let step = reading.answer(
      page(
        #"{"call_entity_id":"e","call_sid":"CA1","escalation_id":"x","status":"requested","#
          + #""trigger":"caller","requested_at":"2026-08-03T10:00:00Z","connected_at":null,"#
          + #""operator_entity_id":"o-1","caller_id":null,"phone_number":"+15550100","#
          + #""direction":"inbound","started_at":"2026-08-03T09:59:00Z","immediate":false}"#,
        #"{"call_entity_id":"e","status":"requested","immediate":true}"#))
    var expected = EscalationSnapshot(
      callSID: try #require(CallSID("CA1")), status: .known(.requested))
    expected.escalationID = EscalationID("x")
    expected.trigger = .known(.caller)
    expected.requestedAt = Timestamp(milliseconds: 1_785_751_200_000)
    expected.operatorID = OperatorID("o-1")
    expected.callerID = Protected("+15550100")
    expected.direction = .known(.inbound)
    expected.callStartedAt = Timestamp(milliseconds: 1_785_751_140_000)
    #expect(reading.requests == ["/operators/escalations/active?limit=100"])
    // Without a call it has no place on the board, so the list is not the whole truth.
    #expect(step == .finished(.escalations([expected], isComplete: false)))
    #expect(!"\(step)".contains("15550100"))
  }
}

@Suite struct SurfaceReadTests {
  @Test func theOpenOnesAreReadInTheOrderInWhichTheyMove() throws {
    var reading = try Reading(.surfaces)
    for _ in 0..<4 { reading.answer(page()) }
    #expect(reading.answer(page()) == .finished(.surfaces([], isComplete: true)))
    let statuses = ["created", "delivered", "opened", "partial", "pending_review"]
    #expect(reading.requests == statuses.map { "/surfaces?status=\($0)&limit=100" })
  }

  @Test func everyPassHasItsOwnPages() throws {
    var reading = try Reading(.surfaces)
    reading.answer(page(#"{"id":"s-1","status":"created"}"#, hasMore: true, token: "100"))
    reading.answer(page())
    #expect(
      reading.requests == [
        "/surfaces?status=created&limit=100",
        "/surfaces?status=created&limit=100&continuation_token=100",
        "/surfaces?status=delivered&limit=100",
      ])
  }

  @Test(
    arguments: [
      ("created", .created, "created_at"), ("delivered", .delivered, "delivered_at"),
      ("opened", .opened, "opened_at"), ("partial", .inProgress, "opened_at"),
      ("pending_review", .pendingReview, "submitted_at"),
      ("completed", .submitted, "submitted_at"), ("expired", .archived, "expires_at"),
      ("archived", .archived, "archived_at"),
    ] as [(String, SurfaceStage, String)])
  func statusesAreStages(status: String, stage: SurfaceStage, field: String) throws {
    let times = [
      "created_at", "delivered_at", "opened_at", "submitted_at", "archived_at", "expires_at",
    ].enumerated().map { #""\#($1)":"2026-08-03T10:00:0\#($0 + 1)Z""# }
    let seconds = [
      "created_at": 1, "delivered_at": 2, "opened_at": 3, "submitted_at": 4,
      "archived_at": 5, "expires_at": 6,
    ]
    let second = Int64(try #require(seconds[field]))
    let full = #"{"id":"s","status":"\#(status)",\#(times.joined(separator: ","))}"#
    #expect(try read(full).stage == stage)
    #expect(try read(full).stageSince?.milliseconds == 1_785_751_200_000 + second * 1000)
    let bare = #"{"id":"s","status":"\#(status)","created_at":"2026-08-03T10:00:00Z"}"#
    #expect(try read(bare).stageSince?.milliseconds == 1_785_751_200_000)
  }

  @Test func aSurfacesDetails() throws {
    let surface = try read(
      #"{"id":"s","status":"opened","entity_id":"e","title":"Intake","channel":"sms","#
        + #""fields_count":3,"url":"https://HIDDEN","submitted_data":{"a":"HIDDEN"}}"#)
    #expect(surface.entityID == EntityID("e") && surface.title == "Intake")
    #expect(surface.channel == "sms" && surface.fieldsCount == 3)
    #expect(!"\(surface)".contains("HIDDEN"))
  }

  @Test func aSurfaceThatMovesOnMeanwhileIsKeptOnce() throws {
    var reading = try Reading(.surfaces)
    reading.answer(page(#"{"id":"s-1","status":"created"}"#, #"{"id":"s-2","status":"created"}"#))
    reading.answer(page(#"{"id":"s-1","status":"delivered"}"#, #"{"id":"s-3","status":"molten"}"#))
    for _ in 0..<2 { reading.answer(page()) }
    guard case .finished(.surfaces(let surfaces, isComplete: true)) = reading.answer(page()) else {
      throw NotExpected()
    }
    #expect(surfaces.map(\.surfaceID.rawValue) == ["s-2", "s-1", "s-3"])
    #expect(surfaces.map(\.stage) == [.created, .delivered, nil])
  }

  private func read(_ surface: String) throws -> SurfaceSnapshot {
    var reading = try Reading(.surfaces)
    reading.answer(page(surface))
    for _ in 0..<3 { reading.answer(page()) }
    guard case .finished(.surfaces(let surfaces, isComplete: true)) = reading.answer(page()) else {
      throw NotExpected()
    }
    return try #require(surfaces.first)
  }
}
