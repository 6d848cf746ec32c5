import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

extension Bench {
  /// A call with a full time line, drawn anew for every message, twenty a second.
  @Sendable static func measurePane(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [])
  }

  /// The same while somebody reads further up.
  @Sendable static func measureReader(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [.pageUp, .pageUp, .pageUp])
  }

  /// The same while words are highlighted that are nowhere.
  @Sendable static func measureSearch(_ name: String, _ workload: Workload) throws -> Measurement {
    measurePane(name, moves: [.search] + "zebra".map(Intent.typed) + [.open])
  }

  private static func measurePane(_ name: String, moves: [Intent]) -> Measurement {
    let observed = ObserverWorkload(count: 2 * Limits.timelineEntries * 3)
    let actions = observed.events.map(Action.observed)
    let latest = actions.suffix(paneFrames)
    var start = observed.following
    for action in actions { _ = reduce(into: &start, action) }
    for intent in moves { _ = reduce(into: &start, .intent(intent)) }
    let begin = observed.events.last?.at ?? Timestamp(milliseconds: 0)
    let size = Size(width: 160, height: 50)
    return Measurement(name, unit: "frames", count: latest.count) {
      var state = start
      var painter = DashboardPainter(.benchmark)
      for (number, action) in latest.enumerated() {
        _ = reduce(into: &state, action)
        let frame = Frame(
          now: begin.advanced(milliseconds: 50 * Int64(number)),
          visibleRows: Dashboard.layout(state, size: size).visibleRows,
          panes: painter.panePositions(state, size: size, utcOffset: 0))
        _ = reduce(into: &state, .frame(frame))
        _ = painter.draw(state, size: size, utcOffset: 0)
      }
    }
  }

  private static let paneFrames = 1_000
}
