import WallboardBoard
import WallboardScreen

/// A number as the wall shows it.
struct WallNumber: Equatable {
  let name: String
  /// In big letters.
  let figure: String
  /// The target, and whether it is met, in words and with a mark; empty without a target.
  var note = StyledText.empty
  var role = StyleRole.bigNumber
  var severity: Severity?
  /// Whether the whole tile is in the role of an alert.
  var isLoud = false

  /// The number in a line of text.
  var sentence: String { "\(name.lowercased()) \(figure)" }
}

/// A number with its name above and its target below.
struct WallTile: Region {
  let number: WallNumber

  func draw(in area: Rect, on canvas: inout Canvas) {
    let role = number.isLoud ? StyleRole.alert : number.role
    let frame = PanelFrame(area)
    if number.isLoud { canvas.fill(area, role: role) }
    let isBoxed = area.height >= 5
    if isBoxed {
      canvas.drawBox(area, role: !number.isLoud && role == .bigNumber ? .border : role)
    }
    let title = StyledText(" \(number.name) ", number.isLoud ? role : .title, emphasis: .bold)
    canvas.draw(title, in: frame.title)
    guard isBoxed else {
      return canvas.drawBig(number.figure, role, in: area.divided(at: 1, from: .top).remainder)
    }
    canvas.drawBig(number.figure, role, in: area.inset(horizontal: 2, vertical: 1))
    guard !number.note.text.isEmpty else { return }
    let note = StyledText(
      " \(number.note.text) ", number.isLoud ? role : number.note.role, emphasis: .bold)
    canvas.draw(note, in: frame.notes, alignment: .right)
  }
}

/// The numbers without a tile on one line, as many as fit.
struct WallOthers: Region {
  let numbers: [WallNumber]

  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area.inset(horizontal: 1, vertical: 0)
    for number in numbers {
      let role = number.isLoud ? StyleRole.alert : number.role
      let mark = number.severity.map { "\($0.mark(canvas.glyphs)) " } ?? ""
      let phrases = [
        StyledText("\(number.name.lowercased()) ", number.isLoud ? role : .label),
        StyledText("\(mark)\(number.figure)", role, emphasis: .bold),
      ]
      guard canvas.lettering.width(of: phrases) <= rest.width else { continue }
      rest = canvas.draw(phrases, in: rest)
      _ = rest.cut(4, from: .left)
    }
  }
}

/// Makes the numbers of a wall.
struct WallNumberMaker: RegionMaker {
  let context: FrameContext

  func numbers(_ metrics: [Metric]) -> [WallNumber] {
    let values = live.reading(of: metrics + [.longestWait])
    return metrics.map { number($0, values[$0], targets.severity(of: $0, in: values)) }
  }

  private func number(
    _ metric: Metric, _ value: Double?, _ severity: Severity?
  ) -> WallNumber {
    let name = metric.title.uppercased()
    guard let value else { return WallNumber(name: name, figure: "–", role: .muted) }
    let figure = WallFigure.text(value, metric.unit)
    let target = targets[metric]
    // How many wait may be bad by how long they do; their number then says nothing of it.
    let isOwn = target?.severity(of: value, for: metric) == severity
    let goal = isOwn ? target.map { "target " + WallFigure.text($0.goal, metric.unit) } : nil
    return WallNumber(
      name: name, figure: figure, note: note(severity, goal), role: severity?.role ?? .bigNumber,
      severity: severity, isLoud: severity == .critical)
  }

  private func note(_ severity: Severity?, _ goal: String?) -> StyledText {
    guard let severity else {
      return goal.map { StyledText("\(glyphs.check) \($0)", .good) } ?? .empty
    }
    let word = severity.word.uppercased()
    let words = goal.map { (severity == .critical ? "\(word), " : "PAST ") + $0.uppercased() }
    return StyledText("\(severity.mark(glyphs)) \(words ?? word)", severity.role)
  }
}

/// Numbers short enough to be read from afar.
enum WallFigure {
  /// A value in letters that ``BigText`` has.
  static func text(_ value: Double, _ unit: Metric.Unit) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    switch unit {
    case .count: return count(Int64(value.rounded()))
    case .seconds: return time(Int64(max(0, value)))
    case .milliseconds: return decimal(value / 1_000) + "s"
    case .share: return "\(Int64((value * 100).rounded()))%"
    case .perSecond: return decimal(value)
    }
  }

  /// `0:42`, `12:07`, `1h04`, `3d`.
  static func time(_ seconds: Int64) -> String {
    let seconds = max(0, seconds)
    return switch seconds {
    case ..<3_600: Durations.stopwatch(seconds)
    case ..<86_400: "\(seconds / 3_600)h\(Durations.twoDigits(seconds / 60 % 60))"
    default: "\(seconds / 86_400)d"
    }
  }

  private static func count(_ count: Int64) -> String {
    count < 10_000 ? "\(count)" : "\(count / 1_000)k"
  }

  /// One decimal below ten, none above.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int64((value * 10).rounded())
    return tenths < 100 ? "\(tenths / 10).\(abs(tenths % 10))" : "\((tenths + 5) / 10)"
  }
}

extension Canvas {
  /// Draws text in the middle of an area, in the largest letters that fit; in plain ones if none
  /// do.
  mutating func drawBig(
    _ text: String, _ role: StyleRole, atMost limit: BigText.Size = .huge, in area: Rect,
    alignment: Alignment = .center
  ) {
    let size = BigText.largest(
      text, width: area.width, height: min(area.height, limit.height),
      isASCII: lettering.isASCII)
    let rows = size.map { BigText.rows(text, $0, isASCII: lettering.isASCII) } ?? [text]
    let top = max(0, area.height - rows.count) / 2
    for (index, row) in rows.enumerated() {
      draw(
        StyledText(row, role, emphasis: .bold), in: area.row(top + index), alignment: alignment)
    }
  }

  /// Draws words in the largest letters in which all of them fit, on as many lines as needed.
  mutating func drawBanner(_ words: [String], _ role: StyleRole, in area: Rect) {
    let lines = bannerLines(words, in: area)
    let height = lines.size?.height ?? 1
    let gap = lines.words.count * (height + 1) <= area.height ? 1 : 0
    let whole = lines.words.count * (height + gap) - gap
    var rest = area.centered(width: area.width, height: whole)
    for line in lines.words {
      let field = rest.cut(height, from: .top)
      drawBig(line, role, atMost: lines.size ?? .small, in: field)
      _ = rest.cut(gap, from: .top)
    }
  }

  private func bannerLines(
    _ words: [String], in area: Rect
  ) -> (size: BigText.Size?, words: [String]) {
    for size in BigText.Size.allCases.reversed() {
      let lines = wrapped(words, size, to: area.width)
      let fits = lines.allSatisfy {
        BigText.width(of: $0, size, isASCII: lettering.isASCII) <= area.width
      }
      if fits, lines.count * size.height <= area.height { return (size, lines) }
    }
    return (nil, [words.joined(separator: " ")])
  }

  private func wrapped(_ words: [String], _ size: BigText.Size, to width: Int) -> [String] {
    words.reduce(into: []) { lines, word in
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, BigText.width(of: longer, size, isASCII: lettering.isASCII) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
  }
}
