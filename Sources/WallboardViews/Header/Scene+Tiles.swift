import WallboardBoard
import WallboardScreen

/// Makes the numbers of the header.
struct TileMaker: RegionMaker {
  let context: FrameContext

  /// The numbers that matter, the most urgent first.
  func tiles(hasTrends: Bool) -> [Tile] {
    let values = live.reading(of: TilePlace.all.map(\.metric))
    return TilePlace.all.map { place in
      let value = values[place.metric]
      let trend = hasTrends && place.hasTrend ? trend(of: place.metric, value) : nil
      return tile(at: place, value, trend)
    }
  }

  private func trend(of metric: Metric, _ value: Double?) -> String {
    Trend(live.history.samples(of: metric) + [value]).line(width: Strip.trendWidth, glyphs)
  }

  private func tile(at place: TilePlace, _ value: Double?, _ trend: String?) -> Tile {
    let metric = place.metric
    let judgement = targets.judgement(of: metric, value)
    // Callers who wait are shown so, whatever is aimed at.
    let isWaited = metric == .waiting && (value ?? 0) > 0
    let isLoud = isWaited || metric == .longestWait && judgement == .critical
    let mark = judgement.mark(glyphs)
    let shownMark = mark.isEmpty && isWaited ? String(glyphs.warning) : mark
    let words = metric.text(value)
    let marked = "\(glyphs.warning) \(words)"
    return Tile(
      text: shownMark.isEmpty ? words : "\(shownMark) \(words)",
      markedText: targets[metric] == nil ? "" : marked,
      label: isLoud ? metric.label.uppercased() : metric.label,
      shortLabel: isLoud ? metric.shortLabel.uppercased() : metric.shortLabel,
      role: isLoud ? .escalated : role(of: place, value, judgement),
      // That there should be none says the mark.
      target: targets[metric].flatMap { $0.goal > 0 ? metric.unit.text($0.goal) : nil },
      rank: place.rank, isLoud: isLoud,
      canBeLoud: metric == .waiting || metric == .longestWait,
      beginsGroup: place.beginsGroup, trend: trend)
  }

  private func role(
    of place: TilePlace, _ value: Double?, _ judgement: Judgement?
  ) -> StyleRole {
    switch judgement {
    case .critical: .critical
    case .warning: .warning
    case .good, nil: (value ?? 0) == 0 ? .muted : place.role
    }
  }
}

extension Metric {
  /// The name on a single line, after the number of those who wait.
  fileprivate var shortLabel: String { self == .longestWait ? "longest" : label }
}
