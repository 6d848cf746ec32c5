/// What has a place in a list of the largest.
package protocol Ranked: Sendable {
  /// Whether it stands before the other one. Of two that came after each other, neither need.
  static func precedes(_ one: Self, _ other: Self) -> Bool
}

/// The first of many, by their rank: so many of them are kept, and all are counted.
package struct Largest<Element: Ranked>: Sendable {
  /// How many came.
  package private(set) var count = 0
  private let limit: Int
  private var kept: [Element] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// Those that are kept, in order of rank; of equal ones the first that came goes first.
  package var elements: [Element] { Array(ranked.prefix(limit)) }

  mutating func add(_ element: Element) {
    count += 1
    kept.append(element)
    // To sort at every one would cost more than to keep some that are dropped later.
    if kept.count >= 2 * limit { kept = elements }
  }

  private var ranked: [Element] {
    kept.enumerated().sorted { one, other in
      if Element.precedes(one.element, other.element) { return true }
      return !Element.precedes(other.element, one.element) && one.offset < other.offset
    }.map(\.element)
  }
}
