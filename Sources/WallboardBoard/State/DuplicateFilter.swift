import WallboardEvents

/// Knows the events that came before by their fingerprints, at most ``Limits/fingerprints``.
struct DuplicateFilter: Equatable, Sendable {
  private var known = RecentSet(limit: Limits.fingerprints)

  /// Whether this is the first event of that fingerprint; 0 stands for an event without an id,
  /// which cannot be told from its like, and the largest for one that is known to have come before.
  mutating func isNew(_ fingerprint: UInt64) -> Bool {
    fingerprint != .max && (fingerprint == 0 || known.insert(fingerprint))
  }
}
