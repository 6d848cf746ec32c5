import WallboardBoard
import WallboardScreen

/// A number of the header with its name.
struct Tile: Equatable {
  /// The value in words, with a mark where it is past its target.
  let text: String
  /// What ``text`` is when the number is past its target, so that room is kept for it; empty where
  /// nothing is aimed at.
  let markedText: String
  let label: String
  /// The name on a single line.
  let shortLabel: String
  let role: StyleRole
  /// What is aimed at, in words.
  let target: String?
  /// How soon it goes when there is no room: the highest goes first.
  let rank: Int
  /// Whether the whole tile is drawn in its role.
  let isLoud: Bool
  /// Whether it may come to be loud.
  let canBeLoud: Bool
  /// Whether some free columns stand before it: it begins a group.
  let beginsGroup: Bool
  /// Its last hour, where that is worth seeing.
  let trend: String?
}
