import OrderedCollections
import WallboardBoard
import WallboardScreen

/// How the panels share a screen.
enum Arrangement: Equatable {
  /// One panel: there is no room for two, or it is zoomed.
  case single(Panel)
  /// Calls, and one other below.
  case pair(Panel)
  /// Calls, and one other beside it.
  case sideBySide(Panel)
  /// Calls, operators, surfaces and one more, one below the other.
  case column(last: Panel)
  /// Calls, then operators beside surfaces, then one more.
  case grid(last: Panel)
  /// Calls above one more, beside them operators above surfaces.
  case broad(last: Panel)
  /// All six: calls beside alerts above operators, the others side by side below.
  case whole(last: Panel)

  init(size: Size, view: BoardView) {
    let other = view.focus == .calls ? Panel.operators : view.focus
    let isTall = size.height >= 30
    switch size.width {
    case _ where size.height < 16 || view.isZoomed: self = .single(view.focus)
    // 240 by 60, less what may surround the terminal, such as the status line of tmux.
    case 230... where size.height >= 56:
      // The other two that take turns elsewhere have places of their own here.
      let hasPlace = view.turn == .activity || view.turn == .alerts
      self = .whole(last: hasPlace ? .numbers : view.turn)
    case 200... where isTall: self = .broad(last: view.turn)
    case 100... where isTall: self = .grid(last: view.turn)
    case 140...: self = .sideBySide(other)
    case _ where size.height >= 44: self = .column(last: view.turn)
    case _ where size.height >= 34: self = .pair(other)
    default: self = .single(view.focus)
    }
  }

  /// The panels that stand beside or above panes, in a part of the screen of that size.
  init(besidePanes size: Size, view: BoardView) {
    let other = view.focus == .calls ? Panel.operators : view.focus
    switch size.height {
    case 42...: self = .column(last: view.turn)
    case 24...: self = .pair(other)
    default: self = .single(view.focus)
    }
  }

  private func four(_ last: Panel) -> [Panel] { [.calls, .operators, .surfaces, last] }

  func panels(in body: Rect) -> OrderedDictionary<Panel, Rect> {
    switch self {
    case .single(let panel): [panel: body]
    case .pair(let other): place([.calls, other], body.rows(shares: [58, 42]))
    case .sideBySide(let other): place([.calls, other], body.columns(shares: [62, 38]))
    case .column(let last): place(four(last), body.rows(shares: [38, 20, 22, 20]))
    case .grid(let last): grid(four(last), in: body)
    case .broad(let last): broad(four(last), in: body)
    case .whole(let last): whole(last, in: body)
    }
  }

  private func grid(_ panels: [Panel], in body: Rect) -> OrderedDictionary<Panel, Rect> {
    let rows = body.rows(shares: [44, 32, 24])
    let middle = rows[1].columns(shares: [46, 54])
    return place(panels, [rows[0], middle[0], middle[1], rows[2]])
  }

  private func broad(_ panels: [Panel], in body: Rect) -> OrderedDictionary<Panel, Rect> {
    let columns = body.columns(shares: [58, 42])
    let left = columns[0].rows(shares: [62, 38])
    let right = columns[1].rows(shares: [45, 55])
    return place(panels, [left[0], right[0], right[1], left[1]])
  }

  private func whole(_ last: Panel, in body: Rect) -> OrderedDictionary<Panel, Rect> {
    let rows = body.rows(shares: [58, 42])
    let upper = rows[0].columns(shares: [60, 40])
    let right = upper[1].rows(shares: [34, 66])
    let lower = rows[1].columns(shares: [35, 33, 32])
    return place(
      [.calls, .alerts, .operators, .surfaces, .activity, last], [upper[0]] + right + lower)
  }

  private func place(_ panels: [Panel], _ areas: [Rect]) -> OrderedDictionary<Panel, Rect> {
    OrderedDictionary(uniqueKeysWithValues: zip(panels, areas))
  }
}

/// How the board and the panes of followed calls share the screen.
enum PaneSplit: Equatable {
  /// No call is followed, or there is no room and a panel has the focus.
  case board
  case panes
  /// The board at the left, so many columns wide.
  case columns(board: Int)
  /// The board above, so many rows high.
  case rows(board: Int)

  /// The narrowest pane in which a conversation can be read.
  private static let narrowestPane = 38
  /// The narrowest board beside panes.
  private static let narrowestBoard = 44
  /// The columns that a pane can use.
  private static let widestPane = 76

  init(size: Size, view: BoardView) {
    let isPaneFocused = view.focusedPane != nil
    switch size.width {
    case _ where view.panes.isEmpty: self = .board
    case _ where view.isZoomed: self = isPaneFocused ? .panes : .board
    case 120...: self = .columns(board: Self.boardWidth(size.width, panes: view.panes.count))
    case _ where size.height >= 40: self = .rows(board: size.height * 3 / 10)
    default: self = isPaneFocused ? .panes : .board
    }
  }

  private static func boardWidth(_ width: Int, panes: Int) -> Int {
    max(narrowestBoard, min(width * 36 / 100, width - panes * widestPane))
  }

  /// Cuts the board's part off the body.
  func cutBoard(from body: inout Rect) -> Rect {
    switch self {
    case .board: body.cut(body.height, from: .top)
    case .panes: .zero
    case .columns(let width): body.cut(width, from: .left)
    case .rows(let height): body.cut(height, from: .top)
    }
  }

  /// The panes that there is room for side by side, the focused one among them.
  static func panes(of view: BoardView, in body: Rect) -> [(index: Int, area: Rect)] {
    guard !body.isEmpty, !view.panes.isEmpty else { return [] }
    let room = max(1, body.width / narrowestPane)
    let count = view.isZoomed ? 1 : min(view.panes.count, room)
    let focused = view.focusedPane ?? 0
    let first = min(max(0, focused - count / 2), view.panes.count - count)
    let areas = body.columns(shares: Array(repeating: 100 / count, count: count))
    return areas.enumerated().map { (first + $0.offset, $0.element) }
  }
}

extension Rect {
  /// The rectangle in bands from top to bottom, as high as their shares of a hundred; the last
  /// takes what remains.
  func rows(shares: [Int]) -> [Rect] {
    bands(shares, of: height, from: .top)
  }

  /// The same from left to right.
  func columns(shares: [Int]) -> [Rect] {
    bands(shares, of: width, from: .left)
  }

  /// The rectangle of at most that size in the middle of this one.
  func centered(width: Int, height: Int) -> Rect {
    let size = Size(width: min(width, self.width), height: min(height, self.height))
    return Rect(
      origin: Point(
        x: columns.lowerBound + (self.width - size.width) / 2,
        y: rows.lowerBound + (self.height - size.height) / 2),
      size: size)
  }

  private func bands(_ shares: [Int], of length: Int, from edge: Edge) -> [Rect] {
    var rest = self
    let first = shares.dropLast().map { rest.cut(length * $0 / 100, from: edge) }
    return first + [rest]
  }
}
