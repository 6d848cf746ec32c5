import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The row that shows the position in a recording.
struct SeekBar: Region {
  /// What a column of the bar stands for.
  enum Column: Equatable {
    case position
    /// The worst of what began there, and when.
    case mark(MarkSign, at: Timestamp)
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
  private static let leastBesideLegend = 50
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
    if free > Self.leastBesideLegend {
      let legend = words.legend(MarkSign.all(in: playback.marks))
      let needed = lettering.width(of: legend)
      if free - needed >= Self.leastBesideLegend {
        free -= needed
        tail += legend
      }
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
    if case .mark(_, let moment) = columns[column] { moment } else { scale.moment(at: column) }
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
    for place in playback.marks.indices {
      guard let sign = MarkSign(playback.marks[place]) else { continue }
      let moment = playback.marks[place].at
      let index = scale.column(of: moment)
      if case .mark(let other, _) = columns[index], other <= sign { continue }
      columns[index] = .mark(sign, at: moment)
    }
    columns[position] = .position
    return columns
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
    return MarkSign.explained.map { (String($0.glyph(glyphs)), $0.meaning) } + [
      (
        "\(glyphs.rail)\(glyphs.rail)\(glyphs.filledDot)\(glyphs.horizontal)",
        "How far the recording has been played"
      ),
      (String(repeating: glyphs.separator, count: 3), "Not loaded yet"),
    ]
  }
}

extension SeekBar.Column {
  fileprivate func look(_ glyphs: GlyphSet) -> (Character, StyleRole) {
    switch self {
    case .position: (glyphs.filledDot, .titleFocused)
    case .mark(let sign, _): (sign.glyph(glyphs), sign.role)
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
