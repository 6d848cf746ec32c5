import WallboardEvents

/// The newest of a stream of hashes, each once, at most `limit`. Those of which the lowest bits are alike
/// are in one chain, and each look goes through it: nobody who sends may choose those bits. (Of events
/// `EventFingerprint` hides twelve, so that a chain has sixteen of them, whatever is sent.)
///
/// A ring, in which those that fall together are chained from the newest to the oldest. Links
/// are the numbers that the elements came with: the oldest is overwritten, and nobody takes it off its
/// chain, for a link to what is older than the ring ends one. That is seen without looking there: most
/// elements that are new touch one place of the memory at random.
///
/// The ring is made of pieces: a set that went on from a copy shares with it all that came before.
struct RecentSet: Sendable {
  private struct Entry: Sendable {
    let element: UInt64
    /// The number of the next older entry of the same chain.
    var older: UInt32
  }

  private var pieces: ContiguousArray<ContiguousArray<Entry>> = []
  private var count = 0
  /// Where the next element goes, once the ring is full.
  private var oldest = 0
  /// The number of the next element. Numbers begin again after 2³²: what is that old is overwritten.
  private var next: UInt32 = 0
  /// The number of each chain's newest entry; none in a set that was packed.
  private var newest: ContiguousArray<UInt32> = []
  private let limit: Int

  /// Entries of a piece.
  private static var piece: Int { 512 }
  /// Chains of a set that begins to fill.
  private static var fewestChains: Int { 64 }
  /// So many chains for an element, or up to twice as many: most are empty.
  private static var chainsOfOne: Int { 2 }

  init(limit: Int) {
    self.limit = limit
  }

  func contains(_ element: UInt64) -> Bool {
    guard !newest.isEmpty else { return elements.contains(element) }
    return contains(element, in: chain(of: element))
  }

  /// Whether the element was not among them yet.
  @discardableResult
  mutating func insert(_ element: UInt64) -> Bool {
    unpack()
    let chain = chain(of: element)
    guard !contains(element, in: chain) else { return false }
    let entry = Entry(element: element, older: newest[chain])
    newest[chain] = next
    next &+= 1
    if count < limit {
      append(entry)
      if count * Self.chainsOfOne > newest.count { makeChains() }
    } else {
      self[oldest] = entry
      oldest = oldest + 1 == limit ? 0 : oldest + 1
    }
    return true
  }

  /// Lets go of the chains, for a copy that is kept. Until ``unpack()``, or an insertion, a search goes
  /// through all.
  mutating func pack() { newest = [] }

  mutating func unpack() {
    if newest.isEmpty { makeChains() }
  }

  private subscript(place: Int) -> Entry {
    get { pieces[place / Self.piece][place % Self.piece] }
    set { pieces[place / Self.piece][place % Self.piece] = newValue }
  }

  private mutating func append(_ entry: Entry) {
    if count % Self.piece == 0 {
      pieces.append([])
      // The first one grows as arrays do, for most sets stay small.
      if count > 0 { pieces[pieces.count - 1].reserveCapacity(min(Self.piece, limit - count)) }
    }
    pieces[pieces.count - 1].append(entry)
    count += 1
  }

  /// Makes so many chains that each is short.
  private mutating func makeChains() {
    var chains = Self.fewestChains
    while chains < count * Self.chainsOfOne { chains *= 2 }
    let none = next &- UInt32(truncatingIfNeeded: limit) &- 1
    newest = ContiguousArray(repeating: none, count: chains)
    for age in (0..<count).reversed() {
      let place = (oldest + count - 1 - age) % count
      let chain = chain(of: self[place].element)
      self[place].older = newest[chain]
      newest[chain] = next &- UInt32(truncatingIfNeeded: age) &- 1
    }
  }

  private func contains(_ element: UInt64, in chain: Int) -> Bool {
    var (number, age) = (newest[chain], 0)
    while true {
      // 1 is the newest's.
      let older = Int(next &- number)
      guard older > age, older <= count else { return false }
      let place = oldest - older
      let entry = self[place < 0 ? place + count : place]
      if entry.element == element { return true }
      (number, age) = (entry.older, older)
    }
  }

  private func chain(of element: UInt64) -> Int {
    // A power of two.
    Int(truncatingIfNeeded: element) & (newest.count - 1)
  }
}

extension RecentSet: Equatable {
  /// Whether both have the same elements, and in the same order.
  static func == (left: RecentSet, right: RecentSet) -> Bool {
    left.limit == right.limit && left.elements.elementsEqual(right.elements)
  }

  /// The oldest first.
  private var elements: some Sequence<UInt64> {
    (0..<count).lazy.map { self[(oldest + $0) % count].element }
  }
}

extension RecentSet: CustomReflectable {
  /// Nothing: hashes are others at each start, and tell of what they are made from.
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// Knows the events that came before by their fingerprints, at most ``Limits/fingerprints``.
struct DuplicateFilter: Equatable, Sendable {
  private var known = RecentSet(limit: Limits.fingerprints)

  /// Whether this is the first event of that fingerprint; 0 stands for an event without an id,
  /// which cannot be told from its like, and the largest for one that is known to have come before.
  mutating func isNew(_ fingerprint: UInt64) -> Bool {
    fingerprint != .max && (fingerprint == 0 || known.insert(fingerprint))
  }
}
