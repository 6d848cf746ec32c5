/// Something known of a followed call.
struct PaneFact: Equatable {
  /// What it is called in a column of its own.
  let label: String
  let value: [Phrase]
  /// The same in a line among others; `nil` where it can be spared there.
  let short: [Phrase]?
}
