import DequeModule
import WallboardEvents

/// How often something was tried in the last hour, and how often it failed.
package struct Outcomes: Equatable, Sendable {
  package private(set) var failed = 0
  package private(set) var total = 0

  /// What failed, as a part of all; `nil` of nothing.
  package var share: Double? { total > 0 ? Double(failed) / Double(total) : nil }

  mutating func note(hasFailed: Bool) {
    total += 1
    if hasFailed { failed += 1 }
  }

  mutating func add(_ other: Outcomes) {
    failed += other.failed
    total += other.total
  }
}

/// How that went in the last hour which may fail, each thing by itself.
struct OutcomeLog: Equatable, Sendable {
  /// What is counted together, in minutes, and how many of those make the hour.
  private static let slotLength = 5
  private static let slots = RollingHour.minutes / slotLength

  /// How one thing went.
  struct Record: Equatable, Sendable {
    var name: BoundedString?
    /// Oldest first, without those in which nothing happened: no more than make an hour.
    fileprivate var slots: Deque<Slot> = []

    var outcomes: Outcomes { slots.reduce(into: Outcomes()) { $0.add($1.outcomes) } }
  }

  fileprivate struct Slot: Equatable, Sendable {
    let number: Int
    var outcomes = Outcomes()
  }

  /// At most ``Limits/failingThings``, those that failed last at the end.
  private(set) var records: Table<AlertKey, Record> = [:]
  private var clock = MinuteClock()
  /// The minutes that have begun.
  private var minutes = 0

  /// Notes what an event tells of how something went.
  mutating func note(_ event: WorkspaceEvent, at time: Timestamp) {
    guard let outcome = event.outcome else { return }
    minutes += clock.advance(to: time)
    let number = slot
    if !outcome.hasFailed {
      // What has no room is not missed while it goes well.
      guard records.count < Limits.failingThings || records.contains(outcome.key) else { return }
      var isKnown = false
      records.update(outcome.key) { record in
        isKnown = true
        record.note(hasFailed: false, in: number)
      }
      if isKnown { return }
    }
    var record = records.removeValue(forKey: outcome.key) ?? Record()
    if records.count >= Limits.failingThings {
      // What goes well makes room before what has failed, however long ago.
      if let well = records.first(where: { $0.value.outcomes.failed == 0 })?.key {
        records.removeValue(forKey: well)
      } else {
        records.removeFirst()
      }
    }
    record.name = outcome.name ?? record.name
    record.note(hasFailed: outcome.hasFailed, in: number)
    records[outcome.key] = record
  }

  /// Forgets what is older than an hour.
  mutating func expire(at now: Timestamp) {
    minutes += clock.advance(to: now)
    let oldest = slot - Self.slots + 1
    // Mostly there is nothing to forget, and what is not changed stays shared.
    guard records.containsRow(where: { $0.isOlder(than: oldest) }) else { return }
    records.updateAll { $0.forget(before: oldest) }
    records.removeAll { $0.slots.isEmpty }
  }

  /// Goes on from where the clock was set.
  mutating func moveStamps(by milliseconds: Int64) {
    clock.moveStamps(by: milliseconds)
  }

  private var slot: Int { minutes / Self.slotLength }
}

extension OutcomeLog.Record {
  fileprivate mutating func note(hasFailed: Bool, in number: Int) {
    if slots.last?.number != number { slots.append(OutcomeLog.Slot(number: number)) }
    slots[slots.count - 1].outcomes.note(hasFailed: hasFailed)
  }

  fileprivate func isOlder(than number: Int) -> Bool {
    slots.first.map { $0.number < number } ?? true
  }

  fileprivate mutating func forget(before number: Int) {
    while let first = slots.first, first.number < number { slots.removeFirst() }
  }
}

extension WorkspaceEvent {
  /// What went well or failed, and what it is called.
  var outcome: (key: AlertKey, name: BoundedString?, hasFailed: Bool)? {
    switch self {
    case .pipelineError(let error):
      (AlertKey(.pipelineError, .source(error.dataSourceID)), nil, true)
    case .pipelineSyncCompleted(let sync):
      (AlertKey(.pipelineError, .source(sync.dataSourceID)), nil, false)
    case .triggerFailed(let trigger):
      (AlertKey(.triggerFailed, .source(trigger.triggerID)), trigger.triggerName, true)
    case .triggerCompleted(let trigger):
      (AlertKey(.triggerFailed, .source(trigger.triggerID)), trigger.triggerName, false)
    case .channelEmailBounced, .channelEmailRejected: (AlertKey(.deliveryFailed), nil, true)
    case .channelEmailDelivered: (AlertKey(.deliveryFailed), nil, false)
    case .channelVoicemailStatus(let voicemail): voicemail.outcome
    // What others tell is no outcome of anything.
    case _: nil
    }
  }
}

extension ChannelVoicemailStatus {
  /// One that was skipped was never sent.
  fileprivate var outcome: (key: AlertKey, name: BoundedString?, hasFailed: Bool)? {
    guard isProblem || status == .delivered else { return nil }
    return (AlertKey(.deliveryFailed), nil, isProblem)
  }
}
