import WallboardBoard
import WallboardScreen

/// Makes the tiles of the header from the board's numbers.
struct TileMaker: RegionMaker {
  let context: FrameContext

  /// The numbers that matter, the most urgent first.
  func tiles(hasTrends: Bool) -> [Tile] {
    let values = live.reading(of: TilePlace.all.map(\.metric))
    return TilePlace.all.map { place in
      let value = values[place.metric]
      let trend = hasTrends && place.hasTrend ? trend(of: place.metric, value) : nil
      return tile(at: place, value, targets.severity(of: place.metric, in: values), trend)
    }
  }

  private func trend(of metric: Metric, _ value: Double?) -> String {
    Trend(live.samples(of: metric, read: value)).line(width: TileStrip.trendWidth, glyphs)
  }

  private func tile(
    at place: TilePlace, _ value: Double?, _ severity: Severity?, _ trend: String?
  ) -> Tile {
    let metric = place.metric
    // Waiting callers stand out, in calm colours while none has waited for too long.
    let isWaited = metric == .waiting && (value ?? 0) > 0
    let isLoud = isWaited || metric == .longestWait && severity == .critical
    let mark = severity.mark(glyphs)
    let words = metric.text(value)
    return Tile(
      text: mark.isEmpty ? words : "\(mark) \(words)",
      markedText: targets[metric] == nil ? "" : "\(glyphs.critical) \(words)",
      label: isLoud ? metric.label.uppercased() : metric.label,
      shortLabel: isLoud ? metric.shortLabel.uppercased() : metric.shortLabel,
      role: isLoud ? severity?.fillRole ?? .waiting : role(of: place, value, severity),
      // The mark says enough about a target of 0.
      target: targets[metric].flatMap { $0.goal > 0 ? metric.unit.text($0.goal) : nil },
      rank: place.rank, isLoud: isLoud,
      canBeLoud: metric == .waiting || metric == .longestWait,
      beginsGroup: place.beginsGroup, trend: trend)
  }

  private func role(
    of place: TilePlace, _ value: Double?, _ severity: Severity?
  ) -> StyleRole {
    severity?.role ?? ((value ?? 0) == 0 ? .muted : place.role)
  }
}

extension Metric {
  /// A shorter name for a header of one line.
  fileprivate var shortLabel: String {
    switch self {
    case .longestWait: "longest"
    case .online: "avail"
    case _: label
    }
  }
}

/// The place and the style of a number in the header.
struct TilePlace: Sendable {
  let metric: Metric
  /// How it looks while nothing is wrong with it.
  let role: StyleRole
  /// Which tile goes first where there is no room: the highest rank.
  let rank: Int
  var beginsGroup = false
  var hasTrend = false

  /// The header from left to right: who waits, calls, operators, forms, how calls end, and the rest.
  static let all = [
    TilePlace(metric: .waiting, role: .waiting, rank: 0, hasTrend: true),
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
