import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

extension BoardLoop {
  /// Takes note of what went to the terminal and of what it answered, and asks it again when that is
  /// worth it.
  func tendLine() {
    let now = Clock.uptime
    noteWritten(at: now)
    if budget.line.isAsking, !screen.isAnswerDue { budget.line.answered(at: now) }
    guard budget.line.wantsToAsk(at: now) else { return }
    let isPossible = screen.ask()
    noteWritten(at: now)
    budget.line.asked(at: now, isPossible: isPossible)
  }

  /// Brings a canvas to the terminal, as much of it as the line has room for.
  func present(_ canvas: Canvas, first top: Range<Int>, for reason: FrameReason) -> PresentedFrame {
    let now = Clock.uptime
    let room = budget.limit(for: reason, untilSecond: untilSecond, at: now).map {
      FrameRoom(bytes: $0, top: top, urgent: urgentRows)
    }
    let shown = screen.present(canvas, within: room)
    urgentRows = []
    budget.spend(shown.bytes, for: reason, at: now)
    if shown.bytes > 0 {
      meter.noteFrame(isWhole: shown.isWhole, endsRound: shown.endsRound, at: now)
    }
    tendLine()
    return shown
  }

  /// Does what a person asked for. On a slow line, what that changes is shown before all else that
  /// has changed: what is said in other words, not what only looks different.
  func noteUrgentRows(of change: () -> Void) {
    guard budget.line.isSlow, let size = drawnSize else { return change() }
    let before = painter.draw(state, size: size, utcOffset: drawing.utcOffset)
    change()
    let after = painter.draw(state, size: size, utcOffset: drawing.utcOffset)
    let rows = after.bounds.rows.filter { y in
      !after.row(y).elementsEqual(before.row(y)) { $0.glyph == $1.glyph }
    }
    urgentRows.formUnion(rows)
  }

  private func noteWritten(at now: Int64) {
    let count = screen.bytesWritten
    budget.line.wrote(count - bytesWritten, at: now)
    meter.note(count - bytesWritten, at: now)
    bytesWritten = count
  }
}
