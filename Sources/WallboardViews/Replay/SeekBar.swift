import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The row that shows the position in a recording.
struct SeekBar: Region {
  /// What a column of the bar stands for.
  enum Column: Equatable {
    case position
    case mark(PlaybackMark)
    /// Before the position, and after it.
    case played, ahead
    /// Not searched for marks yet.
    case unknown
  }

  /// At the left: whether it plays, its speed and its position.
  private let head: [StyledText]
  private let columns: [Column]
  /// At the right: the end of the recording, and remarks on it.
  private let tail: [StyledText]
  private let scale: SeekScale

  /// The least width of the bar beside the position alone, and beside the tail; and that of the
  /// speed.
  private static let leastColumns = 10
  private static let leastBesideTail = 20
  private static let speedWidth = 5

  init(_ playback: Playback, width: Int, _ lettering: Lettering, _ glyphs: GlyphSet) {
    let words = SeekWords(playback, lettering, glyphs)
    let position = [words.state, StyledText(" "), words.position, StyledText("  ")]
    var free = width - lettering.width(of: position)
    let hasSpeed = free - Self.speedWidth - 1 >= Self.leastColumns
    if hasSpeed { free -= Self.speedWidth + 1 }
    head =
      hasSpeed
      ? [words.state, StyledText(" "), words.speed(width: Self.speedWidth), StyledText(" ")]
        + position.dropFirst(2) : position
    var tail: [StyledText] = []
    for phrase in words.tail {
      let needed = lettering.width(of: phrase.text) + 2
      guard free - needed >= Self.leastBesideTail else { break }
      free -= needed
      tail += [StyledText("  "), phrase]
    }
    self.tail = tail
    scale = SeekScale(playback, columns: max(0, free))
    columns = Self.columns(of: playback, on: scale)
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let (head, bar, tail) = places(in: area, canvas.lettering)
    canvas.draw(self.head, in: head)
    for (column, place) in zip(columns, bar.cells) {
      let (glyph, role) = column.look(canvas.glyphs)
      canvas.fill(place, with: glyph, role: role)
    }
    canvas.draw(self.tail, in: tail)
  }

