import OrderedCollections
import WallboardBoard
import WallboardEvents

/// That what is kept stays within ``Limits``, whatever came.
enum BoardBounds {
  static func check(_ state: WallboardState) throws {
    let board = state.board
    for (name, count, limit) in [
      ("departed calls", board.departed.count, Limits.departedCalls),
      ("lines of the feed", board.activity.entries.count, Limits.activity),
      ("problems", board.activity.problems.count, Limits.problems),
      ("surfaces", board.surfaces.count, Limits.surfaces),
      ("operators", board.operators.count, Limits.operators),
      ("text sessions", board.textSessions.count, Limits.textSessions),
      ("services", board.services.count, Limits.services),
      ("names", board.counts.byType.counts.count, Limits.countedNames + 1),
      ("panes", state.view.panes.count, Limits.followedCalls),
      ("characters typed", state.view.prompt?.text.count ?? 0, Limits.filterLength),
    ] {
      try require(count <= limit, "\(count) \(name), more than \(limit)")
    }
    for observation in board.observations.values {
      let entries = observation.timeline.entries.count
      try require(entries <= 2 * Limits.timelineEntries, "\(entries) entries of a time line")
    }
  }
}
