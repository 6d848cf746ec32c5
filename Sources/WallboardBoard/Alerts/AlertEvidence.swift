import DequeModule
package import WallboardEvents

/// What failed of late, by what it was that failed.
struct FailureLog: Equatable, Sendable {
  /// How long a failure counts, in milliseconds.
  static let window: Int64 = 600_000

  /// The failures of one thing.
  struct Record: Equatable, Sendable {
    var name: BoundedString?
    /// At most ``Limits/failuresOfOne``, in the order in which they came.
    var times: Deque<Timestamp> = []
  }

  /// At most ``Limits/failingThings``, in the order of their last failures.
  private(set) var records: Table<AlertKey, Record> = [:]

  /// Notes what an event tells of failures. A success takes back what failed before it.
  mutating func note(_ event: WorkspaceEvent, at time: Timestamp) {
    if let failure = event.failure {
      add(failure.key, name: failure.name, at: time)
    } else if let key = event.success {
      records.removeValue(forKey: key)
    }
  }

  /// Forgets what is older than the window; what comes from a clock that was set back since, too.
  mutating func expire(at now: Timestamp) {
    // Mostly there is nothing to forget, and what is not changed stays shared.
    let isAnyOld = records.containsRow { record in
      record.times.first.map { !Self.counts($0, at: now) } ?? true
    }
    guard isAnyOld else { return }
    records.updateAll { record in
      while let first = record.times.first, !Self.counts(first, at: now) {
        record.times.removeFirst()
      }
    }
    records.removeAll { $0.times.isEmpty }
  }

  private static func counts(_ time: Timestamp, at now: Timestamp) -> Bool {
    (-window..<window).contains(now.milliseconds(since: time))
  }

  private mutating func add(_ key: AlertKey, name: BoundedString?, at time: Timestamp) {
    var record = records.removeValue(forKey: key) ?? Record()
    if records.count >= Limits.failingThings { records.removeFirst() }
    record.name = name
    record.times.append(time)
    if record.times.count > Limits.failuresOfOne { record.times.removeFirst() }
    records[key] = record
  }
}

extension WorkspaceEvent {
  /// What failed, and what it is called.
  var failure: (key: AlertKey, name: BoundedString?)? {
    if case .pipelineError(let error) = self {
      return (AlertKey(.pipelineError, .source(error.dataSourceID)), nil)
    }
    if case .triggerFailed(let trigger) = self {
      return (AlertKey(.triggerFailed, .source(trigger.triggerID)), trigger.triggerName)
    }
    return isUndelivered ? (AlertKey(.deliveryFailed), nil) : nil
  }

  /// What went well that may have failed before. One message that arrives says nothing of others.
  fileprivate var success: AlertKey? {
    if case .pipelineSyncCompleted(let sync) = self {
      return AlertKey(.pipelineError, .source(sync.dataSourceID))
    }
    if case .triggerCompleted(let trigger) = self {
      return AlertKey(.triggerFailed, .source(trigger.triggerID))
    }
    return nil
  }

  private var isUndelivered: Bool {
    if case .channelEmailBounced = self { return true }
    if case .channelEmailRejected = self { return true }
    if case .channelVoicemailStatus(let voicemail) = self { return voicemail.isProblem }
    return false
  }
}

/// How calls usually follow each other, learnt from their newest starts.
package struct CallRhythm: Equatable, Sendable {
  /// How many starts it takes to know a rhythm.
  private static let fewestStarts = 12
  /// The silence that is nothing unusual, whatever the rhythm; seconds.
  static let shortestSilence: Int64 = 60

  /// At most ``Limits/rhythm``, oldest first.
  private var starts: Deque<Timestamp> = []

  /// No call has started.
  package init() {}

  /// When a call last started.
  package var lastStart: Timestamp? { starts.last }

  /// Takes a start that was heard of at `receivedAt`, by the clock that starts are measured by.
  mutating func note(startAt time: Timestamp, receivedAt: Timestamp) {
    if let last = starts.last, time < last {
      // A start that is told late changes no rhythm; one that comes before the last means that the
      // clock was set back.
      guard last.milliseconds(since: receivedAt) > Connection.replayWindow else { return }
      starts.removeAll()
    }
    starts.append(time)
    if starts.count > Limits.rhythm { starts.removeFirst() }
  }

  /// The usual pause between two starts, in seconds: the mean without the longest, which may have
  /// been a night. `nil` while too few calls have started.
  package var usualPause: Double? {
    guard starts.count >= Self.fewestStarts else { return nil }
    let pauses = zip(starts.dropFirst(), starts).map { later, earlier in
      Double(later.milliseconds) - Double(earlier.milliseconds)
    }
    let sum = pauses.reduce(0, +) - (pauses.max() ?? 0)
    return max(1, sum / Double(pauses.count - 1) / 1_000)
  }
}
