import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func title(of row: RowID) -> String {
    switch row {
    case .call(let id): "Call \(id.short)"
    case .operator(let id): "Operator \(board.name(of: id))"
    case .surface(let id): "Surface \(id.short)"
    case .activity(let sequence): board.activity.entry(sequence)?.content.name ?? "Event"
    case .alert(let number): title(ofAlert: number)
    case .metric(let metric): metric.rawValue
    }
  }

  /// All that is known of a thing, or what became of it.
  func facts(of row: RowID) -> [Fact] {
    switch row {
    case .call(let id): board.calls[id].map(facts) ?? facts(ofEnded: id)
    case .operator(let id): board.operators[id].map(facts) ?? gone("This operator is gone.")
    case .surface(let id):
      board.surfaces[id].map(facts) ?? gone("This surface is no longer on the board.")
    case .activity(let sequence):
      board.activity.entry(sequence).map(facts) ?? gone("This event is no longer remembered.")
    case .alert(let number):
      board.alerts.alert(number).map(facts) ?? gone("This alert is no longer remembered.")
    case .metric: []
    }
  }

  private func gone(_ words: String) -> [Fact] {
    [.entry(label: "", value: Phrase(words, .muted))]
  }

  private func facts(ofEnded id: CallSID) -> [Fact] {
    guard let call = board.endedCalls.recent.last(where: { $0.callSID == id }) else {
      return gone("This call is no longer on the board.")
    }
    var list = FactList(self)
    list.add(
      "Ended",
      "This call ended at \(timeOfDay(call.endedAt))"
        + (call.completionReason.map { ": \($0.words)" } ?? ""), .ended)
    list.add("Lasted", Durations.seconds(call.duration).map(Durations.stopwatch))
    list.add("Direction", call.direction?.words)
    list.add("Escalated", call.escalated ? "yes" : "no")
    list.add("Call", id.rawValue, .identifier)
    return list.facts
  }
}
