package import OrderedCollections
package import WallboardBoard
package import WallboardScreen

/// Where everything stands on the screen. Nothing overlaps but the overlay, whatever the size.
package struct DashboardLayout: Equatable, Sendable {
  /// The smallest screen that the board fits on.
  package static let smallestSize = Size(width: 40, height: 10)

  /// Whether the screen is large enough; if not, every rectangle is empty.
  package let fits: Bool
  package let header: Rect
  /// The line of the most urgent alert, which nothing else takes while there is none; empty where
  /// every row counts.
  let alertLine: Rect
  /// The visible panels.
  package let panels: OrderedDictionary<Panel, Rect>
  /// The visible panes of followed calls, by their index among all.
  package let panes: OrderedDictionary<Int, Rect>
  package let hints: Rect
  /// The position in a recording; empty on a live board.
  let seekBar: Rect
  /// The rows with the numbers and, but on a low wall, the clock; at a desk with the most urgent alert,
  /// too.
  package let topRows: Range<Int>
  /// Where the help or a detail lies over the panels.
  package let overlay: Rect?

  /// The lowest screen that has a line to spare for an alert.
  private static let heightWithAlertLine = 16

  /// The layout of a screen of that size.
  package init(size: Size, view: BoardView) {
    fits = size.width >= Self.smallestSize.width && size.height >= Self.smallestSize.height
    var body = fits ? Rect(origin: .zero, size: size) : .zero
    let split = PaneSplit(size: size, view: view)
    let whole = Arrangement(size: size, view: view)
    header = body.cut(Self.headerHeight(size), from: .top)
    alertLine = body.cut(size.height < Self.heightWithAlertLine ? 0 : 1, from: .top)
    hints = body.cut(view.showsHints || view.hasWords ? 1 : 0, from: .bottom)
    seekBar = body.cut(view.playback == nil ? 0 : 1, from: .bottom)
    overlay = fits ? view.overlay.map { $0.area(in: body) } : nil
    let board = split.cutBoard(from: &body)
    let arrangement =
      split == .board ? whole : Arrangement(besidePanes: board.size, view: view)
    let wall = fits ? view.wall.map { WallLayout(size: size, view: view, $0) } : nil
    let wallRows = wall?.tiles.map(\.rows.upperBound).max()
    topRows = 0..<(wallRows ?? max(4, header.height + alertLine.height))
    panels = board.isEmpty || wall != nil ? [:] : arrangement.panels(in: board)
    panes =
      wall?.panes ?? OrderedDictionary(uniqueKeysWithValues: PaneSplit.panes(of: view, in: body))
  }

  /// By the size alone: the numbers stay where they are, whatever is zoomed or followed.
  private static func headerHeight(_ size: Size) -> Int {
    switch size.height {
    case ..<16: 1
    case 30... where size.width >= 100: 3
    case _: 2
    }
  }

  /// How many rows each panel shows; a panel that is not visible keeps the place it would have.
  package var visibleRows: [Panel: Int] {
    var rows: [Panel: Int] = [:]
    for panel in Panel.allCases {
      let area = panels[panel] ?? panels.values.last ?? panes.values.last ?? .zero
      rows[panel] = PanelFrame(area).rows.height
    }
    return rows
  }

  /// How many lines of the overlay are seen at a time, where it has more than those.
  package var overlayHeight: Int? { overlay.map { OverlayFrame.inside($0).height } }

  /// The panels that take turns in the place of this one: a screen that is too small for all shows
  /// the others' titles beside that of its last panel.
  func tabs(of panel: Panel) -> [Panel] {
    guard panel == panels.keys.last else { return [panel] }
    return Panel.allCases.filter { $0 == panel || panels[$0] == nil }
  }
}

extension BoardView {
  /// Whether the bottom line is needed even where hints are hidden.
  fileprivate var hasWords: Bool { prompt != nil || notice != nil }
}

/// Says what size is needed, as far as that fits.
struct TooSmall: Region {
  func draw(in area: Rect, on canvas: inout Canvas) {
    let needed = DashboardLayout.smallestSize
    let lines = [
      "The screen is too small",
      "needs \(needed.width)×\(needed.height), has \(area.width)×\(area.height)",
    ]
    let field = area.centered(width: area.width, height: lines.count)
    for (index, line) in lines.enumerated() {
      let text = canvas.lettering.isASCII ? line.replacingCross : line
      canvas.draw(StyledText(text), in: field.row(index), alignment: .center)
    }
  }
}

extension String {
  fileprivate var replacingCross: String { String(map { $0 == "×" ? "x" : $0 }) }
}
