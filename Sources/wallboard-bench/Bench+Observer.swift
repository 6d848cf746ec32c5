import WallboardBoard
import WallboardEvents

extension Bench {
  @Sendable static func measureObserverDecode(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    let decoder = ObserverEventDecoder()
    let at = Timestamp(milliseconds: 0)
    return Measurement(name, count: workload.count) {
      var decoded = 0
      for message in observed.messages {
        if case .event = decoder.decode(message, of: observed.callSID, at: at) { decoded += 1 }
      }
      precondition(decoded == workload.count)
    }
  }

  @Sendable static func measureObserverReduce(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    let actions = observed.events.map(Action.observed)
    precondition(actions.count == workload.count)
    return Measurement(name, count: actions.count) {
      var state = observed.following
      for action in actions { _ = reduce(into: &state, action) }
      precondition(state.view.panes.count == 1)
    }
  }

  /// Words that arrive on a call of which nothing was said yet.
  @Sendable static func measureGrowthOfNewCall(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    return measureGrowth(name, workload, of: observed.following, observed)
  }

  /// The same words on a call whose time line is full: they must cost no more.
  @Sendable static func measureGrowthOfLongCall(
    _ name: String, _ workload: Workload
  ) throws -> Measurement {
    let observed = ObserverWorkload(count: workload.count)
    var state = observed.following
    for event in observed.events { _ = reduce(into: &state, .observed(event)) }
    precondition(state.view.panes.count == 1)
    return measureGrowth(name, workload, of: state, observed)
  }

  private static func measureGrowth(
    _ name: String, _ workload: Workload, of start: WallboardState, _ observed: ObserverWorkload
  ) -> Measurement {
    let deltas = observed.events.filter { $0.event.name == "agent_transcript_delta" }.prefix(12)
    let line = observed.events.filter { $0.event.name == "agent_transcript" }.prefix(1)
    let turn = (Array(deltas) + line).map(Action.observed)
    let calls = workload.count / turn.count / turnsOfCall
    return Measurement(name, count: calls * turnsOfCall * turn.count) {
      for _ in 0..<calls {
        var state = start
        for _ in 0..<turnsOfCall {
          for action in turn { _ = reduce(into: &state, action) }
        }
      }
    }
  }

  /// Few enough that a new call stays short beside a long one; that one is copied once for so many.
  private static let turnsOfCall = 50
}
