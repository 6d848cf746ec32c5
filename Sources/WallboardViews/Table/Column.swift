import WallboardScreen

/// One column of a table of `Thing`s.
struct Column<Thing>: Sendable {
  let title: String
  /// The columns that it takes at least.
  let width: Int
  /// The columns that it takes at most.
  let widest: Int
  /// How soon it goes when there is no room: the highest goes first, 0 never.
  let rank: Int
  let alignment: Alignment
  let phrase: @Sendable (Thing, Scene) -> Phrase

  init(
    _ title: String, _ width: Int, to widest: Int? = nil, rank: Int, alignment: Alignment = .left,
    phrase: @escaping @Sendable (Thing, Scene) -> Phrase
  ) {
    self.title = title
    self.width = width
    self.widest = widest ?? width
    self.rank = rank
    self.alignment = alignment
    self.phrase = phrase
  }
}
