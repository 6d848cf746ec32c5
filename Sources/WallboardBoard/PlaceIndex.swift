package import WallboardEvents

/// What rows are found by.
@usableFromInline package protocol TableKey: Hashable, Sendable {
  /// A hash of which each bit is as good as any other, and which nobody who sends keys can foresee.
  var seededHash: UInt64 { get }

  /// What `==` says of them.
  func isSame(as other: Self) -> Bool
}

extension TableKey {
  @inlinable package var seededHash: UInt64 { UInt64(truncatingIfNeeded: hashValue) }

  @inlinable package func isSame(as other: Self) -> Bool { self == other }
}

extension Identifier: TableKey {
  // What is generic calls the `==` of another module's type through its witnesses, and this directly.
  package func isSame(as other: Identifier) -> Bool { self == other }
}

/// The places of rows by the hashes of their keys: open addressing with linear probing, in which no more
/// than half is taken. Hash and place lie side by side, so that to find one touches the memory once.
@usableFromInline
struct PlaceIndex: Sendable {
  @usableFromInline
  struct Bucket: Sendable {
    @usableFromInline var hash: UInt32
    /// ``PlaceIndex/nowhere`` where there is none.
    @usableFromInline var place: Int32

    @inlinable init(hash: UInt32, place: Int32) {
      self.hash = hash
      self.place = place
    }
  }

  @usableFromInline static var nowhere: Int32 { -1 }
  @usableFromInline static var fewestBuckets: Int { 8 }

  /// A power of two, or none.
  @usableFromInline var buckets: ContiguousArray<Bucket> = []
  @usableFromInline var count = 0

  @inlinable init() {}

  /// The place of that hash of which that holds; ``nowhere`` if there is none.
  @inlinable func place(of hash: UInt32, where holds: (Int32) -> Bool) -> Int32 {
    guard count > 0 else { return Self.nowhere }
    var bucket = home(of: hash)
    while true {
      let found = buckets[bucket]
      if found.place == Self.nowhere || found.hash == hash && holds(found.place) {
        return found.place
      }
      bucket = next(bucket)
    }
  }

  /// Takes in a place that is not there yet.
  @inlinable mutating func insert(_ place: Int32, _ hash: UInt32) {
    if 2 * (count + 1) > buckets.count { grow() }
    put(Bucket(hash: hash, place: place))
    count += 1
  }

  /// Puts another place where that one is.
  @inlinable mutating func replace(_ place: Int32, _ hash: UInt32, by other: Int32) {
    buckets[bucket(of: place, hash)].place = other
  }

  /// Takes out a place that is there. What follows it without a gap moves up, so that a search may end
  /// at the first gap.
  @inlinable mutating func remove(_ place: Int32, _ hash: UInt32) {
    var gap = bucket(of: place, hash)
    var bucket = next(gap)
    while buckets[bucket].place != Self.nowhere {
      // How far each is from where its search begins.
      let mask = buckets.count - 1
      if (bucket - home(of: buckets[bucket].hash)) & mask >= (bucket - gap) & mask {
        buckets[gap] = buckets[bucket]
        gap = bucket
      }
      bucket = next(bucket)
    }
    buckets[gap].place = Self.nowhere
    count -= 1
  }

  @inlinable func bucket(of place: Int32, _ hash: UInt32) -> Int {
    var bucket = home(of: hash)
    while buckets[bucket].place != place { bucket = next(bucket) }
    return bucket
  }

  @inlinable mutating func put(_ new: Bucket) {
    var bucket = home(of: new.hash)
    while buckets[bucket].place != Self.nowhere { bucket = next(bucket) }
    buckets[bucket] = new
  }

  @inlinable mutating func grow() {
    let old = buckets
    let none = Bucket(hash: 0, place: Self.nowhere)
    buckets = ContiguousArray(
      repeating: none, count: Swift.max(Self.fewestBuckets, 2 * old.count))
    for bucket in old where bucket.place != Self.nowhere { put(bucket) }
  }

  @inlinable func home(of hash: UInt32) -> Int { Int(hash) & (buckets.count - 1) }

  @inlinable func next(_ bucket: Int) -> Int { (bucket + 1) & (buckets.count - 1) }
}
