import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What makes the lines of an overlay a list that one chooses from.
struct OverlayList: Equatable {
  /// The line that the cursor is on.
  let cursor: Int
  /// How many lines there are to choose from; others are below them.
  let count: Int
  /// What a double press asks for.
  let choice: Intent
}

/// What lies over the panels, in a frame: the lines of it that are seen.
struct OverlayBox: Region {
  let title: String
  let lines: [[Phrase]]
  /// Of a list that one chooses from, what is needed besides its lines.
  var list: OverlayList?
  /// Which part of all lines is seen; empty where all are.
  var position = Phrase.empty

  func draw(in area: Rect, on canvas: inout Canvas) {
    let box = OverlayFrame.box(area)
    canvas.drawOverlayBox(box, title: title, position: position)
    let inside = OverlayFrame.inside(box)
    for (index, line) in lines.enumerated() {
      canvas.draw(line, in: inside.row(index))
      if index == list?.cursor { canvas.emphasizeSelected(inside.row(index)) }
    }
  }

  /// In a list the cursor goes to the line that is pressed.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    guard let list else { return [] }
    let inside = OverlayFrame.inside(OverlayFrame.box(area))
    return (0..<min(list.count, inside.height)).map { line in
      let move: Intent = line < list.cursor ? .moveUp : .moveDown
      return PressTarget(
        place: inside.row(line),
        request: .intents(Array(repeating: move, count: abs(line - list.cursor))),
        doubled: list.choice)
    }
  }
}

extension Canvas {
  /// Draws the frame of what lies over the panels, with its title, and at its foot which part of the
  /// lines is visible.
  mutating func drawOverlayBox(_ box: Rect, title: String, position: Phrase) {
    let frame = PanelFrame(box)
    drawBox(box, role: .borderFocused)
    draw(Phrase(" \(title) ", .titleFocused, emphasis: .reverse), in: frame.title)
    draw(position, in: frame.notes, alignment: .right)
  }
}

/// Makes what lies over the panels.
struct OverlayMaker: RegionMaker {
  let context: FrameContext

  /// What lies over the panels in an area, and how much of that it takes.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    if view.overlay == .themes { return ThemeList(context: context).box(in: area) }
    let content = self.content(width: OverlayFrame.inside(area).width)
    let area = OverlayFrame.shrunk(area, toLines: content.lines.count)
    let window = content.window(
      scrolledTo: view.overlayTop, height: OverlayFrame.inside(area).height)
    let lines = window.visible(of: content.lines)
    let box = OverlayBox(
      title: content.title, lines: lines,
      list: content.cursor.map {
        OverlayList(cursor: $0 - window.top, count: lines.count, choice: .toggleColumn)
      },
      position: window.position)
    return (box, area)
  }

  /// What lies over the panels, in lines of that width.
  func content(width: Int) -> OverlayContent {
    switch view.overlay {
    // Themes have a box of their own: their list scrolls above what does not.
    case nil, .themes: OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
    case .help:
      OverlayContent(
        title: "Help", facts: HelpPage(context: context).facts, labelWidth: 22, labelRole: .hintKey,
        width: width)
    case .quitting:
      OverlayContent(title: "Quit?", facts: quittingFacts, labelWidth: 10, width: width)
    case .digest:
      OverlayContent(
        title: "While you were away", facts: DigestPage(context: context).facts, labelWidth: 14,
        width: width)
    case .explanation(let metric):
      NumberExplanation(context: context).content(of: metric, width: width)
    case .columns(let panel): ColumnList(context: context).content(of: panel)
    case .detail(let row):
      OverlayContent(
        title: Detail(context: context).title(of: row),
        facts: Detail(context: context).facts(of: row), labelWidth: 16, width: width)
    }
  }

  /// What would be lost from sight, and how to answer.
  private var quittingFacts: [Fact] {
    let followed = live.observations.values.filter { $0.isLive && $0.ending == nil }
    let calls = followed.map { observation -> Fact in
      let call = live.calls[observation.callSID]
      let caller =
        PaneFactsMaker(context: context).callerLabel(observation.facts, call).map { "  \($0.text)" }
        ?? ""
      return .entry(
        label: "Followed", value: Phrase(observation.callSID.short + caller, .value))
    }
    return calls + [.blank, .entry(label: "y", value: Phrase("quit; the calls go on without you"))]
      + [.entry(label: "n", value: Phrase("stay"))]
  }
}

