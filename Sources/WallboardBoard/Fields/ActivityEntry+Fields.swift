import DequeModule
import WallboardEvents

extension ActivityEntry {
  /// What a field of the line holds now.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .at: .seconds(board.now.seconds(since: at))
    case .event: .text(content.name)
    case .what:
      FieldValue(summary(SummaryContext(names: board, disclosure: disclosure)))
    case .state, .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk,
      .emotion, .turns, .graph, .call, .status, .since, .name, .type, .stage, .progress, .saved,
      .form, .channel, .entity, .note, .severity, .alert, .subject, .value, .number, .target,
      .trend:
      .none
    }
  }
}

extension Activity {
  /// The line of that number, as long as it is remembered: lines are numbered without holes.
  func entry(_ sequence: UInt64) -> ActivityEntry? {
    guard let first = entries.first, sequence >= first.sequence else { return nil }
    let place = Int(clamping: sequence - first.sequence)
    return place < entries.count ? entries[place] : nil
  }
}
