import Glibc
import SplitMix64

/// What the simulator draws at random.
extension SplitMix64 {
  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  mutating func integer(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// An exponentially distributed number, the law of the gaps between independent arrivals.
  mutating func gap(mean: Double) -> Double {
    -mean * Glibc.log(1 - Double.random(in: 0..<1, using: &self))
  }

  /// Any of the items, of which there must be at least one.
  mutating func element<Element>(of items: [Element]) -> Element {
    items[Int.random(in: items.indices, using: &self)]
  }

  mutating func hexadecimal(_ count: Int) -> String {
    String((0..<count).map { _ in element(of: Self.digits) })
  }

  mutating func uuid() -> String {
    let head = "\(hexadecimal(8))-\(hexadecimal(4))-4\(hexadecimal(3))"
    return "\(head)-\(element(of: ["8", "9", "a", "b"]))\(hexadecimal(3))-\(hexadecimal(12))"
  }

  private static let digits = Array("0123456789abcdef")
}

/// Cards in random order, all of them before any comes again, so that what is rare still happens.
struct Deck<Card: Sendable>: Sendable {
  private let cards: [Card]
  private var left: [Card] = []

  init(shares: [(card: Card, count: Int)]) {
    cards = shares.flatMap { Array(repeating: $0.card, count: $0.count) }
  }

  init(_ cards: [Card]) {
    self.cards = cards
  }

  mutating func draw(using random: inout SplitMix64) -> Card {
    if left.isEmpty { left = cards.shuffled(using: &random) }
    return left.removeLast()
  }
}
