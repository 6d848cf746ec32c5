import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The row that tells where in its recording a board stands.
struct SeekBar: Equatable {
  /// What a column of the bar stands for.
  enum Column: Equatable {
    case position
    case mark(PlaybackMark)
    /// What lies behind the position, and before it.
    case played, ahead
    /// What was not looked through for marks yet.
    case unknown
  }

  /// From the left end: how it is played, and where it stands.
  let head: [Phrase]
  let columns: [Column]
  /// To the right end: when it ends, and what is to be known of it.
  let tail: [Phrase]
  let scale: SeekScale

  /// The least columns of a bar beside the position, the speed, and anything else.
  private static let leastColumns = 10
  private static let leastBesideTail = 20
  private static let speedWidth = 5

  init(_ playback: Playback, width: Int, _ lettering: Lettering, _ glyphs: GlyphSet) {
    let words = SeekWords(playback, lettering, glyphs)
    let position = [words.state, Phrase(" "), words.position, Phrase("  ")]
    var free = width - lettering.width(of: position)
    let hasSpeed = free - Self.speedWidth - 1 >= Self.leastColumns
    if hasSpeed { free -= Self.speedWidth + 1 }
    head =
      hasSpeed
      ? [words.state, Phrase(" "), words.speed(width: Self.speedWidth), Phrase(" ")]
        + position.dropFirst(2) : position
    var tail: [Phrase] = []
    for phrase in words.tail {
      let needed = lettering.width(of: phrase.text) + 2
      guard free - needed >= Self.leastBesideTail else { break }
      free -= needed
      tail += [Phrase("  "), phrase]
    }
    self.tail = tail
    scale = SeekScale(playback, columns: max(0, free))
    columns = Self.columns(of: playback, on: scale)
  }

  /// The moment to go to for a press on that column: what is marked there, else when it stands for.
  func moment(at column: Int) -> Timestamp {
    guard columns.indices.contains(column), case .mark(let mark) = columns[column] else {
      return scale.moment(at: column)
    }
    return mark.at
  }

  private static func columns(of playback: Playback, on scale: SeekScale) -> [Column] {
    guard scale.columns > 0 else { return [] }
    let position = scale.column(of: playback.position)
    let known = playback.indexedUntil.map { max(scale.column(of: $0), position) } ?? .max
    var columns = (0..<scale.columns).map { index -> Column in
      index < position ? .played : index > known ? .unknown : .ahead
    }
    for mark in playback.marks {
      let index = scale.column(of: mark.at)
      if case .mark(let other) = columns[index], other.kind.rank <= mark.kind.rank { continue }
      columns[index] = .mark(mark)
    }
    columns[position] = .position
    return columns
  }
}

/// The words of a seek bar. Each is as wide as it ever gets, so that nothing jumps.
private struct SeekWords {
  private let playback: Playback
  private let lettering: Lettering
  private let glyphs: GlyphSet

  init(_ playback: Playback, _ lettering: Lettering, _ glyphs: GlyphSet) {
    self.playback = playback
    self.lettering = lettering
    self.glyphs = glyphs
  }

  var state: Phrase {
    playback.isPlaying
      ? Phrase("\(glyphs.pointer) ", .good) : Phrase("\(glyphs.pause)\(glyphs.pause)", .notice)
  }

  func speed(width: Int) -> Phrase {
    guard playback.speed != 1 else { return Phrase(TextLayout.fitted("", to: width)) }
    let number =
      playback.speed < 1 ? "\(playback.speed)" : "\(Int(min(playback.speed, 9_999)))"
    return Phrase(
      TextLayout.fitted(number + (lettering.isASCII ? "x" : "×"), to: width), .value)
  }

  var position: Phrase { Phrase(clock(playback.position), .value, emphasis: .bold) }

  /// What there is room for in a wide row, the most important first.
  var tail: [Phrase] {
    var tail = [Phrase(clock(playback.end), .time)]
    if playback.isMasked { tail.append(Phrase("masked", .masked)) }
    if playback.skippedLines > 0 {
      let lines = playback.skippedLines == 1 ? "line" : "lines"
      tail.append(Phrase("\(playback.skippedLines.grouped) \(lines) skipped", .warning))
    }
    return tail
  }

  /// The time of day, and the day where there are several.
  private func clock(_ time: Timestamp) -> String {
    let local = playback.offsets.localTime(time)
    let days = [playback.start, playback.end].map { playback.offsets.localTime($0).day }
    return (days[0] == days[1] ? "" : local.shortDate + " ") + local.clock
  }
}

extension Lettering {
  fileprivate func width(of phrases: [Phrase]) -> Int {
    phrases.reduce(0) { $0 + width(of: $1.text) }
  }
}
