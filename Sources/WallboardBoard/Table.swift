/// Rows by key, in the order in which their keys came. To find, add, change or remove a row costs the
/// same however many there are.
///
/// The rows lie side by side, without a gap and in any order, and are chained from the first to the
/// last. Where one is removed the one at the end takes its place.
@usableFromInline package struct Table<Key: TableKey, Row: Sendable>: Sendable {
  /// What is known of the row at the same place.
  @usableFromInline
  struct Link: Sendable {
    @usableFromInline let key: Key
    @usableFromInline let hash: UInt32
    /// Where the rows before and after it are; ``Table/nowhere`` at the ends.
    @usableFromInline var previous: Int32
    @usableFromInline var next: Int32

    @inlinable init(_ key: Key, _ hash: UInt32) {
      self.key = key
      self.hash = hash
      previous = Table.nowhere
      next = Table.nowhere
    }
  }

  /// Of their own, and never `nil`: to look at a row where it is copies nothing.
  @usableFromInline var rows: ContiguousArray<Row> = []
  @usableFromInline var links: ContiguousArray<Link> = []
  @usableFromInline var index = PlaceIndex()
  @usableFromInline var firstPlace = nowhere
  @usableFromInline var lastPlace = nowhere

  @usableFromInline static var nowhere: Int32 { PlaceIndex.nowhere }

  /// No rows.
  @inlinable package init() {}

  /// How many rows there are.
  @inlinable package var count: Int { rows.count }
  /// Whether there are none.
  @inlinable package var isEmpty: Bool { rows.isEmpty }

  /// Whether there is a row of that key.
  @inlinable package func contains(_ key: Key) -> Bool { place(of: key) != nil }

  /// The row of that key. A new key goes behind all others; `nil` removes the row.
  @inlinable package subscript(key: Key) -> Row? {
    get { place(of: key).map { rows[$0] } }
    set {
      guard let row = consume newValue else {
        removeValue(forKey: key)
        return
      }
      if let place = place(of: key) { rows[place] = row } else { append(row, key) }
    }
  }

  /// Changes the row of that key where it is.
  ///
  /// - Returns: What the change returns; `nil` where there is no such row.
  @inlinable @discardableResult
  package mutating func update<Result>(
    _ key: Key, _ change: (inout Row) throws -> Result
  ) rethrows -> Result? {
    guard let place = place(of: key) else { return nil }
    return try change(&rows[place])
  }

  /// Changes the row of that key where it is; the one that is given where there is none yet.
  ///
  /// - Returns: What the change returns.
  @inlinable @discardableResult
  package mutating func update<Result>(
    _ key: Key, or newRow: @autoclosure () -> Row, _ change: (inout Row) throws -> Result
  ) rethrows -> Result {
    if let result = try update(key, change) { return result }
    var row = newRow()
    let result = try change(&row)
    append(consume row, key)
    return result
  }

  /// Changes every row where it is.
  @inlinable package mutating func updateAll(_ change: (inout Row) throws -> Void) rethrows {
    for place in rows.indices { try change(&rows[place]) }
  }

  /// Removes the row of that key, and returns it.
  @inlinable @discardableResult
  package mutating func removeValue(forKey key: Key) -> Row? {
    place(of: key).map { remove(at: $0) }
  }

  /// Removes the oldest rows.
  @inlinable package mutating func removeFirst(_ number: Int = 1) {
    for _ in 0..<Swift.min(number, count) { _ = remove(at: Int(firstPlace)) }
  }

  /// Removes the rows for which that holds.
  @inlinable package mutating func removeAll(where isUnwanted: (Row) throws -> Bool) rethrows {
    var unwanted: [Key] = []
    for place in rows.indices where try isUnwanted(rows[place]) {
      unwanted.append(links[place].key)
    }
    for key in unwanted { removeValue(forKey: key) }
  }

  @inlinable mutating func remove(at place: Int) -> Row {
    let link = links[place]
    index.remove(Int32(place), link.hash)
    join(link.previous, link.next)
    let moved = links.removeLast()
    // Not by `swapAt`, which would copy both.
    var row = rows.removeLast()
    guard place < rows.count else { return row }
    swap(&row, &rows[place])
    index.replace(Int32(rows.count), moved.hash, by: Int32(place))
    links[place] = moved
    join(moved.previous, Int32(place))
    join(Int32(place), moved.next)
    return row
  }

  @inlinable mutating func append(_ row: consuming Row, _ key: Key) {
    let (place, hash) = (Int32(rows.count), hash(of: key))
    rows.append(row)
    links.append(Link(key, hash))
    index.insert(place, hash)
    join(lastPlace, place)
    join(place, Self.nowhere)
  }

  @inlinable func place(of key: Key) -> Int? {
    guard !isEmpty else { return nil }
    let place = index.place(of: hash(of: key)) { links[Int($0)].key.isSame(as: key) }
    return place == Self.nowhere ? nil : Int(place)
  }

  @inlinable func hash(of key: Key) -> UInt32 { UInt32(truncatingIfNeeded: key.seededHash) }

  /// Chains two places; where one of them is nowhere the other is an end.
  @inlinable mutating func join(_ previous: Int32, _ next: Int32) {
    if previous == Self.nowhere { firstPlace = next } else { links[Int(previous)].next = next }
    if next == Self.nowhere { lastPlace = previous } else { links[Int(next)].previous = previous }
  }
}