/// What an overlay shows, broken into lines.
struct OverlayContent {
  let title: String
  let lines: [[Phrase]]
  /// The line under the cursor, of a list; it is always seen.
  private(set) var cursor: Int?

  /// Breaks the facts into lines of that width; `labelWidth` columns are for the labels.
  init(
    title: String, facts: [Fact], labelWidth: Int, labelRole: StyleRole = .label, width: Int
  ) {
    self.title = title
    let blank = Phrase(TextLayout.fitted("", to: min(labelWidth, width / 2)), labelRole)
    lines = facts.flatMap { Self.lines(of: $0, blankLabel: blank, width: width) }
  }

  /// A list of which one line is under the cursor.
  init(title: String, list: [[Phrase]], cursor: Int) {
    self.title = title
    lines = list
    self.cursor = min(max(0, cursor), max(0, list.count - 1))
  }

  /// The visible lines: those around the cursor, or those that a person scrolled to.
  func window(scrolledTo top: Int, height: Int) -> ScrollWindow {
    cursor.map { ScrollWindow(around: $0, height: height, count: lines.count) }
      ?? ScrollWindow(scrolledTo: top, height: height, count: lines.count)
  }

  private static func lines(of fact: Fact, blankLabel: Phrase, width: Int) -> [[Phrase]] {
    switch fact {
    case .blank: return [[]]
    case .line(let phrases): return [phrases]
    case .heading(let text): return [[Phrase(text, .title)]]
    case .entry(let label, let value):
      let labelWidth = TextLayout.width(of: blankLabel.text)
      let pieces = TextLayout.wrapped(value.text, to: max(1, width - labelWidth - 1))
      let name = Phrase(TextLayout.fitted(label, to: labelWidth), blankLabel.role)
      return pieces.enumerated().map { index, piece in
        [index == 0 ? name : blankLabel, Phrase(" "), value.saying(piece)]
      }
    }
  }
}

/// The parts of an overlay.
enum OverlayFrame {
  /// The area with a free column at either side, which keeps the words below from running into the frame.
  static func whole(_ area: Rect) -> Rect {
    Rect(x: area.origin.x - 1, y: area.origin.y, width: area.width + 2, height: area.height)
  }

  /// The area without these columns.
  static func box(_ whole: Rect) -> Rect { whole.inset(horizontal: 1, vertical: 0) }

  /// Where its lines stand.
  static func inside(_ area: Rect) -> Rect {
    area.inset(horizontal: 2, vertical: 1)
  }

  /// As high as the lines need, unless what would be uncovered is too little to be worth seeing.
  static func shrunk(_ area: Rect, toLines lines: Int) -> Rect {
    let height = lines + 2
    return area.height - height < 4 ? area : area.divided(at: height, from: .top).slice
  }
}

extension Overlay {
  /// Where it lies over the panels.
  func area(in body: Rect) -> Rect {
    switch self {
    case .columns(let panel): body.corner(width: 62, height: panel.fields.count + 2)
    case .help: body.middle(height: 28)
    case .quitting: body.middle(height: 9)
    case .themes: body.middle(height: 22)
    case .explanation, .digest, .detail: body.middle(height: max(24, body.height * 2 / 3))
    }
  }
}

extension Rect {
  /// The middle, or all of it where too little would be left at the sides to be worth seeing.
  fileprivate func middle(height: Int) -> Rect {
    let area = centered(width: 78, height: height)
    return width - area.width < 16 ? self : area
  }

  /// The part at the right and the bottom, where it hides the least of a table.
  fileprivate func corner(width: Int, height: Int) -> Rect {
    var rest = self
    var column = rest.cut(min(width, self.width), from: .right)
    return column.cut(min(height, self.height), from: .bottom)
  }
}