  /// A press goes to the mark there, or else to the moment of the column.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    let bar = places(in: area, Lettering(glyphs)).bar
    return zip(columns.indices, bar.cells).map { index, place in
      PressTarget(place: place, request: .intents([.playback(.seek(moment(at: index)))]))
    }
  }

  private func moment(at column: Int) -> Timestamp {
    if case .mark(let mark) = columns[column] { mark.at } else { scale.moment(at: column) }
  }

  private func places(
    in row: Rect, _ lettering: Lettering
  ) -> (head: Rect, bar: Rect, tail: Rect) {
    var rest = row.inset(horizontal: 1, vertical: 0)
    let head = rest.cut(lettering.width(of: head), from: .left)
    let bar = rest.cut(columns.count, from: .left)
    return (head, bar, rest)
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

/// The words of a seek bar. Each keeps its greatest width, so that nothing jumps.
private struct SeekWords {
  private let playback: Playback
  private let lettering: Lettering
  private let glyphs: GlyphSet

  init(_ playback: Playback, _ lettering: Lettering, _ glyphs: GlyphSet) {
    self.playback = playback
    self.lettering = lettering
    self.glyphs = glyphs
  }

  var state: StyledText {
    playback.isPlaying
      ? StyledText("\(glyphs.pointer) ", .good)
      : StyledText("\(glyphs.pause)\(glyphs.pause)", .notice)
  }

  func speed(width: Int) -> StyledText {
    guard playback.speed != 1 else { return StyledText(TextLayout.fitted("", to: width)) }
    let number =
      playback.speed < 1 ? "\(playback.speed)" : "\(Int(min(playback.speed, 9_999)))"
    return StyledText(
      TextLayout.fitted(number + (lettering.isASCII ? "x" : "×"), to: width), .value)
  }

  var position: StyledText { StyledText(clock(playback.position), .value, emphasis: .bold) }

  /// Remarks for a wide row, the most important first.
  var tail: [StyledText] {
    var tail = [StyledText(clock(playback.end), .time)]
    if playback.isMasked { tail.append(StyledText("masked", .masked)) }
    if playback.skippedLines > 0 {
      let lines = playback.skippedLines == 1 ? "line" : "lines"
      tail.append(StyledText("\(playback.skippedLines.grouped) \(lines) skipped", .warning))
    }
    return tail
  }

  /// The time of day, with the day if the recording spans several.
  private func clock(_ time: Timestamp) -> String {
    let local = playback.offsets.localTime(time)
    let days = [playback.start, playback.end].map { playback.offsets.localTime($0).day }
    return (days[0] == days[1] ? "" : local.shortDate + " ") + local.clock
  }
}

extension Rect {
  /// The cells of a row, from left to right.
  fileprivate var cells: [Rect] {
    columns.map { Rect(x: $0, y: rows.lowerBound, width: 1, height: 1) }
  }
}

struct SeekBarMaker: RegionMaker {
  let context: FrameContext

  /// The bar for a row of that width; `nil` on a live board.
  func bar(width: Int) -> SeekBar? {
    view.playback.map { SeekBar($0, width: max(0, width - 2), lettering, glyphs) }
  }

  /// The signs of the bar, for the help.
  var signs: [(label: String, text: String)] {
    guard isReplay else { return [] }
    return PlaybackMark.Kind.allCases.sorted { $0.rank < $1.rank }.map {
      (String($0.letter), $0.meaning)
    } + [
      (
        "\(glyphs.rail)\(glyphs.rail)\(glyphs.filledDot)\(glyphs.horizontal)",
        "How far the recording has been played"
      ),
      (String(repeating: glyphs.separator, count: 3), "Not looked through for marks yet"),
    ]
  }
}

extension SeekBar.Column {
  fileprivate func look(_ glyphs: GlyphSet) -> (Character, StyleRole) {
    switch self {
    case .position: (glyphs.filledDot, .titleFocused)
    case .mark(let mark): (mark.kind.letter, mark.kind.role)
    case .played: (glyphs.rail, .gaugeFull)
    case .ahead: (glyphs.horizontal, .border)
    case .unknown: (glyphs.separator, .muted)
    }
  }
}

/// Maps moments to columns: the ends of the bar are those of the recording.
struct SeekScale: Equatable {
  private let start: Timestamp
  private let length: Double
  let columns: Int

  init(_ playback: Playback, columns: Int) {
    start = playback.start
    length = Double(max(0, playback.end.milliseconds(since: playback.start)))
    self.columns = columns
  }

  func column(of moment: Timestamp) -> Int {
    guard length > 0, columns > 1 else { return 0 }
    let share = Double(moment.milliseconds(since: start)) / length
    return Int((min(max(0, share), 1) * Double(columns - 1)).rounded())
  }

  func moment(at column: Int) -> Timestamp {
    guard columns > 1 else { return start }
    let share = Double(min(max(0, column), columns - 1)) / Double(columns - 1)
    return start.advanced(milliseconds: Int64(length * share))
  }
}

extension PlaybackMark.Kind {
  /// Its letter on the bar.
  var letter: Character {
    switch self {
    case .escalation: "E"
    case .alert: "A"
    case .problem: "P"
    case .gap: "G"
    case .bookmark: "B"
    }
  }

  fileprivate var role: StyleRole {
    switch self {
    case .escalation: .waiting
    case .alert: .alert
    case .problem: .warning
    case .gap: .gap
    case .bookmark: .notice
    }
  }

  var word: String {
    switch self {
    case .escalation: "escalation"
    case .alert: "alert"
    case .problem: "problem"
    case .gap: "gap"
    case .bookmark: "bookmark"
    }
  }

  /// What it means, for the help.
  fileprivate var meaning: String {
    switch self {
    case .escalation: "A call asked for a human"
    case .alert: "An alert was raised"
    case .problem: "Something failed that somebody should look into"
    case .gap: "The connection was lost for longer than can be made up for"
    case .bookmark: "A bookmark that a person set"
    }
  }

  /// Of several marks in one column, the one with the lowest rank is shown.
  fileprivate var rank: Int {
    switch self {
    case .escalation: 0
    case .alert: 1
    case .gap: 2
    case .problem: 3
    case .bookmark: 4
    }
  }
}
