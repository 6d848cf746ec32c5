import WallboardBoard
import WallboardScreen

/// Where a number stands in the header, and how it looks there.
struct TilePlace: Sendable {
  let metric: Metric
  /// How it looks while nothing is wrong with it.
  let role: StyleRole
  /// How soon it goes when there is no room: the highest goes first.
  let rank: Int
  var beginsGroup = false
  var hasTrend = false

  /// The header from left to right: who waits, calls, operators, forms, how calls end, and the rest.
  static let all = [
    TilePlace(metric: .waiting, role: .escalated, rank: 0, hasTrend: true),
    TilePlace(metric: .longestWait, role: .value, rank: 1, hasTrend: true),
    TilePlace(metric: .answerSpeed, role: .value, rank: 6, hasTrend: true),
    TilePlace(metric: .live, role: .bigNumber, rank: 2, beginsGroup: true, hasTrend: true),
    TilePlace(metric: .withOperator, role: .withOperator, rank: 3),
    TilePlace(metric: .escalationRate, role: .value, rank: 11, hasTrend: true),
    TilePlace(metric: .online, role: .operatorOnline, rank: 4, beginsGroup: true),
    TilePlace(metric: .busy, role: .operatorBusy, rank: 5),
    TilePlace(metric: .offline, role: .operatorOffline, rank: 15),
    TilePlace(metric: .occupancy, role: .value, rank: 10, hasTrend: true),
    TilePlace(metric: .toReview, role: .surfaceReview, rank: 7, beginsGroup: true),
    TilePlace(metric: .openSurfaces, role: .value, rank: 16),
    TilePlace(metric: .texts, role: .value, rank: 14),
    TilePlace(metric: .abandonmentRate, role: .value, rank: 9, beginsGroup: true, hasTrend: true),
    TilePlace(metric: .handleTime, role: .value, rank: 13, hasTrend: true),
    TilePlace(metric: .endedToday, role: .value, rank: 12),
    TilePlace(metric: .problems, role: .warning, rank: 8, beginsGroup: true),
    TilePlace(metric: .eventsPerSecond, role: .value, rank: 17),
  ]

  /// The numbers with a rank below this one get their targets and trends before there is room for
  /// others.
  static let firstOfTheRest = 9
}
