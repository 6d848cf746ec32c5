/// Rows by key, in the order in which their keys came. To find, add, change or remove a row costs the
/// same however many there are.
///
/// The rows are chained from the first to the last. Where one is removed its slot is used again for the
/// next new one: no other row ever moves.
package struct Table<Key: Hashable & Sendable, Row: Sendable>: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline let key: Key
    @usableFromInline var row: Row
    /// Where the rows before and after it are; ``Table/nowhere`` at the ends.
    @usableFromInline var previous: Int32
    @usableFromInline var next: Int32

    @inlinable init(key: Key, row: Row, previous: Int32) {
      self.key = key
      self.row = row
      self.previous = previous
      next = Table.nowhere
    }

    @inlinable mutating func change<Result>(
      _ body: (inout Row) throws -> Result
    ) rethrows -> Result {
      try body(&row)
    }
  }

  /// `nil` where a row was.
  @usableFromInline var slots: ContiguousArray<Slot?> = []
  @usableFromInline var vacant: ContiguousArray<Int32> = []
  @usableFromInline var places: [Key: Int32] = [:]
  @usableFromInline var firstPlace = nowhere
  @usableFromInline var lastPlace = nowhere

  @usableFromInline static var nowhere: Int32 { -1 }

  /// No rows.
  package init() {}

  /// How many rows there are.
  @inlinable package var count: Int { places.count }
  /// Whether there are none.
  @inlinable package var isEmpty: Bool { places.isEmpty }

  /// Whether there is a row of that key.
  @inlinable package func contains(_ key: Key) -> Bool { places[key] != nil }

  /// The row of that key. A new key goes behind all others; `nil` removes the row.
  @inlinable package subscript(key: Key) -> Row? {
    get {
      guard let place = places[key] else { return nil }
      return slots[Int(place)]?.row
    }
    set {
      guard let row = newValue else {
        removeValue(forKey: key)
        return
      }
      if let place = places[key] { slots[Int(place)]?.row = row } else { append(row, key) }
    }
  }

  /// Changes the row of that key where it is.
  ///
  /// - Returns: What the change returns; `nil` where there is no such row.
  @inlinable @discardableResult
  package mutating func update<Result>(
    _ key: Key, _ change: (inout Row) throws -> Result
  ) rethrows -> Result? {
    guard let place = places[key] else { return nil }
    return try slots[Int(place)]?.change(change)
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
    for place in slots.indices { try slots[place]?.change(change) }
  }

  /// Removes the row of that key, and returns it.
  @inlinable @discardableResult
  package mutating func removeValue(forKey key: Key) -> Row? {
    guard !isEmpty, let place = places.removeValue(forKey: key) else { return nil }
    let slot = slots[Int(place)].take()
    guard let slot else { return nil }
    vacant.append(place)
    if slot.previous == Self.nowhere {
      firstPlace = slot.next
    } else {
      slots[Int(slot.previous)]?.next = slot.next
    }
    if slot.next == Self.nowhere {
      lastPlace = slot.previous
    } else {
      slots[Int(slot.next)]?.previous = slot.previous
    }
    return slot.row
  }

  /// Removes the oldest rows.
  @inlinable package mutating func removeFirst(_ number: Int = 1) {
    for _ in 0..<Swift.min(number, count) {
      if let key = keys.first { removeValue(forKey: key) }
    }
  }

  /// Removes the rows for which that holds.
  @inlinable package mutating func removeAll(where isUnwanted: (Row) throws -> Bool) rethrows {
    var unwanted: [Key] = []
    for place in slots.indices {
      try slots[place].map { if try isUnwanted($0.row) { unwanted.append($0.key) } }
    }
    for key in unwanted { removeValue(forKey: key) }
  }

  @inlinable mutating func append(_ row: Row, _ key: Key) {
    let slot = Slot(key: key, row: row, previous: lastPlace)
    let place = vacant.popLast() ?? Int32(clamping: slots.count)
    if Int(place) < slots.count { slots[Int(place)] = slot } else { slots.append(slot) }
    if lastPlace == Self.nowhere { firstPlace = place } else { slots[Int(lastPlace)]?.next = place }
    lastPlace = place
    places[key] = place
  }
}
