import WallboardBoard

extension Table {
  /// The same table of something else of each row.
  func mapValues<Value: Sendable>(_ transform: (Row) -> Value) -> Table<Key, Value> {
    var mapped = Table<Key, Value>()
    for (key, row) in self { mapped[key] = transform(row) }
    return mapped
  }
}
