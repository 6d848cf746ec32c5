import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What makes an overlay a list to choose from.
struct OverlayList: Equatable {
  /// The line under the cursor.
  let cursor: Int
  /// How many lines can be chosen; other lines may follow them.
  let count: Int
  /// What a double press asks for.
  let choice: Intent
}

/// A box over the panels, with the visible lines.
struct OverlayBox: Region {
  let title: String
  let lines: [[StyledText]]
  /// Set if it is a list to choose from.
  var list: OverlayList?
  /// Which lines are visible; empty where all are.
  var position = StyledText.empty

  func draw(in area: Rect, on canvas: inout Canvas) {
    let box = OverlayFrame.box(area)
    canvas.drawOverlayBox(box, title: title, position: position)
    let inside = OverlayFrame.inside(box)
    for (index, line) in lines.enumerated() {
      canvas.draw(line, in: inside.row(index))
      if index == list?.cursor { canvas.emphasizeSelected(inside.row(index)) }
    }
  }

  /// In a list, a press moves the cursor.
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
  /// Draws the frame of an overlay, with its title, and at its foot which lines are visible.
  mutating func drawOverlayBox(_ box: Rect, title: String, position: StyledText) {
    let frame = PanelFrame(box)
    drawBox(box, role: .borderFocused)
    draw(StyledText(" \(title) ", .titleFocused, emphasis: .reverse), in: frame.title)
    draw(position, in: frame.notes, alignment: .right)
  }
}

/// Makes the overlay.
struct OverlayMaker: RegionMaker {
  let context: FrameContext
  /// What it lies over, where that is known.
  var layout: DashboardLayout?

  /// The overlay, and the part of the area that it takes.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    if view.overlay == .themes { return ThemeList(context: context).box(in: area) }
    if view.overlay == .moments { return MomentBox(context: context).box(in: area) }
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

  /// The lines of the overlay, wrapped to that width.
  func content(width: Int) -> OverlayContent {
    switch view.overlay {
    // These make their own box: the list of themes has samples below it, that of moments may be long.
    case nil, .themes, .moments: OverlayContent(title: "", facts: [], labelWidth: 0, width: width)
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
    case .notes:
      OverlayContent(
        title: "Notes", facts: NoteWords(context: context).facts, labelWidth: 14, width: width)
    case .explanation(let metric):
      NumberExplanation(context: context).content(of: metric, width: width)
    case .columns(let panel):
      ColumnList(context: context, area: layout?.panels[panel]).content(of: panel)
    case .detail(let row):
      detail(of: row, width: width)
    }
  }

  private func detail(of row: RowID, width: Int) -> OverlayContent {
    let detail = row.homePanel.content.init(context: context).detail(of: row)
    return OverlayContent(
      title: detail?.title ?? "", facts: detail?.facts ?? [], labelWidth: 16, width: width)
  }

  /// What the user would lose sight of, and how to answer.
  private var quittingFacts: [Fact] {
    let followed = live.observations.values.filter { $0.isLive && $0.ending == nil }
    let calls = followed.map { observation -> Fact in
      let call = live.calls[observation.callSID]
      let caller =
        PaneFactsMaker(context: context).callerLabel(observation.facts, call).map { "  \($0.text)" }
        ?? ""
      return .entry(
        label: "Followed", value: StyledText(observation.callSID.short + caller, .value))
    }
    return calls + [
      .blank, .entry(label: "y", value: StyledText("quit; the calls go on without you")),
    ]
      + [.entry(label: "n", value: StyledText("stay"))]
  }
}

/// What an overlay shows, as lines.
struct OverlayContent {
  let title: String
  let lines: [[StyledText]]
  /// The line under the cursor of a list, which is always visible.
  private(set) var cursor: Int?

  /// Wraps the facts to that width, with `labelWidth` columns for the labels.
  init(
    title: String, facts: [Fact], labelWidth: Int, labelRole: StyleRole = .label, width: Int
  ) {
    self.title = title
    let blank = StyledText(TextLayout.fitted("", to: min(labelWidth, width / 2)), labelRole)
    lines = facts.flatMap { Self.lines(of: $0, blankLabel: blank, width: width) }
  }

  init(title: String, list: [[StyledText]], cursor: Int) {
    self.title = title
    lines = list
    self.cursor = min(max(0, cursor), max(0, list.count - 1))
  }

  /// The visible lines: those around the cursor, or those that the user scrolled to.
  func window(scrolledTo top: Int, height: Int) -> ScrollWindow {
    cursor.map { ScrollWindow(around: $0, height: height, count: lines.count) }
      ?? ScrollWindow(scrolledTo: top, height: height, count: lines.count)
  }

  private static func lines(of fact: Fact, blankLabel: StyledText, width: Int) -> [[StyledText]] {
    switch fact {
    case .blank: return [[]]
    case .line(let phrases): return [phrases]
    case .heading(let text): return [[StyledText(text, .title)]]
    case .entry(let label, let value):
      let labelWidth = TextLayout.width(of: blankLabel.text)
      let pieces = TextLayout.wrapped(value.text, to: max(1, width - labelWidth - 1))
      let name = StyledText(TextLayout.fitted(label, to: labelWidth), blankLabel.role)
      return pieces.enumerated().map { index, piece in
        [index == 0 ? name : blankLabel, StyledText(" "), value.saying(piece)]
      }
    }
  }
}

/// The parts of an overlay.
enum OverlayFrame {
  /// The area with a free column at either side, so that the words below do not touch the frame.
  static func whole(_ area: Rect) -> Rect {
    Rect(x: area.origin.x - 1, y: area.origin.y, width: area.width + 2, height: area.height)
  }

  /// The area without these columns.
  static func box(_ whole: Rect) -> Rect { whole.inset(horizontal: 1, vertical: 0) }

  /// Where its lines stand.
  static func inside(_ area: Rect) -> Rect {
    area.inset(horizontal: 2, vertical: 1)
  }

  /// As high as the lines need, unless too little would be uncovered to be worth seeing.
  static func shrunk(_ area: Rect, toLines lines: Int) -> Rect {
    let height = lines + 2
    return area.height - height < 4 ? area : area.divided(at: height, from: .top).slice
  }
}

extension Overlay {
  /// Where it lies.
  func area(in body: Rect) -> Rect {
    switch self {
    case .columns(let panel): body.corner(width: 62, height: panel.fields.count + 2)
    case .help: body.middle(height: 28)
    case .quitting: body.middle(height: 9)
    case .themes: body.middle(height: 22)
    case .explanation, .digest, .notes, .detail, .moments:
      body.middle(height: max(24, body.height * 2 / 3))
    }
  }
}

extension Rect {
  /// A box in the middle, or the whole area if little would be visible beside it.
  fileprivate func middle(height: Int) -> Rect {
    let area = centered(width: 78, height: height)
    return width - area.width < 16 ? self : area
  }

  /// A box in the lower right corner, where it hides the least of a table.
  fileprivate func corner(width: Int, height: Int) -> Rect {
    var rest = self
    var column = rest.cut(min(width, self.width), from: .right)
    return column.cut(min(height, self.height), from: .bottom)
  }
}
