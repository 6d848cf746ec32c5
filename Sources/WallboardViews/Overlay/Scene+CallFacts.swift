import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func facts(of call: Call) -> [Fact] {
    var list = FactList(self)
    let standing = CallStanding(call, at: now)
    list.add("State", standing.word, standing.role)
    list.add("Lasts", Durations.stopwatch(now.seconds(since: call.since)) + beginning(of: call))
    list.add("Direction", call.direction?.words)
    list.add("Service", board.serviceName(of: call))
    list.add("Caller", call.callerID.map { $0.label("caller", disclosure) }, .masked)
    list.add("Risk", call.riskLevel?.words, call.riskRole)
    list.add("Priority", call.priorityReasons.map(\.word).joined(separator: ", "))
    list.add("Step", call.currentState?.string)
    list.add("Emotion", call.emotion?.string)
    list.add("Turns", call.turnCount.map(String.init))
    list.add("Wrap-up", call.wrapUpReason?.string)
    if let escalation = call.escalation { addFacts(of: escalation, to: &list) }
    addOperators(of: call, to: &list)
    list.heading("Ids")
    list.add("Call", call.callSID.rawValue, .identifier)
    list.add("Service", call.serviceID?.rawValue, .identifier)
    list.add("Escalation", call.escalation?.escalationID?.rawValue, .identifier)
    return list.facts
  }

  private func beginning(of call: Call) -> String {
    guard let startedAt = call.startedAt else {
      return " at least: first heard of at " + timeOfDay(call.firstSeenAt)
    }
    return ", since " + timeOfDay(startedAt)
  }

  private func addFacts(of escalation: Escalation, to list: inout FactList) {
    list.heading("Escalation")
    list.add("Status", escalation.status.words)
    list.add("Asked by", escalation.trigger?.words)
    list.add("Reason", escalation.reason?.words(disclosure), .masked)
    list.add("Asked", at: escalation.requestedAt)
    list.add("Answered", at: escalation.connectedAt)
    list.add("Waited", escalation.waited(at: now).map(Durations.stopwatch))
  }

  private func addOperators(of call: Call, to list: inout FactList) {
    guard !call.operators.isEmpty else { return }
    list.heading("Operators")
    for person in call.operators {
      let since = person.joinedAt.map { ", since " + timeOfDay($0) } ?? ""
      list.add(person.mode?.words ?? "on the call", board.name(of: person.operatorID) + since)
    }
  }
}
