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
    let search = search(by: settings.alerts, isCurrent: isCurrent)
    alerts.sightings = search.sightings
    let loud = alerts.take(
      search.findings, undecided: search.undecided, by: settings.alerts, at: now,
      isCurrent: isCurrent)
    nameAlerts()
    return loud.isEmpty ? [] : [.alarm(loud.compactMap { alerts.active[$0] })]
  }

  /// By a method that changes nothing: the board is not copied for it.
  private func search(by settings: AlertSettings, isCurrent: Bool) -> AlertSearch {
    AlertSearch(self, by: settings, isCurrent: isCurrent)
  }

  /// Notes what the subjects of the alerts are called, while it is known.
  private mutating func nameAlerts() {
    var unnamed: [AlertKey] = []
    alerts.active.forEachRow(where: { !$0.isNamed }) { unnamed.append($0.key) }
    for key in unnamed {
      switch key.subject {
      case .workspace, .rule: break
      case .call(let callSID):
        let names = calls.look(at: callSID) { call in
          (
            caller: call.callerID,
            service: call.serviceName ?? call.serviceID.flatMap { services[$0] }
          )
        }
        guard let names else { break }
        alerts.active.update(key) { alert in
          alert.caller = names.caller ?? alert.caller
          alert.label = names.service
        }
      case .operator(let id): label(key, operators.look(at: id) { $0.name } ?? nil)
      case .surface(let id): label(key, surfaces.look(at: id) { $0.title } ?? nil)
      case .source: label(key, alerts.failures.records.look(at: key) { $0.name } ?? nil)
      }
    }
  }

  private mutating func label(_ key: AlertKey, _ name: Text?) {
    if let name { alerts.active.update(key) { $0.label = name } }
  }
}
