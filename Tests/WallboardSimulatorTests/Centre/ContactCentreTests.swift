import Testing
import WallboardSimulator

@Suite("The contact centre")
struct ContactCentreTests {
  @Test("lives the same day from the same seed")
  func determinism() {
    #expect(day(seed: 7, steps: 3000) == day(seed: 7, steps: 3000))
    #expect(day(seed: 7, steps: 50) != day(seed: 8, steps: 50))
  }

  @Test("tells every event there is, each with the fields of the contract", arguments: [1, 2, 3])
  func everyEvent(seed: UInt64) {
    let events = day(seed: seed, steps: 4000)
    #expect(Set(events.map(\.name)) == Set(EventName.allCases))
    #expect(EventName.allCases.count == 50)
    #expect(Set(events.flatMap(EventRules.violations)) == [])
  }

  @Test("ends calls for every reason")
  func everyReason() {
    let ended = day(seed: 1, steps: 6000).filter { $0.name == .callEnded }
    let reasons = Set(ended.compactMap { $0.data["completion_reason"]?.text })
    #expect(reasons.count == 14)
  }

  @Test("escalates calls for every trigger")
  func everyTrigger() {
    let escalated = day(seed: 1, steps: 4000).filter { $0.name == .callEscalated }
    let triggers = Set(escalated.compactMap { $0.data["trigger"]?.text })
    #expect(triggers == ["\"caller\"", "\"ai\"", "\"operator\""])
  }

  @Test("gives every event an id of its own, in rising order")
  func ids() {
    let ids = day(seed: 3, steps: 2000).map(\.id)
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("gives events of one millisecond the same id where twins are wanted")
  func twins() {
    var centre = ContactCentre(seed: 3, calls: 8, now: start)
    centre.spacing = 0
    let ids = (0..<20).flatMap { _ in centre.step(at: start).map(\.id) }
    #expect(Set(ids) == [start])
  }

  @Test("keeps about as many live calls as it aims at", arguments: [1, 6, 24, 300])
  func calls(aim: Int) {
    var centre = ContactCentre(seed: 5, calls: aim, now: start)
    for step in 0..<4000 { _ = centre.step(at: start + step * 100) }
    let live = centre.truth["calls"]?.elements.count ?? 0
    #expect(abs(live - aim) <= aim / 8 + 1)
  }

  @Test("has calls, waiting ones, operators and surfaces before its first event")
  func opening() throws {
    let truth = ContactCentre(seed: 1, calls: 24, now: start).truth
    #expect(truth["last_event_id"] == .null)
    #expect(truth["calls"]?.elements.count == 24)
    #expect(truth["operators"]?.elements.count == 12)
    let statuses = truth["calls"]?.elements.compactMap { $0["escalation"]?["status"]?.text }
    #expect(Set(statuses ?? []) == ["\"requested\"", "\"connected\""])
    let stages = Set(truth["surfaces"]?.elements.compactMap { $0["stage"]?.text } ?? [])
    #expect(stages.count == 5)
  }

  @Test("fits its truth: folding the events from the first truth on gives the last one")
  func truth() {
    var centre = ContactCentre(seed: 11, calls: 24, now: start)
    var witness = Witness(centre.truth)
    for step in 0..<8000 { centre.step(at: start + step * 250).forEach { witness.fold($0) } }
    #expect(witness.complaints == [])
    #expect(witness == Witness(centre.truth))
  }
}

private let start = 1_766_000_000_000

private func day(seed: UInt64, steps: Int) -> [SimulatedEvent] {
  var centre = ContactCentre(seed: seed, calls: 24, now: start)
  return (0..<steps).flatMap { centre.step(at: start + $0 * 250) }
}
