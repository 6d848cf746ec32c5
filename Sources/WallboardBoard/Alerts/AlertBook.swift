package import DequeModule
import WallboardEvents

/// The alerts that last, and those that are over.
package struct AlertBook: Equatable, Sendable {
  /// The incidents that last, at most ``Limits/activeAlerts``, in the order in which they were
  /// raised.
  package internal(set) var active: Table<AlertKey, Alert> = [:]
  /// The incidents that are over, at most ``Limits/alertHistory``, oldest first.
  package internal(set) var history: Deque<Alert> = []
  /// Counts the changes of what is listed here.
  package internal(set) var revision: Revision = 0
  /// Incidents that were raised since the start.
  package internal(set) var raisedCount = 0
  /// How calls usually follow each other.
  package internal(set) var rhythm = CallRhythm()
  var failures = FailureLog()
  /// Since when conditions hold that have not held for long enough.
  var pending: [AlertKey: Timestamp] = [:]
  /// When the board saw what no event tells the time of.
  var sightings: [AlertKey: Timestamp] = [:]
  /// The reads that have not come back since the stream was opened, and how many more times the
  /// rules wait for them.
  var awaitedReads: Set<SnapshotSource> = []
  var patience = 0
  var nextNumber: UInt64 = 0
  /// When the rules were first looked at.
  var startedAt: Timestamp?
  /// The second at which the rules were last looked at.
  var judgedSecond: Int64?
  /// The incidents that last, the most urgent first.
  private(set) var order: [AlertKey] = []
  /// Whether ``order`` has to be found anew.
  var isDisordered = false
  private var keys: [UInt64: AlertKey] = [:]

  /// Nothing is wrong.
  package init() {}

  /// The incident of that number, as long as it is remembered.
  package func alert(_ number: UInt64) -> Alert? {
    keys[number].flatMap { active[$0] } ?? history.first { $0.number == number }
  }

  /// The incidents that last, the most urgent first (``Alert/urgency``).
  package var ranked: [Alert] { order.compactMap { active[$0] } }

  /// The numbers of the incidents that last, the most urgent first, then of those that are over, the
  /// newest first.
  package var numbers: [UInt64] {
    order.compactMap { active.look(at: $0) { $0.number } } + history.reversed().map(\.number)
  }

  /// The incident that should be looked at first, if one lasts.
  package var mostUrgent: Alert? { order.first.flatMap { active[$0] } }

  /// How many last that nobody took note of.
  package var unacknowledged: Int {
    active.count { $0.needsAttention }
  }

  /// Notes that what is listed has changed, and puts it in order again.
  mutating func rearrange() {
    isDisordered = false
    revision &+= 1
    keys = Dictionary(uniqueKeysWithValues: active.values.map { ($0.number, $0.key) })
    order = active.map(\.value.urgency).sorted().compactMap { keys[$0.number] }
  }
}
