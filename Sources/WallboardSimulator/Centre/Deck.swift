/// Cards dealt in random order, all of them before any comes again: what is rare still happens.
struct Deck<Card: Sendable>: Sendable {
  private let cards: [Card]
  private var left: [Card] = []

  init(shares: [(card: Card, count: Int)]) {
    cards = shares.flatMap { Array(repeating: $0.card, count: $0.count) }
  }

  init(_ cards: [Card]) {
    self.cards = cards
  }

  mutating func draw(using random: inout SeededGenerator) -> Card {
    if left.isEmpty { left = cards.shuffled(using: &random) }
    return left.removeLast()
  }
}
