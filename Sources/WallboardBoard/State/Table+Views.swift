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
