import WallboardBoard
import WallboardEvents
import WallboardScreen

extension TableMaker {
  /// The mark of a row that came, changed or ended a moment ago.
  func recentMark(of row: RowID) -> RecentMark? {
    switch board.mark(of: row) {
    case .new: .new
    case .changed: .changed
    case .ended: .ended(well: endedWell(row))
    case nil: nil
    }
  }

  private func endedWell(_ row: RowID) -> Bool? {
    guard case .call(let id) = row else { return nil }
    return board.departed.look(at: id) { departed in
      departed.ending.gaveUp ? false : departed.ending.completionReason?.isGoodEnd
    } ?? nil
  }
}

extension GlyphSet {
  /// What ended well. In ASCII a check is a plus, which is what came.
  var wellEnded: Character { check == "+" ? "-" : check }
}

extension Open<CompletionReason> {
  /// Whether the call came to a good end; `nil` where that cannot be told.
  fileprivate var isGoodEnd: Bool? {
    switch self {
    case .known(.abandoned), .known(.timeout), .known(.error), .known(.cancelled),
      .known(.noAnswer), .known(.noInboundAudio):
      false
    case .known(.completed), .known(.escalated), .known(.transferred), .known(.voicemail),
      .known(.forwarded), .known(.callerHangup), .known(.terminalState),
      .known(.warmTransferCompleted):
      true
    case .other: nil
    }
  }
}
