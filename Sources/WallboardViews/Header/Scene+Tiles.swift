import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  /// The numbers that matter, the loudest first.
  var tiles: [Tile] {
    let numbers = BoardNumbers(live)
    return [waitingTile(numbers)] + callTiles(numbers) + surfaceTiles(numbers) + dayTiles
  }

  private func waitingTile(_ numbers: BoardNumbers) -> Tile {
    guard numbers.waiting > 0 else {
      return Tile(value: "0", label: "waiting", role: .muted, rank: 0)
    }
    let longest = numbers.longestWait.map { " \(Durations.wait($0))" } ?? ""
    return Tile(
      value: "\(glyphs.warning) \(numbers.waiting)", label: "WAITING\(longest)", role: .escalated,
      rank: 0, isLoud: true)
  }

  private func callTiles(_ numbers: BoardNumbers) -> [Tile] {
    [
      tile(numbers.live, "live", .bigNumber, rank: 1),
      tile(numbers.withOperator, "with operator", .withOperator, rank: 2),
      tile(numbers.online, "online", .operatorOnline, rank: 3, beginsGroup: true),
      tile(numbers.busy, "busy", .operatorBusy, rank: 4),
      tile(numbers.offline, "offline", .operatorOffline, rank: 8),
    ]
  }

  private func surfaceTiles(_ numbers: BoardNumbers) -> [Tile] {
    [
      tile(numbers.toReview, "to review", .surfaceReview, rank: 5, beginsGroup: true),
      tile(numbers.openSurfaces, "open forms", .value, rank: 11),
      tile(live.textSessions.count, "texts", .value, rank: 10),
    ]
  }

  private var dayTiles: [Tile] {
    let today = live.today
    return [
      tile(today.callsEnded, "ended today", .value, rank: 9, beginsGroup: true),
      tile(today.escalations, "escalated", .value, rank: 12),
      tile(today.abandoned, "abandoned", .value, rank: 7),
      Tile(value: rate, label: "events/s", role: .value, rank: 13, beginsGroup: true),
      tile(live.activity.problemCount, "problems", .warning, rank: 6),
    ]
  }

  private func tile(
    _ number: Int, _ label: String, _ role: StyleRole, rank: Int, beginsGroup: Bool = false
  ) -> Tile {
    Tile(
      value: String(number), label: label, role: number == 0 ? .muted : role, rank: rank,
      beginsGroup: beginsGroup)
  }

  /// One decimal below ten, none above.
  private var rate: String {
    let tenths = Int((live.rate.perSecond(at: live.now) * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : String((tenths + 5) / 10)
  }
}
