import WallboardEvents

/// Counts by name, of at most ``Limits/countedNames`` names; the rest is counted as `other`. Meant for
/// few names: they are looked for one after the other.
package struct Tally: Sendable {
  /// Where names are counted for which there is no room.
  package static let other = "other"

  private var names: [String] = []
  private var numbers: [Int] = []

  /// Nothing is counted yet.
  package init() {}

  /// The count of each name.
  package var counts: [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(names, numbers))
  }

  /// The count of that name.
  package subscript(name: String) -> Int {
    names.firstIndex(of: name).map { numbers[$0] } ?? 0
  }

  mutating func count(_ name: String, times: Int = 1) {
    if let place = names.firstIndex(of: name) {
      numbers[place] += times
    } else if names.count < Limits.countedNames || name == Tally.other {
      names.append(name)
      numbers.append(times)
    } else {
      count(Tally.other, times: times)
    }
  }

  /// Counts all that the other one counted.
  mutating func add(_ other: Tally) {
    for (name, number) in zip(other.names, other.numbers) { count(name, times: number) }
  }
}

extension Tally: Equatable {
  /// Whether both counted the same, in whatever order.
  package static func == (left: Tally, right: Tally) -> Bool { left.counts == right.counts }
}
