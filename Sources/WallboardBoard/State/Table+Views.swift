extension Table: Sequence {
  @inlinable package func makeIterator() -> Iterator { Iterator(self) }
  @inlinable package var underestimatedCount: Int { count }

  /// Goes through the rows in their order.
  package struct Iterator: IteratorProtocol {
    @usableFromInline let slots: ContiguousArray<Slot?>
    @usableFromInline var index: Int

    @inlinable init(_ table: Table) {
      slots = table.slots
      index = table.first
    }

    @inlinable package mutating func next() -> (key: Key, value: Row)? {
      while index < slots.count {
        defer { index += 1 }
        if let slot = slots[index] { return (slot.key, slot.row) }
      }
      return nil
    }
  }
}

extension Table {
  /// How many rows there are of which that holds; they are looked at where they are.
  @inlinable package func count(where holds: (Row) throws -> Bool) rethrows -> Int {
    var count = 0
    for index in first..<slots.count {
      if let holds = try slots[index].map({ try holds($0.row) }), holds { count += 1 }
    }
    return count
  }

  /// Whether there is any row of which that holds; they are looked at where they are.
  @inlinable package func containsRow(where holds: (Row) throws -> Bool) rethrows -> Bool {
    for index in first..<slots.count {
      if let holds = try slots[index].map({ try holds($0.row) }), holds { return true }
    }
    return false
  }

  /// Looks at each row where it is, in their order.
  @inlinable package func forEachRow(_ look: (Row) throws -> Void) rethrows {
    for index in first..<slots.count { try slots[index].map { try look($0.row) } }
  }

  /// Looks at the row of that key where it is.
  ///
  /// - Returns: What the look returns; `nil` where there is no such row.
  @inlinable package func look<Result>(
    at key: Key, _ look: (Row) throws -> Result
  ) rethrows -> Result? {
    guard let index = indices[key] else { return nil }
    return try slots[index].map { try look($0.row) }
  }

  /// The rows in their order.
  @inlinable package var values: Values { Values(self) }
  /// The keys in the order of the rows.
  @inlinable package var keys: Keys { Keys(self) }

  /// The rows of a table. Each that is read is copied: what looks at many uses
  /// ``Table/forEachRow(_:)``.
  package struct Values: BidirectionalCollection {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    @inlinable package var startIndex: Int { table.first }
    @inlinable package var endIndex: Int { table.slots.count }
    @inlinable package var count: Int { table.count }
    @inlinable package func index(after index: Int) -> Int { table.index(after: index) }
    @inlinable package func index(before index: Int) -> Int { table.index(before: index) }
    @inlinable package subscript(index: Int) -> Row { table.slot(at: index).row }
  }

  /// The keys of a table.
  package struct Keys: BidirectionalCollection {
    @usableFromInline let table: Table

    @inlinable init(_ table: Table) { self.table = table }

    @inlinable package var startIndex: Int { table.first }
    @inlinable package var endIndex: Int { table.slots.count }
    @inlinable package var count: Int { table.count }
    @inlinable package func index(after index: Int) -> Int { table.index(after: index) }
    @inlinable package func index(before index: Int) -> Int { table.index(before: index) }
    @inlinable package subscript(index: Int) -> Key { table.slot(at: index).key }
  }

  /// The slot of a row that is known to be there.
  @inlinable func slot(at index: Int) -> Slot {
    guard let slot = slots[index] else { preconditionFailure("no row is at this index") }
    return slot
  }

  @inlinable func index(after index: Int) -> Int {
    var index = index + 1
    while index < slots.count, slots[index] == nil { index += 1 }
    return index
  }

  @inlinable func index(before index: Int) -> Int {
    var index = index - 1
    while index > first, slots[index] == nil { index -= 1 }
    return index
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
