/// A list of which an item that cannot be read costs only itself.
struct Items<Item: Decodable>: Decodable {
  /// The items that could be read, in order.
  let readable: [Item]
  /// How many could not.
  let unreadable: Int

  /// Reads as many as a read keeps. The others count as unreadable: to be told of each of millions
  /// that it is no item takes half a minute.
  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var readable: [Item] = []
    while !list.isAtEnd, list.currentIndex < SnapshotReader.mostItems {
      if let item = try list.decode(Attempt<Item>.self).item { readable.append(item) }
    }
    self.readable = readable
    unreadable = (list.count ?? list.currentIndex) - readable.count
  }
}

/// An item, if it can be read: a list goes on after it either way.
private struct Attempt<Item: Decodable>: Decodable {
  let item: Item?

  init(from decoder: any Decoder) {
    item = try? Item(from: decoder)
  }
}
