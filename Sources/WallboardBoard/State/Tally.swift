import OrderedCollections
import WallboardEvents

/// Counts by name, of at most ``Limits/countedNames`` names; the rest is counted as `other`.
package struct Tally: Sendable {
  /// Where names are counted for which there is no room.
  package static let other = "other"

  /// In the order in which the names came: where there is room for some only, it is for the same ones
  /// whenever the same is counted.
  private var numbers: OrderedDictionary<String, Int> = [:]

  /// Nothing is counted yet.
  package init() {}

  /// The count of each name.
  package var counts: [String: Int] {
    Dictionary(uniqueKeysWithValues: numbers.lazy.map { ($0.key, $0.value) })
  }

  /// The count of that name.
  package subscript(name: String) -> Int { numbers[name] ?? 0 }

  mutating func count(_ name: String, times: Int = 1) {
    if let place = numbers.index(forKey: name) {
      numbers.values[place] += times
    } else {
      let hasRoom = numbers.count < Limits.countedNames
      numbers[hasRoom ? name : Tally.other, default: 0] += times
    }
  }

  /// Counts all that the other one counted.
  mutating func add(_ other: Tally) {
    for (name, number) in other.numbers { count(name, times: number) }
  }
}

extension Tally: Equatable {
  /// Whether both counted the same, in whatever order.
  package static func == (left: Tally, right: Tally) -> Bool {
    left.numbers.count == right.numbers.count
      && left.numbers.allSatisfy { right.numbers[$0.key] == $0.value }
  }
}
