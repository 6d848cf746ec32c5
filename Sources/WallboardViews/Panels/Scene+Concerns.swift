import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// What of a panel's things is worth a word beside their number.
  func concern(of panel: Panel) -> Phrase? {
    switch panel {
    case .calls:
      counted(board.calls.count { $0.escalation?.isWaiting == true }, "waiting", .waiting)
    case .operators:
      counted(board.operators.count(where: \.isOnline), "online", .operatorOnline)
    case .surfaces:
      counted(board.surfaces.count { $0.stage == .pendingReview }, "to review", .surfaceReview)
    case .activity:
      board.activity.problemCount == 0
        ? nil
        : Phrase(
          board.activity.problemCount == 1
            ? "1 problem " : "\(board.activity.problemCount) problems ", .warning)
    case .alerts:
      counted(board.alerts.active.count { $0.severity == .critical }, "critical", .critical)
    case .numbers: nil
    }
  }

  private func counted(_ count: Int, _ word: String, _ role: StyleRole) -> Phrase? {
    count == 0 ? nil : Phrase("\(count) \(word) ", role)
  }
}
