import WallboardBoard
import WallboardScreen

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
  static let narrowestPane = 38
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
}

extension Rect {
  /// The panes that there is room for side by side, the focused one among them.
  func panes(of view: BoardView) -> [(index: Int, area: Rect)] {
    guard !isEmpty, !view.panes.isEmpty else { return [] }
    let count = view.isZoomed ? 1 : min(view.panes.count, max(1, width / PaneSplit.narrowestPane))
    let focused = view.focusedPane ?? 0
    let first = min(max(0, focused - count / 2), view.panes.count - count)
    let areas = columns(shares: Array(repeating: 100 / count, count: count))
    return areas.enumerated().map { (first + $0.offset, $0.element) }
  }
}
