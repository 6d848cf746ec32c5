import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// What of a panel's things is worth a word beside their number.
  func concern(of panel: Panel) -> Phrase? {
    switch panel {
    case .calls:
      counted(board.calls.values.indices, "waiting", .waiting) {
        board.calls.values[$0].escalation?.isWaiting == true
      }
    case .operators:
      counted(board.operators.values.indices, "online", .operatorOnline) {
        board.operators.values[$0].status == .online
      }
    case .surfaces:
      counted(board.surfaces.values.indices, "to review", .surfaceReview) {
        board.surfaces.values[$0].stage == .pendingReview
      }
    case .activity:
      board.activity.problemCount == 0
        ? nil
        : Phrase(
          board.activity.problemCount == 1
            ? "1 problem " : "\(board.activity.problemCount) problems ", .warning)
    case .alerts:
      counted(board.alerts.active.values.indices, "critical", .critical) {
        board.alerts.active.values[$0].severity == .critical
      }
    case .numbers: nil
    }
  }

  /// How many there are of which that holds; they are looked at in their place.
  private func counted(
    _ indices: Range<Int>, _ word: String, _ role: StyleRole, where holds: (Int) -> Bool
  ) -> Phrase? {
    let count = indices.reduce(0) { holds($1) ? $0 + 1 : $0 }
    return count == 0 ? nil : Phrase("\(count) \(word) ", role)
  }
}
