import WallboardScreen

/// A number of the header with its name.
struct Tile: Equatable {
  let value: String
  let label: String
  let role: StyleRole
  /// How soon it goes when there is no room: the highest goes first.
  let rank: Int
  /// Whether the whole tile is drawn in its role.
  var isLoud = false
  /// Whether some free columns stand before it: it begins a group.
  var beginsGroup = false
}
