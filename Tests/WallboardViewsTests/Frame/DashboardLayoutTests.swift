import OrderedCollections
import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

@Suite(.inTurn)
struct LayoutTests {
  private static let views: [BoardView] = Panel.allCases.flatMap { panel in
    [nil, Overlay.help, .detail(.activity(1))].flatMap { overlay in
      [true, false].map { flag in
        var view = BoardView()
        view.focus = panel
        view.overlay = overlay
        view.isZoomed = flag
        view.showsHints = !flag
        return view
      }
    }
  }

  /// Views with one to four panes, one of which or a panel has the focus.
  private static let paneViews: [BoardView] = (1...4).flatMap { count in
    [nil, 0, count - 1].flatMap { focused in
      [true, false].map { isZoomed in
        var view = BoardView()
        view.panes = (0..<count).map { FollowPane(callSID: SampleBoard.call($0)) }
        view.focusedPane = focused
        view.isZoomed = isZoomed
        view.showsHints = count % 2 == 0
        view.prompt = count == 3 ? Prompt(.search(SampleBoard.call(0))) : nil
        return view
      }
    }
  }

  @Test func everythingFitsAndNothingOverlapsAtAnySize() {
    for width in Self.lengths {
      for height in Self.lengths {
        let size = Size(width: width, height: height)
        for view in Self.views + Self.paneViews {
          var view = view
          view.playback = height % 2 == 0 ? Playback(start: SampleBoard.now, end: .distant) : nil
          check(DashboardLayout(size: size, view: view), size)
        }
      }
    }
  }

  /// Every length at which something may change, and some between.
  private static let lengths = Array(0...46) + Array(stride(from: 47, through: 300, by: 11))

  private func check(_ layout: DashboardLayout, _ size: Size) {
    let screen = Rect(origin: .zero, size: size)
    let areas =
      [layout.header, layout.alertLine, layout.hints, layout.seekBar] + layout.panels.values
      + layout.panes.values
    let cells = areas.reduce(0) { $0 + $1.width * $1.height }
    #expect(areas.allSatisfy { $0.intersection(screen) == $0 }, "\(size)")
    #expect(cells == (layout.fits ? size.width * size.height : 0), "\(size)")
    for (index, area) in areas.enumerated() {
      for other in areas.dropFirst(index + 1) {
        #expect(area.intersection(other).isEmpty, "\(size)")
      }
    }
    #expect(layout.overlay.map { $0.intersection(screen) == $0 } ?? true, "\(size)")
    #expect(Set(layout.visibleRows.keys) == Set(Panel.allCases))
    if layout.fits { #expect(layout.visibleRows.values.allSatisfy { $0 > 0 }, "\(size)") }
  }

  @Test func theFocusedPanelIsAlwaysVisible() {
    for size in [
      (40, 10), (80, 24), (80, 36), (80, 50), (120, 40), (140, 24), (200, 60), (240, 60),
    ] {
      for view in Self.views {
        let layout = DashboardLayout(
          size: Size(width: size.0, height: size.1), view: view)
        #expect(layout.panels[view.focus] != nil)
      }
      for view in Self.paneViews {
        let layout = DashboardLayout(
          size: Size(width: size.0, height: size.1), view: view)
        if let focused = view.focusedPane {
          #expect(layout.panes[focused] != nil)
        } else {
          #expect(layout.panels[view.focus] != nil)
        }
      }
    }
  }

  @Test(arguments: [
    (Size(width: 80, height: 24), 4, [40, 40]), (Size(width: 120, height: 40), 1, [76]),
    (Size(width: 160, height: 50), 1, [103]), (Size(width: 160, height: 50), 4, [38, 38, 40]),
    (Size(width: 240, height: 60), 4, [49, 49, 49, 49]), (Size(width: 40, height: 10), 2, [40]),
  ])
  func panesStandSideBySideWhileTheyAreWideEnough(size: Size, count: Int, widths: [Int]) {
    var view = BoardView()
    view.panes = (0..<count).map { FollowPane(callSID: SampleBoard.call($0)) }
    view.focusedPane = 0
    #expect(
      DashboardLayout(size: size, view: view).panes.values.map(\.width) == widths)
  }

