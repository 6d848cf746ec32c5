/// What becomes of a message.
enum EmailFate: Sendable {
  case delivered, opened, clicked, received, delayed, bounced, complained, rejected

  static let shares: [(card: Self, count: Int)] = [
    (.delivered, 8), (.opened, 5), (.clicked, 3), (.received, 2), (.delayed, 1), (.bounced, 1),
    (.complained, 1), (.rejected, 1),
  ]
}
