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

/// A moment of a recording that is worth going to.
package struct PlaybackMark: Hashable, Sendable {
  /// What lies there.
  package enum Kind: String, CaseIterable, Sendable {
    /// A call asked for a human.
    case escalation
    /// An alert was raised.
    case alert
    /// Something failed that somebody should look into.
    case problem
    /// The connection was lost for longer than the platform replays.
    case gap
    /// A person set a mark.
    case bookmark
  }

  package var kind: Kind
  package var at: Timestamp

  /// Something of that kind at that moment.
  package init(_ kind: Kind, at time: Timestamp) {
    self.kind = kind
    at = time
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
  /// Go to the next or previous mark of that kind, of any where it is `nil`.
  case jump(PlaybackMark.Kind?, forward: Bool)
}
