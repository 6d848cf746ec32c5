package import WallboardEvents

/// How a recording is being played, as the shell that plays it knows.
package struct Playback: Equatable, Sendable {
  /// The speeds that can be chosen, as multiples of the recorded time.
  package static let speeds: [Double] = [0.25, 0.5, 1, 2, 4, 10, 25, 50, 100, 250, 500, 1_000]

  /// When the first thing was recorded.
  package var start: Timestamp
  /// When the last thing was recorded.
  package var end: Timestamp
  /// What the board shows: what was recorded up to this moment.
  package var position: Timestamp
  package var isPlaying = false
  /// How many times as fast as it was recorded; one of ``speeds``.
  package var speed = 1.0
  /// Up to when it was looked through for marks, and can be gone to at once; `nil` when all of it was.
  package var indexedUntil: Timestamp?
  /// What lies where, in order of time, as far as it was looked through; at most ``Limits/marks``.
  package var marks: [PlaybackMark] = []
  /// Lines that could not be read.
  package var skippedLines = 0
  /// Whether identifiers and words were masked when it was recorded: nothing can show them.
  package var isMasked = true
  /// Local time where it was recorded.
  package var offsets = UTCOffsets(0)

  /// A recording from its first to its last moment, at its beginning.
  package init(start: Timestamp, end: Timestamp) {
    self.start = start
    self.end = max(start, end)
    position = start
  }
}

/// What a person asks of a recording that is played.
package enum PlaybackCommand: Hashable, Sendable {
  case togglePlaying
  /// Play at the next, previous of ``Playback/speeds``.
  case changeSpeed(Int)
  /// Go on by so many recorded things, back where it is negative, and pause.
  case step(Int)
  /// Go so many seconds on or back.
  case skip(seconds: Int64)
  /// Go to that moment.
  case seek(Timestamp)
  /// Go to the beginning, to the end.
  case seekToStart
  case seekToEnd
  /// Go to the next or previous mark of that kind, of those that are listed where it is `nil`.
  case jump(PlaybackMark.Kind?, forward: Bool)
}

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
      view.sought = nil
      target.note(on: moment, in: playback).map { view.announce($0) }
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
    view.sought?.isUnderWay = true
    guard isEarlier else { return }
    heldBoard = nil
    duplicates = DuplicateFilter()
    view.jumps &+= 1
    view.arranged = [:]
    view.feedArrangedAt = nil
    for index in view.panes.indices { view.panes[index].moves = [] }
    view.wall?.escalatedAt = nil
    view.wall?.unfollowable = []
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
