import WallboardEvents

/// What sets a row apart for some seconds.
package enum RowMark: Hashable, Sendable {
  /// It came a moment ago.
  case new
  /// It came to another standing a moment ago.
  case changed
  /// It is over, and leaves in a moment.
  case ended

  /// How long a row is marked, in seconds.
  package static let shownFor: Int64 = 5
}

extension Board {
  /// What sets the row apart at this second; it changes with an event, or with the whole second.
  package func mark(of row: RowID) -> RowMark? {
    switch row {
    case .call(let id): mark(of: id)
    case .operator(let id):
      operators.look(at: id) { $0.mark(at: now) } ?? nil
    case .surface(let id):
      surfaces.look(at: id) { $0.mark(at: now) } ?? nil
    case .activity, .alert, .metric: nil
    }
  }

  private func mark(of id: CallSID) -> RowMark? {
    guard let isNew = calls.look(at: id, { $0.isNew(at: now) }) else {
      return departed.contains(id) ? .ended : nil
    }
    return isNew ? .new : nil
  }
}

extension Operator {
  /// What a read told is no news: at the start it tells of all.
  fileprivate func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, let statusSince else { return nil }
    return now.seconds(since: statusSince) < RowMark.shownFor ? .changed : nil
  }
}

extension Surface {
  fileprivate func mark(at now: Timestamp) -> RowMark? {
    guard touched > 0, now.seconds(since: stageSince) < RowMark.shownFor else { return nil }
    return stage == .created ? .new : .changed
  }
}
