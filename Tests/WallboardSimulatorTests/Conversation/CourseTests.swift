import Testing

@testable import WallboardSimulator

@Suite("A call's course")
struct CourseTests {
  @Test("that is too long to be told again is told up to a limit, and then how it ended")
  func tooLong() throws {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    var conversation = Conversation(of: call, options)
    for _ in 0..<600 { _ = conversation.next(at: .max) }
    let ended = EndedCall(
      call: call, durationSeconds: 900, reason: .completed, endedAt: call.startedAt + 900_000)
    _ = conversation.undergo(.ended(ended), at: 900_000)

    func story(telling limit: Int) -> (story: CallStory?, count: Int) {
      var again = Conversation(of: call, options)
      again.story = CallStory()
      again.follow(conversation.course, telling: limit)
      return (again.story, again.course.count)
    }
    let whole = try #require(story(telling: 600).story)
    let (part, count) = story(telling: 300)
    let turns = try #require(part?.turns)
    #expect((10..<whole.turns.count).contains(turns.count))
    #expect(count == 600 && part?.finalState == whole.finalState)
    let legs = try #require(part?.participants)
    #expect(legs.count == 2 && legs.allSatisfy { $0.left?.time ?? 0 >= 900_000 })
  }

  @Test("has no word of the agent while a person speaks in its place")
  func takenOver() throws {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    var conversation = Conversation(of: call, options)
    for _ in 0..<100 { _ = conversation.next(at: .max) }
    let person = Cast.Person(id: "op_1", name: "Ada", role: .operator)
    _ = conversation.undergo(.joined(person, operatorID: "1", mode: .takeover), at: 60_000)
    let heard = (0..<3_000).compactMap { _ in conversation.next(at: .max) }
    #expect(heard.count == 3_000 && !heard.contains { $0.text("speaker_role") == "agent" })
    #expect(!heard.contains { $0.name == .agentTranscriptDelta })
  }

  @Test("makes up for a while at most when the clock is put forward, and goes on")
  func clockForward() throws {
    for pace in [CallClock.Pace.natural(10), .even(1000)] {
      var observed = try observedCall(pace)
      _ = observed.due(at: start + 100)
      let day = start + 86_400_000
      #expect(observed.due(at: day).count <= Conversation.catchUpLimit)
      #expect((1...2_000).contains(observed.due(at: day + 2_000).count))
    }
  }

  @Test("goes on at an even rate when the clock is put back")
  func clockBack() throws {
    var observed = try observedCall(.even(1000))
    #expect(observed.due(at: start + 100).count == 100)
    _ = observed.due(at: start - 86_400_000)
    #expect(observed.due(at: start - 86_400_000 + 100).count == 100)
  }

  @Test("has its times at any speed, and none before its start")
  func times() {
    for pace in [CallClock.Pace.natural(1e-300), .natural(1e300), .even(1e-300)] {
      var clock = CallClock(startedAt: start, pace: pace)
      clock.observe(since: start, after: 0)
      #expect(clock.time(of: 1_500, number: 3) >= start)
      #expect(clock.callTime(at: start + 1_000) >= 0)
    }
    var ahead = CallClock(startedAt: start + 5_000, pace: .natural(1))
    #expect(ahead.callTime(at: start) == 0)
    ahead.begin(by: start)
    #expect(ahead.callTime(at: start + 2_000) == 2_000)
    #expect(ahead.time(of: 2_000, number: 1) == start + 5_000)
    #expect(ahead.time(of: 7_000, number: 1) == start + 7_000)
  }

  private func observedCall(_ pace: CallClock.Pace) throws -> ObservedCall {
    let call = try #require(ContactCentre(seed: 1, calls: 1, now: start).calls.first)
    let clock = CallClock(startedAt: start, pace: pace)
    var observed = ObservedCall(Conversation(of: call, options), clock: clock, now: start)
    observed.resume(at: start)
    return observed
  }

  private let options = SimulatorOptions()
}

private let start = 1_766_000_000_000
