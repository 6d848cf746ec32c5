import DequeModule

/// The newest elements of a stream of them, each once, at most `limit`.
struct RecentSet<Element: Hashable & Sendable>: Equatable, Sendable {
  private var known: Set<Element> = []
  private var order: Deque<Element> = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  func contains(_ element: Element) -> Bool {
    known.contains(element)
  }

  /// Whether the element was not among them yet.
  @discardableResult
  mutating func insert(_ element: Element) -> Bool {
    guard known.insert(element).inserted else { return false }
    order.append(element)
    if order.count > limit, let oldest = order.popFirst() { known.remove(oldest) }
    return true
  }
}
