import DequeModule

/// Knows the events that came before by their fingerprints, at most ``Limits/fingerprints``.
struct DuplicateFilter: Equatable, Sendable {
  private var known: Set<UInt64> = []
  private var order: Deque<UInt64> = []

  /// Whether this is the first event of that fingerprint; 0 stands for an event without an id,
  /// which cannot be told from its like.
  mutating func isNew(_ fingerprint: UInt64) -> Bool {
    guard fingerprint != 0 else { return true }
    guard known.insert(fingerprint).inserted else { return false }
    order.append(fingerprint)
    if order.count > Limits.fingerprints, let oldest = order.popFirst() { known.remove(oldest) }
    return true
  }
}
