import WallboardEvents

/// Counts by name, of at most ``Limits/countedNames`` names; the rest is counted as `other`.
package struct Tally: Equatable, Sendable {
  /// Where names are counted for which there is no room.
  package static let other = "other"

  /// The count of each name.
  package private(set) var counts: [String: Int] = [:]

  /// Nothing is counted yet.
  package init() {}

  /// The count of that name.
  package subscript(name: String) -> Int { counts[name] ?? 0 }

  mutating func count(_ name: String) {
    let hasRoom = counts[name] != nil || counts.count < Limits.countedNames
    counts[hasRoom ? name : Tally.other, default: 0] += 1
  }

  /// Counts all that the other one counted.
  mutating func add(_ other: Tally) {
    for (name, count) in other.counts {
      let hasRoom = counts[name] != nil || counts.count < Limits.countedNames
      counts[hasRoom ? name : Tally.other, default: 0] += count
    }
  }
}
