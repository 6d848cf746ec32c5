extension Table: Sequence {
  @inlinable package func makeIterator() -> Iterator { Iterator(self) }
  @inlinable package var underestimatedCount: Int { count }

  /// Goes through the rows in their order.
  package struct Iterator: IteratorProtocol {
    @usableFromInline let slots: ContiguousArray<Slot?>
    @usableFromInline var place: Int32

    @inlinable init(_ table: Table) {
      slots = table.slots
      place = table.firstPlace
    }

    @inlinable package mutating func next() -> (key: Key, value: Row)? {
      guard place != Table.nowhere, let slot = slots[Int(place)] else { return nil }
      place = slot.next
      return (slot.key, slot.row)
    }
  }
}

extension Table {
  /// Looks at each slot where it is, in the order of the rows, until it has seen enough.
  @inlinable func forEachSlot(until isEnough: (Slot) throws -> Bool) rethrows {
    var place = firstPlace
    while place != Self.nowhere {
      var next = Self.nowhere
      let stops = try slots[Int(place)].map { slot in
        next = slot.next
        return try isEnough(slot)
      }
      if stops ?? true { return }
      place = next
    }
  }

  /// Looks at each row where it is, in their order.
  @inlinable package func forEachRow(_ look: (Row) throws -> Void) rethrows {
    try forEachSlot { slot in
      try look(slot.row)
      return false
    }
  }

  /// How many rows there are of which that holds; they are looked at where they are.
  @inlinable package func count(where holds: (Row) throws -> Bool) rethrows -> Int {
    var count = 0
    try forEachRow { if try holds($0) { count += 1 } }
    return count
  }

  /// Whether there is any row of which that holds; they are looked at where they are.
  @inlinable package func containsRow(where holds: (Row) throws -> Bool) rethrows -> Bool {
    var isFound = false
    try forEachSlot { slot in
      isFound = try holds(slot.row)
      return isFound
    }
    return isFound
  }

  /// Looks at the row of that key where it is.
  ///
  /// - Returns: What the look returns; `nil` where there is no such row.
  @inlinable package func look<Result>(
    at key: Key, _ look: (Row) throws -> Result
  ) rethrows -> Result? {
    guard let place = places[key] else { return nil }
    return try slots[Int(place)].map { try look($0.row) }
  }

  /// The rows in their order. Each that is read is copied: what looks at many uses
  /// ``forEachRow(_:)``.
  @inlinable package var values: Values { Values(self) }
  /// The keys in the order of the rows.
  @inlinable package var keys: Keys { Keys(self) }

  /// The rows of a table.
  package struct Values: Sequence {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    /// The oldest row.
    @inlinable package var first: Row? { first { _ in true } }
    @inlinable package var underestimatedCount: Int { table.count }
    @inlinable package func makeIterator() -> Iterator { Iterator(rows: table.makeIterator()) }

    package struct Iterator: IteratorProtocol {
      @usableFromInline var rows: Table.Iterator

      @inlinable init(rows: Table.Iterator) { self.rows = rows }

      @inlinable package mutating func next() -> Row? { rows.next()?.value }
    }
  }

  /// The keys of a table.
  package struct Keys: Sequence {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    /// The key of the oldest row.
    @inlinable package var first: Key? { first { _ in true } }
    @inlinable package var underestimatedCount: Int { table.count }
    @inlinable package func makeIterator() -> Iterator { Iterator(table) }

    package struct Iterator: IteratorProtocol {
      @usableFromInline let slots: ContiguousArray<Slot?>
      @usableFromInline var place: Int32

      @inlinable init(_ table: Table) {
        slots = table.slots
        place = table.firstPlace
      }

      @inlinable package mutating func next() -> Key? {
        guard place != Table.nowhere else { return nil }
        return slots[Int(place)].map { slot in
          place = slot.next
          return slot.key
        }
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

extension Table: ExpressibleByDictionaryLiteral {
  /// The rows in that order; of equal keys the last one's row counts.
  @inlinable package init(dictionaryLiteral elements: (Key, Row)...) {
    self.init()
    for (key, row) in elements { self[key] = row }
  }
}
