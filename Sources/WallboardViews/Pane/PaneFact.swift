/// Something known of a followed call.
struct PaneFact: Equatable {
  /// What it is called in a column of its own.
  let label: String
  /// Words, and what stands beside them where there is room.
  let value: [Phrase]
  /// The same in a line among others; `nil` where it can be spared there.
  let short: [Phrase]?
  /// How soon it comes in such a line: the lowest comes first.
  let rank: Int

  init(_ label: String, _ value: Phrase..., short: [Phrase]? = nil, rank: Int = .max) {
    self.label = label
    self.value = value.filter { !$0.text.isEmpty }
    self.short = short
    self.rank = rank
  }
}