  @Test(arguments: [
    (Size(width: 40, height: 10), "c"), (Size(width: 80, height: 24), "c"),
    (Size(width: 80, height: 36), "c o"), (Size(width: 140, height: 24), "co"),
    (Size(width: 80, height: 50), "c o s a"), (Size(width: 120, height: 40), "c os a"),
    (Size(width: 200, height: 60), "co cs as"), (Size(width: 240, height: 60), "cA co san"),
    (Size(width: 300, height: 80), "cA co san"),
  ])
  func pictures(size: Size, expected: String) {
    #expect(
      picture(of: DashboardLayout(size: size, view: BoardView())) == expected)
  }

  @Test(arguments: [((80, 24), 1), ((240, 60), 1), ((80, 16), 1), ((80, 15), 0)])
  func alertsHaveALineBelowTheHeader(size: (Int, Int), height: Int) {
    let layout = DashboardLayout(size: Size(width: size.0, height: size.1), view: BoardView())
    #expect(layout.alertLine.height == height)
    #expect(height == 0 || layout.alertLine.rows.lowerBound == layout.header.rows.upperBound)
  }

  @Test func theNumbersStayWhereTheyAreWhateverIsZoomedOrFollowed() {
    for size in [(40, 10), (80, 24), (100, 30), (120, 40), (140, 24), (80, 50), (240, 67)] {
      let size = Size(width: size.0, height: size.1)
      let plain = DashboardLayout(size: size, view: BoardView())
      for view in Self.views + Self.paneViews {
        let layout = DashboardLayout(size: size, view: view)
        #expect(layout.header == plain.header && layout.alertLine == plain.alertLine, "\(size)")
      }
    }
  }

  @Test(arguments: [40, 80, 240], [true, false])
  func aRecordingHasItsBarAboveTheHints(width: Int, showsHints: Bool) {
    var view = BoardView()
    view.showsHints = showsHints
    let size = Size(width: width, height: width / 4)
    let live = DashboardLayout(size: size, view: view)
    view.playback = Playback(start: SampleBoard.now, end: .distant)
    let layout = DashboardLayout(size: size, view: view)
    #expect(live.seekBar.isEmpty)
    #expect(
      layout.seekBar == Rect(x: 0, y: width / 4 - (showsHints ? 2 : 1), width: width, height: 1))
    #expect(layout.hints == live.hints)
  }

  @Test func whoeverWasLookedAtLastStaysInTheSharedPlace() {
    var view = BoardView()
    let size = Size(width: 120, height: 40)
    view.focus = .numbers
    view.focus = .calls
    let layout = DashboardLayout(size: size, view: view)
    #expect(layout.panels.keys.last == .numbers)
    #expect(layout.tabs(of: .numbers) == [.activity, .alerts, .numbers])
  }

  /// The panels' first letters, row by row, where the picture changes.
  private func picture(of layout: DashboardLayout) -> String {
    var rows: [String] = []
    let body = layout.panels.values.map(\.rows)
    let first = body.map(\.lowerBound).min() ?? 0
    for y in first..<(body.map(\.upperBound).max() ?? first) {
      let row = layout.panels.filter { $0.value.rows.contains(y) }
        .sorted { $0.value.origin.x < $1.value.origin.x }
        .map { $0.key == .alerts ? "A" : String($0.key.rawValue.prefix(1)) }.joined()
      if rows.last != row { rows.append(row) }
    }
    return rows.joined(separator: " ")
  }
}

extension Timestamp {
  fileprivate static let distant = Timestamp(milliseconds: 2_000_000_000_000)
}
