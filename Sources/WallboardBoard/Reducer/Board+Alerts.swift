import OrderedCollections

extension Board {
  /// Looks at the rules, once a second: raises what has held for long enough, and resolves what
  /// holds no more.
  ///
  /// - Returns: At most one alarm, however much went wrong at once.
  mutating func judgeAlerts(by settings: BoardSettings) -> [Effect] {
    guard alerts.beginSecond(at: now) else { return [] }
    alerts.failures.expire(at: now)
    let isCurrent = isCurrent(staleAfter: settings.staleAfter)
    let search = AlertSearch(self, by: settings.alerts, isCurrent: isCurrent)
    alerts.sightings = search.sightings
    let loud = alerts.take(
      search.findings, undecided: search.undecided, by: settings.alerts, at: now,
      isCurrent: isCurrent)
    nameAlerts()
    return loud.isEmpty ? [] : [.alarm(loud.compactMap { alerts.active[$0] })]
  }

  /// Notes what the subjects of the alerts are called, while it is known.
  private mutating func nameAlerts() {
    for index in alerts.active.values.indices where !alerts.active.values[index].isNamed {
      switch alerts.active.keys[index].subject {
      case .workspace, .rule: break
      case .call(let callSID):
        guard let place = calls.index(forKey: callSID) else { break }
        let call = calls.values[place]
        alerts.active.values[index].caller = call.callerID ?? alerts.active.values[index].caller
        alerts.active.values[index].label =
          call.serviceName ?? call.serviceID.flatMap { services[$0] }
      case .operator(let id): alerts.active.values[index].label = operators[id]?.name
      case .surface(let id): alerts.active.values[index].label = surfaces[id]?.title
      case .source:
        alerts.active.values[index].label = alerts.failures.records[alerts.active.keys[index]]?.name
      }
    }
  }
}
