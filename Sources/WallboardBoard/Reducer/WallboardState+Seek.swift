import OrderedCollections

extension WallboardState {
  /// Begins to type a moment of the recording.
  mutating func beginSeek() {
    guard view.playback != nil else { return }
    view.show(nil)
    view.prompt = Prompt(.seek)
  }

  /// Goes to the moment that was typed; one that is none, or that was not recorded, can be mended.
  mutating func acceptSeek(_ prompt: Prompt) -> [Effect] {
    guard let playback = view.playback, !prompt.text.isEmpty else {
      view.prompt = nil
      return []
    }
    do {
      let target = try SeekTarget(prompt.text)
      let moment = try target.moment(in: playback)
      view.prompt = nil
      target.note(on: moment, in: playback).map { view.tell($0) }
      return [.playback(.seek(moment))]
    } catch {
      view.prompt?.problem = error.description
      return []
    }
  }

  /// Looks at the board of another moment from now on. What was made of the one before does not
  /// hold, and what comes now may have come before.
  mutating func restore(_ board: Board) {
    let isEarlier = board.isEarlier(than: self.board)
    self.board = board
    guard isEarlier else { return }
    heldBoard = nil
    duplicates = DuplicateFilter()
    view.jumps &+= 1
    view.arranged = [:]
    view.feedArrangedAt = nil
    for index in view.panes.indices { view.panes[index].moves = [] }
    view.wall?.escalatedAt = nil
    view.wall?.vain = []
  }
}

extension Board {
  /// Whether anything here is of an earlier moment than there; a call that is followed anew is.
  fileprivate func isEarlier(than other: Board) -> Bool {
    now < other.now || revision < other.revision || backgroundRevision < other.backgroundRevision
      || alerts.revision < other.alerts.revision
      || other.observations.contains { callSID, known in
        observations[callSID].map { $0.revision < known.revision } ?? true
      }
  }
}
