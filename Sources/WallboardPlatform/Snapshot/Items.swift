/// A list of which an item that cannot be read costs only itself.
struct Items<Item: Decodable>: Decodable {
  /// The items that could be read, in order.
  let readable: [Item]
  /// How many could not.
  let unreadable: Int

  init(from decoder: any Decoder) throws {
    let attempts = try [Attempt<Item>](from: decoder)
    readable = attempts.compactMap(\.item)
    unreadable = attempts.count - readable.count
  }
}

/// An item, if it can be read: a list goes on after it either way.
private struct Attempt<Item: Decodable>: Decodable {
  let item: Item?

  init(from decoder: any Decoder) {
    item = try? Item(from: decoder)
  }
}
