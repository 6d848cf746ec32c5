import DequeModule
package import WallboardEvents

extension Board {
  /// The rows of a panel, the most urgent first. The order of two rows changes only when one of
  /// them changes its standing, never because time passes.
  package func rows(of panel: Panel) -> [RowID] {
    switch panel {
    case .calls: callRows
    case .operators: operatorRows
    case .surfaces: surfaceRows
    case .activity: activity.entries.reversed().map { .activity($0.sequence) }
    case .alerts: alerts.numbers.map { .alert($0) }
    case .numbers: Metric.allCases.map { .metric($0) }
    }
  }

  /// Callers who wait for a human, the longest wait first; then who is at risk and has none; then
  /// who has one; then the rest, the longest call first.
  /// Those that ended a moment ago stay where they stood.
  private var callRows: [RowID] {
    var keys: [RowKey] = []
    keys.reserveCapacity(calls.count + departed.count)
    calls.forEachRow { keys.append($0.rowKey) }
    departed.forEachRow { keys.append($0.call.rowKey) }
    return keys.sorted { ($0.rank, $0.since) < ($1.rank, $1.since) }.map(\.row)
  }

  private var surfaceRows: [RowID] {
    var keys: [RowKey] = []
    keys.reserveCapacity(surfaces.count)
    surfaces.forEachRow { keys.append($0.rowKey) }
    return keys.sorted { ($0.rank, $0.since) < ($1.rank, $1.since) }.map(\.row)
  }

  /// Who is free comes first, the longest free before all, then who is busy.
  private var operatorRows: [RowID] {
    var keys: [OperatorKey] = []
    keys.reserveCapacity(operators.count)
    operators.forEachRow { keys.append($0.rowKey) }
    return
      keys.sorted { ($0.rank, $0.since, $0.name, $0.id) < ($1.rank, $1.since, $1.name, $1.id) }
      .map { .operator($0.id) }
  }
}

/// What rows are sorted by: keys are sorted, not things, for this is done for every frame, and a thing
/// is large. For the same reason things are read in their place.
private typealias RowKey = (rank: Int, since: Timestamp, row: RowID)
private typealias OperatorKey = (rank: Int, since: Timestamp, name: String, id: OperatorID)

extension Call {
  /// 0 is the most urgent.
  package var urgency: Int {
    let alone = isAtRisk ? 1 : 4
    guard let escalation else { return alone }
    switch escalation.status {
    case .known(.requested): return 0
    case .other: return escalation.isWaiting ? 0 : 2
    case .known(.connected): return 2
    case .known(.handback): return min(alone, 3)
    case .known(.none), .known(.completed): return alone
    }
  }

  /// Whether the platform thinks that the caller may come to harm.
  package var isAtRisk: Bool {
    if riskLevel == .known(.critical) || riskLevel == .known(.high) { return true }
    return hasSafetyConcern || priorityReasons.contains { $0.string == "high_risk" }
  }

  /// Whether a rule of safety has found something in what was said.
  package var hasSafetyConcern: Bool {
    priorityReasons.contains { $0.string == "safety_concern" }
  }

  fileprivate var rowKey: RowKey {
    let rank = urgency
    let since = rank == 0 ? escalation?.requestedAt ?? since : since
    return (rank, since, .call(callSID))
  }
}

extension Operator {
  fileprivate var rowKey: OperatorKey {
    let since = statusSince ?? Timestamp(milliseconds: .max)
    return (urgency, since, name?.string ?? operatorID.rawValue, operatorID)
  }

  fileprivate var urgency: Int {
    switch status {
    case .known(.online): 0
    case .known(.busy): 1
    case .other: 2
    case .known(.offline): 3
    case nil: 4
    }
  }
}

extension Surface {
  fileprivate var rowKey: RowKey { (urgency, stageSince, .surface(surfaceID)) }

  /// 0 is the most urgent. A submitted form that needs no review is as good as finished.
  fileprivate var urgency: Int {
    let isDone = stage == .submitted && reviewRequired == false
    return isDone ? SurfaceStage.created.urgency : stage.urgency
  }
}

extension SurfaceStage {
  fileprivate var urgency: Int {
    switch self {
    case .pendingReview: 0
    case .submitted: 1
    case .inProgress: 2
    case .opened: 3
    case .delivered: 4
    case .created: 5
    case .rejected: 6
    case .approved: 7
    case .archived: 8
    }
  }
}

/// What sets a row apart for some seconds.
package enum RowMark: Hashable, Sendable {
  /// It came a moment ago.
  case new
  /// It came to another standing a moment ago.
  case changed
  /// It is over, and leaves in a moment.
  case ended

  /// How long a row is marked, in seconds.
  package static let shownFor: Int64 = 5
}

extension Board {
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

extension Operator {
  /// What a read told is no news: at the start it tells of all.
  fileprivate func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, let statusSince else { return nil }
    return now.seconds(since: statusSince) < RowMark.shownFor ? .changed : nil
  }
}

extension Surface {
  fileprivate func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, now.seconds(since: stageSince) < RowMark.shownFor else { return nil }
    return stage == .created ? .new : .changed
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

extension FieldValue {
  /// The words, or nothing where there are none.
  init(_ words: String?) {
    self = words.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  /// The value without words that are only looked for.
  fileprivate var shown: FieldValue {
    guard case .text(let words) = self, let end = words.firstIndex(of: "\n") else { return self }
    return .text(String(words[..<end]))
  }
}
