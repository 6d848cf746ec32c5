import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Everything that is known of a call, or how it ended.
struct CallDetail: RegionMaker {
  let context: FrameContext

  func facts(of id: CallSID) -> [Fact] { board.calls[id].map(facts) ?? facts(ofEnded: id) }

  private func facts(of call: Call) -> [Fact] {
    var list = FactList(context)
    let standing = CallStanding(call, at: now, board.waitSeverity(of: call, by: targets))
    list.add("State", standing.word, standing.role)
    list.add("Duration", Durations.stopwatch(now.seconds(since: call.since)) + beginning(of: call))
    list.add("Direction", call.direction?.spoken)
    list.add("Service", board.serviceName(of: call))
    list.add("Caller", call.callerID.map { $0.label("caller", disclosure) }, .masked)
    list.add("Risk", call.riskLevel?.spoken, call.riskRole)
    list.add("Priority", call.priorityReasons.map(\.spoken).joined(separator: ", "))
    list.add("Step", call.currentState?.spoken)
    list.add("Emotion", board.emotion(of: call))
    list.add("Turns", call.turnCount.map(String.init))
    list.add("Wrap-up", call.wrapUpReason?.spoken)
    if let escalation = call.escalation { addFacts(of: escalation, call, to: &list) }
    addOperators(of: call, to: &list)
    addNotes(about: call.callSID, to: &list)
    list.heading("IDs")
    list.add("Call", call.callSID.rawValue, .identifier)
    list.add("Service", call.serviceID?.rawValue, .identifier)
    list.add("Escalation", call.escalation?.escalationID?.rawValue, .identifier)
    return list.facts
  }

  private func addNotes(about callSID: CallSID, to list: inout FactList) {
    let notes = board.notes.about(callSID)
    guard !notes.isEmpty, view.wall == nil else { return }
    list.heading("Notes")
    NoteWords(context: context).add(notes, to: &list)
  }

  private func beginning(of call: Call) -> String {
    guard let startedAt = call.startedAt else {
      return " at least: first seen at " + timeOfDay(call.firstSeenAt)
    }
    return ", since " + timeOfDay(startedAt)
  }

  private func addFacts(of escalation: Escalation, _ call: Call, to list: inout FactList) {
    list.heading("Escalation")
    list.add("Status", escalation.status.spoken)
    list.add("Why", escalation.trigger?.spoken)
    if let key = context.reasonKey(of: call, in: .detail) {
      list.add("Reason", "\(key) shows it", .muted)
    } else {
      list.add("Reason", escalation.reason?.words(disclosure), .masked)
    }
    list.add("Asked", at: escalation.requestedAt)
    list.add("Answered", at: escalation.connectedAt)
    list.add("Waiting for", escalation.waiting(at: now).map(Durations.stopwatch))
    list.add("Waited", escalation.waitThatWas.map(Durations.stopwatch))
  }

  private func addOperators(of call: Call, to list: inout FactList) {
    guard !call.operators.isEmpty else { return }
    list.heading("Operators")
    for person in call.operators {
      let since = person.joinedAt.map { ", since " + timeOfDay($0) } ?? ""
      list.add(person.mode?.spoken ?? "on the call", board.name(of: person.operatorID) + since)
    }
  }

  private func facts(ofEnded id: CallSID) -> [Fact] {
    guard let call = board.endedCalls.recent.last(where: { $0.callSID == id }) else {
      return Fact.gone("This call is no longer on the board.")
    }
    var list = FactList(context)
    list.add(
      "Ended",
      timeOfDay(call.endedAt) + (call.reason.map { ", \($0.spoken)" } ?? ""), .ended)
    list.add("Lasted", Durations.seconds(call.duration).map(Durations.stopwatch))
    list.add("Direction", call.direction?.spoken)
    list.add("Escalated", call.escalated ? "yes" : "no")
    list.add("Call", id.rawValue, .identifier)
    return list.facts
  }
}
