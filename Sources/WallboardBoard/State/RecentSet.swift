/// The newest elements of a stream of them, each once, at most `limit`.
///
/// A ring, in which those whose hashes fall together are chained from the newest to the oldest. Links
/// are the numbers that the elements came with: the oldest is overwritten, and nobody takes it off its
/// chain, for a link to what is older than the ring ends one. That is seen without looking there: most
/// elements that are new touch one place of the memory at random.
struct RecentSet<Element: Hashable & Sendable>: Sendable {
  private struct Entry: Sendable {
    let element: Element
    /// The number of the next older entry of the same chain.
    var older: UInt32
  }

  private var ring: ContiguousArray<Entry> = []
  /// Where the next element goes, once the ring is full.
  private var oldest = 0
  /// The number of the next element. Numbers begin again after 2³²: what is that old is overwritten.
  private var next: UInt32 = 0
  /// The number of each chain's newest entry.
  private var newest: ContiguousArray<UInt32> = []
  private let limit: Int

  /// Chains of a set that begins to fill.
  private static var fewestChains: Int { 64 }
  /// So many chains for an element, or up to twice as many: most are empty.
  private static var chainsOfOne: Int { 2 }

  init(limit: Int) {
    self.limit = limit
  }

  func contains(_ element: Element) -> Bool {
    !newest.isEmpty && contains(element, in: chain(of: element))
  }

  /// Whether the element was not among them yet.
  @discardableResult
  mutating func insert(_ element: Element) -> Bool {
    if newest.isEmpty { addChains() }
    let chain = chain(of: element)
    guard !contains(element, in: chain) else { return false }
    let entry = Entry(element: element, older: newest[chain])
    newest[chain] = next
    next &+= 1
    if ring.count < limit {
      // As arrays grow, but never beyond the limit.
      if ring.count == ring.capacity { ring.reserveCapacity(min(limit, 2 * ring.count + 1)) }
      ring.append(entry)
      if ring.count * Self.chainsOfOne > newest.count { addChains() }
    } else {
      ring[oldest] = entry
      oldest = oldest + 1 == limit ? 0 : oldest + 1
    }
    return true
  }

  /// Makes twice as many chains, of which each is half as long. The ring is not full yet, so that the
  /// number of an element is its place.
  private mutating func addChains() {
    let none = next &- UInt32(truncatingIfNeeded: limit) &- 1
    newest = ContiguousArray(
      repeating: none, count: max(Self.fewestChains, 2 * newest.count))
    for place in ring.indices {
      let chain = chain(of: ring[place].element)
      ring[place].older = newest[chain]
      newest[chain] = UInt32(truncatingIfNeeded: place)
    }
  }

  private func contains(_ element: Element, in chain: Int) -> Bool {
    var (number, age) = (newest[chain], 0)
    while true {
      // 1 is the newest's.
      let older = Int(next &- number)
      guard older > age, older <= ring.count else { return false }
      let place = oldest - older
      let entry = ring[place < 0 ? place + ring.count : place]
      if entry.element == element { return true }
      (number, age) = (entry.older, older)
    }
  }

  private func chain(of element: Element) -> Int {
    let hash = UInt32(truncatingIfNeeded: element.hashValue)
    return Int(hash.multipliedFullWidth(by: UInt32(newest.count)).high)
  }
}

extension RecentSet: Equatable {
  /// Whether both have the same elements, and in the same order.
  static func == (left: RecentSet, right: RecentSet) -> Bool {
    left.limit == right.limit && left.elements.elementsEqual(right.elements)
  }

  /// The oldest first.
  private var elements: some Sequence<Element> {
    (ring[oldest...] + ring[..<oldest]).lazy.map(\.element)
  }
}
