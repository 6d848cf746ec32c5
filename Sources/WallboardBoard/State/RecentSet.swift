/// The newest elements of a stream of them, each once, at most `limit`.
///
/// A ring, in which those whose hashes fall together are chained from the newest to the oldest. The
/// oldest is overwritten, and nobody takes it off its chain: where a link leads to something that is
/// newer than what it comes from, the chain has ended.
struct RecentSet<Element: Hashable & Sendable>: Sendable {
  private struct Entry: Sendable {
    let element: Element
    let hash: UInt32
    /// One more than the place of the next older entry of the same chain; 0 where there is none.
    var older: UInt32
  }

  private var ring: ContiguousArray<Entry> = []
  /// Where the oldest entry is, once the ring is full.
  private var oldest = 0
  /// One more than the place of each chain's newest entry.
  private var newest: ContiguousArray<UInt32> = []
  private let limit: Int

  /// Chains of a set that begins to fill.
  private static var fewestChains: Int { 64 }

  init(limit: Int) {
    self.limit = limit
  }

  func contains(_ element: Element) -> Bool {
    contains(element, hash: Self.hash(element))
  }

  /// Whether the element was not among them yet.
  @discardableResult
  mutating func insert(_ element: Element) -> Bool {
    let hash = Self.hash(element)
    guard !contains(element, hash: hash) else { return false }
    let entry = Entry(element: element, hash: hash, older: 0)
    if ring.count < limit {
      // As arrays grow, but never beyond the limit.
      if ring.count == ring.capacity { ring.reserveCapacity(min(limit, 2 * ring.count + 1)) }
      ring.append(entry)
      if ring.count > newest.count { addChains() } else { link(ring.count - 1) }
    } else {
      ring[oldest] = entry
      link(oldest)
      oldest = oldest + 1 == limit ? 0 : oldest + 1
    }
    return true
  }

  private mutating func link(_ place: Int) {
    let chain = chain(of: ring[place].hash)
    ring[place].older = newest[chain]
    newest[chain] = UInt32(place + 1)
  }

  /// Makes twice as many chains, of which each is half as long. The ring is not full yet.
  private mutating func addChains() {
    newest = ContiguousArray(repeating: 0, count: max(Self.fewestChains, 2 * newest.count))
    for place in ring.indices { link(place) }
  }

  private func contains(_ element: Element, hash: UInt32) -> Bool {
    guard !ring.isEmpty else { return false }
    let chain = chain(of: hash)
    var (link, age) = (newest[chain], -1)
    while link != 0 {
      let place = Int(link) - 1
      let older = self.age(of: place)
      // The first link may lead to what has taken the place of an entry of this chain.
      guard older > age, self.chain(of: ring[place].hash) == chain else { return false }
      if ring[place].hash == hash, ring[place].element == element { return true }
      (link, age) = (ring[place].older, older)
    }
    return false
  }

  /// How many entries came after the one at that place.
  private func age(of place: Int) -> Int {
    place < oldest ? oldest - 1 - place : oldest - 1 - place + ring.count
  }

  private func chain(of hash: UInt32) -> Int {
    Int(hash.multipliedFullWidth(by: UInt32(newest.count)).high)
  }

  private static func hash(_ element: Element) -> UInt32 {
    UInt32(truncatingIfNeeded: element.hashValue)
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