extension Table: Sequence {
  @inlinable package func makeIterator() -> Iterator { Iterator(self) }
  @inlinable package var underestimatedCount: Int { count }

  /// Goes through the rows in their order.
  @usableFromInline package struct Iterator: IteratorProtocol {
    @usableFromInline let rows: ContiguousArray<Row>
    @usableFromInline var keys: Keys.Iterator

    @inlinable init(_ table: Table) {
      rows = table.rows
      keys = table.keys.makeIterator()
    }

    @inlinable package mutating func next() -> (key: Key, value: Row)? {
      let place = keys.place
      return keys.next().map { (key: $0, value: rows[Int(place)]) }
    }
  }
}

extension Table {
  /// Looks at each row where it is, in their order.
  @inlinable package func forEachRow(_ look: (Row) throws -> Void) rethrows {
    try forEachRow(where: { _ in true }, look)
  }

  /// Looks at each row of which that holds, in their order. The others are not copied, as every row is
  /// that is given to what changes something meanwhile.
  @inlinable package func forEachRow(
    where holds: (Row) throws -> Bool, _ look: (Row) throws -> Void
  ) rethrows {
    var place = firstPlace
    while place != Self.nowhere {
      if try holds(rows[Int(place)]) { try look(rows[Int(place)]) }
      place = links[Int(place)].next
    }
  }

  /// How many rows there are of which that holds; they are looked at where they are.
  @inlinable package func count(where holds: (Row) throws -> Bool) rethrows -> Int {
    var count = 0
    for place in rows.indices where try holds(rows[place]) { count += 1 }
    return count
  }

  /// Whether there is any row of which that holds; they are looked at where they are.
  @inlinable package func containsRow(where holds: (Row) throws -> Bool) rethrows -> Bool {
    for place in rows.indices where try holds(rows[place]) { return true }
    return false
  }

  /// Looks at the row of that key where it is.
  ///
  /// - Returns: What the look returns; `nil` where there is no such row.
  @inlinable package func look<Result>(
    at key: Key, _ look: (Row) throws -> Result
  ) rethrows -> Result? {
    guard let place = place(of: key) else { return nil }
    return try look(rows[place])
  }

  /// The rows in their order. Each that is read is copied: what looks at many uses
  /// ``forEachRow(_:)``.
  @inlinable package var values: Values { Values(self) }
  /// The keys in the order of the rows.
  @inlinable package var keys: Keys { Keys(self) }

  /// The rows of a table.
  @usableFromInline package struct Values: Sequence {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    /// The oldest row.
    @inlinable package var first: Row? { first { _ in true } }
    @inlinable package var underestimatedCount: Int { table.count }
    @inlinable package func makeIterator() -> Iterator { Iterator(rows: table.makeIterator()) }

    @usableFromInline package struct Iterator: IteratorProtocol {
      @usableFromInline var rows: Table.Iterator

      @inlinable init(rows: Table.Iterator) { self.rows = rows }

      @inlinable package mutating func next() -> Row? { rows.next()?.value }
    }
  }

  /// The keys of a table.
  @usableFromInline package struct Keys: Sequence {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    /// The key of the oldest row.
    @inlinable package var first: Key? {
      table.isEmpty ? nil : table.links[Int(table.firstPlace)].key
    }
    @inlinable package var underestimatedCount: Int { table.count }
    @inlinable package func makeIterator() -> Iterator { Iterator(table) }

    @usableFromInline package struct Iterator: IteratorProtocol {
      @usableFromInline let links: ContiguousArray<Link>
      @usableFromInline var place: Int32

      @inlinable init(_ table: Table) {
        links = table.links
        place = table.firstPlace
      }

      @inlinable package mutating func next() -> Key? {
        guard place != Table.nowhere else { return nil }
        defer { place = links[Int(place)].next }
        return links[Int(place)].key
      }
    }
  }
}

extension Table: Equatable where Row: Equatable {
  /// Whether both have the same rows in the same order.
  @inlinable package static func == (left: Table, right: Table) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0 == $1 }
  }
}

extension Table: CustomReflectable {
  /// The keys and their rows. The hashes are others at each start, and tell of keys.
  @usableFromInline package var customMirror: Mirror {
    Mirror(self, unlabeledChildren: Array(self), displayStyle: .dictionary)
  }
}

extension Table: ExpressibleByDictionaryLiteral {
  /// The rows in that order; of equal keys the last one's row counts.
  @inlinable package init(dictionaryLiteral elements: (Key, Row)...) {
    self.init()
    for (key, row) in elements { self[key] = row }
  }
}
