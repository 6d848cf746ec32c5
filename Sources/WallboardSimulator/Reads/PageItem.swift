/// An entry of a paged list.
struct PageItem: Sendable {
  /// Rising along the list and never given again, so that a page that goes on after it skips and
  /// repeats nothing, whatever came and went meanwhile.
  let ordinal: Int
  let json: JSON
}
