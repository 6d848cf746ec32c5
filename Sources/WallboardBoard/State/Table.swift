/// Rows by key, in the order in which their keys came. To find, add or change a row costs the same
/// however many there are, and so does removing one, on the average: it leaves a gap, and the gaps are
/// swept when there are too many of them.
package struct Table<Key: Hashable & Sendable, Row: Sendable>: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline let key: Key
    @usableFromInline var row: Row

    @inlinable init(key: Key, row: Row) {
      self.key = key
      self.row = row
    }

    @inlinable mutating func change<Result>(
      _ body: (inout Row) throws -> Result
    ) rethrows -> Result {
      try body(&row)
    }
  }

  /// The rows, and `nil` where one was. The last one is no gap, nor is the one at ``first``.
  @usableFromInline var slots: ContiguousArray<Slot?> = []
  @usableFromInline var indices: [Key: Int] = [:]
  @usableFromInline var first = 0

  /// Gaps that are not worth a sweep, however few rows there are.
  @usableFromInline static var toleratedGaps: Int { 16 }

  /// No rows.
  package init() {}

  /// How many rows there are.
  @inlinable package var count: Int { indices.count }
  /// Whether there are none.
  @inlinable package var isEmpty: Bool { indices.isEmpty }

  /// Where the row of that key is, until one is removed.
  @inlinable package func index(forKey key: Key) -> Int? { indices[key] }

  /// The row of that key. A new key goes behind all others; `nil` removes the row.
  @inlinable package subscript(key: Key) -> Row? {
    get {
      guard let index = indices[key] else { return nil }
      return slots[index]?.row
    }
    set {
      guard let row = newValue else {
        removeValue(forKey: key)
        return
      }
      if let index = indices[key] { slots[index]?.row = row } else { append(row, key) }
    }
  }

  /// Changes the row of that key where it is.
  ///
  /// - Returns: What the change returns; `nil` where there is no such row.
  @inlinable @discardableResult
  package mutating func update<Result>(
    _ key: Key, _ change: (inout Row) throws -> Result
  ) rethrows -> Result? {
    guard let index = indices[key] else { return nil }
    return try slots[index]?.change(change)
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
    append(row, key)
    return result
  }

  /// Changes every row where it is.
  @inlinable package mutating func updateAll(_ change: (inout Row) throws -> Void) rethrows {
    for index in first..<slots.count { try slots[index]?.change(change) }
  }

  /// Removes the row of that key, and returns it.
  @inlinable @discardableResult
  package mutating func removeValue(forKey key: Key) -> Row? {
    guard !isEmpty, let index = indices.removeValue(forKey: key) else { return nil }
    let removed = slots[index].take()?.row
    closeGaps()
    return removed
  }

  /// Removes the oldest rows.
  @inlinable package mutating func removeFirst(_ number: Int = 1) {
    for _ in 0..<Swift.min(number, count) {
      guard let key = slots[first]?.key else { return }
      removeValue(forKey: key)
    }
  }

  /// Removes the rows for which that holds.
  @inlinable package mutating func removeAll(where isUnwanted: (Row) throws -> Bool) rethrows {
    var unwanted: [Key] = []
    for index in first..<slots.count {
      let key = try slots[index].flatMap { try isUnwanted($0.row) ? $0.key : nil }
      if let key { unwanted.append(key) }
    }
    for key in unwanted { removeValue(forKey: key) }
  }

  @inlinable mutating func append(_ row: Row, _ key: Key) {
    indices[key] = slots.count
    slots.append(Slot(key: key, row: row))
  }

  @inlinable mutating func closeGaps() {
    while !slots.isEmpty, slots[slots.count - 1] == nil { slots.removeLast() }
    first = Swift.min(first, slots.count)
    while first < slots.count, slots[first] == nil { first += 1 }
    if slots.count - count > count / 2 + Self.toleratedGaps { sweep() }
  }

  @inlinable mutating func sweep() {
    slots.removeAll { $0 == nil }
    first = 0
    for index in slots.indices {
      if let key = slots[index]?.key { indices[key] = index }
    }
  }
}
