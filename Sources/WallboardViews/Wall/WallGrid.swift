import WallboardScreen

/// How the big numbers share their part of a wall.
struct WallGrid {
  /// The most numbers on a page: nobody reads more at a glance.
  static let tileCount = 6

  private let columns: Int
  private let lines: Int
  /// The rows that they take together.
  let height: Int

  /// The narrowest tile in which a time of five letters, five rows high, has room.
  private static let narrowest = 38
  /// The lowest tile with letters that are five rows high.
  private static let lowest = 7
  /// What larger letters than there are would need.
  private static let highest = 14

  init(_ body: Rect) {
    columns = min(3, max(1, body.width / Self.narrowest))
    if body.height >= 30 {
      lines = max(1, min(Self.tileCount / columns, body.height * 6 / 10 / Self.lowest))
      height = lines * min(Self.highest, max(Self.lowest, body.height / 2 / lines))
    } else {
      lines = 1
      height = min(11, max(min(4, body.height), body.height * 46 / 100))
    }
  }

  /// From left to right, then down.
  func tiles(in area: Rect) -> [Rect] {
    guard !area.isEmpty else { return [] }
    var rest = area
    return (0..<lines).flatMap { _ in
      rest.cut(area.height / lines, from: .top)
        .columns(shares: Array(repeating: 100 / columns, count: columns))
    }
  }
}
