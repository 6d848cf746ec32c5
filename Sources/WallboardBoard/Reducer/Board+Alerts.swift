import WallboardEvents

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
    for key in alerts.active.values.filter({ !$0.isNamed }).map(\.key) {
      switch key.subject {
      case .workspace, .rule: break
      case .call(let callSID):
        guard let call = calls[callSID] else { break }
        let label = call.serviceName ?? call.serviceID.flatMap { services[$0] }
        alerts.active.update(key) { alert in
          alert.caller = call.callerID ?? alert.caller
          alert.label = label
        }
      case .operator(let id): label(key, operators[id]?.name)
      case .surface(let id): label(key, surfaces[id]?.title)
      case .source: label(key, alerts.failures.records[key]?.name)
      }
    }
  }

  private mutating func label(_ key: AlertKey, _ name: Text?) {
    alerts.active.update(key) { $0.label = name }
  }
}
