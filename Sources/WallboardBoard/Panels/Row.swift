import DequeModule
package import WallboardEvents

/// A row of a panel: the thing, wherever it stands.
package enum RowID: Hashable, Sendable {
  case call(CallSID)
  case `operator`(OperatorID)
  case surface(SurfaceID)
  case activity(UInt64)
  /// An alert, by its number.
  case alert(UInt64)
  case metric(Metric)
}

extension RowID {
  /// The panel of all things of that kind; others may list some of them.
  package var homePanel: Panel {
    switch self {
    case .call: .calls
    case .operator: .operators
    case .surface: .surfaces
    case .activity: .activity
    case .alert: .alerts
    case .metric: .numbers
    }
  }

  /// The key of the thing, as the platform or the board has it.
  var key: String {
    switch self {
    case .call(let id): id.rawValue
    case .operator(let id): id.rawValue
    case .surface(let id): id.rawValue
    case .activity(let number), .alert(let number): String(number)
    case .metric(let metric): metric.rawValue
    }
  }
}

/// What rows are sorted by: keys are sorted, not things, for this is done for every frame, and a thing
/// is large. For the same reason things are read in their place.
typealias RowKey = (rank: Int, since: Timestamp, row: RowID)

/// What sets a row apart for some seconds.
package enum RowMark: Hashable, Sendable {
  /// It came a moment ago.
  case new
  /// It came to another standing a moment ago.
  case changed
  /// It is over, and leaves in a moment.
  case ended

  /// How long a row is marked, in seconds.
  static let shownFor: Int64 = 5
}

extension Board {
  /// What copying the thing gives; `nil` where it has no key that others know.
  func copiedID(of row: RowID) -> String? {
    switch row {
    case .call, .operator, .surface: row.key
    case .alert(let number): alerts.alert(number)?.key.subject.id
    case .activity, .metric: nil
    }
  }

  /// What sets the row apart at this second; it changes with an event, or with the whole second.
  package func mark(of row: RowID) -> RowMark? {
    switch row {
    case .call(let id): mark(of: id)
    case .operator(let id):
      operators.look(at: id) { $0.mark(at: now) } ?? nil
    case .surface(let id):
      surfaces.look(at: id) { $0.mark(at: now) } ?? nil
    case .activity, .alert, .metric: nil
    }
  }

  private func mark(of id: CallSID) -> RowMark? {
    guard let isNew = calls.look(at: id, { $0.isNew(at: now) }) else {
      return departed.contains(id) ? .ended : nil
    }
    return isNew ? .new : nil
  }
}

extension Board {
  /// What a field of the row's thing holds, as far as the disclosure allows: nothing that is not
  /// shown can be filtered or sorted by.
  package func value(
    of field: Field, in row: RowID, _ disclosure: Disclosure
  ) -> FieldValue {
    withFields(of: row, disclosure) { $0(field) }?.shown ?? .none
  }

  /// Finds the row's thing, once, and hands over what its fields hold; `nil` where there is no such
  /// thing any more. Things are looked at where they are: a call is more than a field of it.
  func withFields<Result>(
    of row: RowID, _ disclosure: Disclosure, _ body: ((Field) -> FieldValue) -> Result
  ) -> Result? {
    switch row {
    case .call(let id): withFields(of: id, disclosure, body)
    case .operator(let id):
      operators.look(at: id) { person in body { person.value(of: $0, in: self) } }
    case .surface(let id):
      surfaces.look(at: id) { surface in body { surface.value(of: $0, at: now, disclosure) } }
    case .activity(let sequence):
      activity.entry(sequence).map { entry in
        body { entry.value(of: $0, in: self, disclosure) }
      }
    case .alert(let number):
      alerts.alert(number).map { alert in body { alert.value(of: $0, in: self, disclosure) } }
    case .metric(let metric):
      body { value(of: $0, of: metric) }
    }
  }

  private func withFields<Result>(
    of id: CallSID, _ disclosure: Disclosure, _ body: ((Field) -> FieldValue) -> Result
  ) -> Result? {
    let live = calls.look(at: id) { call in
      body { call.value(of: $0, at: now, in: self, disclosure) }
    }
    return live
      ?? departed.look(at: id) { call in body { call.value(of: $0, in: self, disclosure) } }
  }
}
