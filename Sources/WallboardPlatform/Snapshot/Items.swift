import WallboardEvents

/// A list of which an item that cannot be read costs only itself.
struct Items<Item: FieldReadable>: FieldReadable {
  /// The items that could be read, in order.
  let readable: [Item]
  /// How many could not.
  let unreadable: Int

  /// Reads as many as a read keeps. The others count as unreadable.
  init(_ value: inout ValueReader) throws(FieldFault) {
    let items = try value.readableElements(most: SnapshotReader.mostItems, of: Item.self)
    readable = items.readable
    unreadable = items.count - items.readable.count
  }
}
