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
      return tile(0, "waiting", .escalated, rank: 0, toldBy: .escalations)
    }
    let longest = numbers.longestWait.map { " \(Durations.wait($0))" } ?? ""
    return Tile(
      value: "\(glyphs.warning) \(numbers.waiting)", label: "WAITING\(longest)", role: .escalated,
      rank: 0, isLoud: true)
  }

  private func callTiles(_ numbers: BoardNumbers) -> [Tile] {
    [
      tile(numbers.live, "live", .bigNumber, rank: 1, toldBy: .calls),
      tile(numbers.withOperator, "with operator", .withOperator, rank: 2, toldBy: .calls),
      tile(
        numbers.online, "online", .operatorOnline, rank: 3, toldBy: .operators, beginsGroup: true),
      tile(numbers.busy, "busy", .operatorBusy, rank: 4, toldBy: .operators),
      tile(numbers.offline, "offline", .operatorOffline, rank: 8, toldBy: .operators),
    ]
  }

  private func surfaceTiles(_ numbers: BoardNumbers) -> [Tile] {
    [
      tile(
        numbers.toReview, "to review", .surfaceReview, rank: 5, toldBy: .surfaces,
        beginsGroup: true),
      tile(numbers.openSurfaces, "open forms", .value, rank: 11, toldBy: .surfaces),
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

  /// Nothing counted is no zero while the read that would tell has not come back.
  private func tile(
    _ number: Int, _ label: String, _ role: StyleRole, rank: Int,
    toldBy source: SnapshotSource? = nil, beginsGroup: Bool = false
  ) -> Tile {
    let isTold = number > 0 || source.map { live.reads[$0]?.succeededAt != nil } ?? true
    return Tile(
      value: isTold ? String(number) : "–", label: label, role: number == 0 ? .muted : role,
      rank: rank, beginsGroup: beginsGroup)
  }

  /// One decimal below ten, none above.
  private var rate: String {
    let tenths = Int((live.rate.perSecond(at: live.now) * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : String((tenths + 5) / 10)
  }
}
