import OrderedCollections
import Testing
import TestSupport
@testable import WallboardBoard
import WallboardScreen
@testable import WallboardViews

@Suite("What stands under the mouse", .inTurn)
struct PointingTests {
  /// A drawn board, on which one points to what one reads.
  private struct Desk {
    let state: WallboardState
    let size: Size
    let rows: [String]

    init(_ sample: SampleBoard, _ width: Int, _ height: Int) {
      var sample = sample
      size = Size(width: width, height: height)
      sample.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
      state = sample.state
      rows = Picture.draw(sample, size).rows
    }

    func intents(_ kind: MouseEvent.Kind, at point: Point) -> [Intent] {
      let key = Key.mouse(MouseEvent(kind, at: point))
      return Dashboard.intents(for: key, in: state, settings: Picture.settings(), size: size)
    }

    /// The intents for the first place of that text, in a row from that one on.
    func intents(_ kind: MouseEvent.Kind, on text: String, from first: Int = 0) throws -> [Intent] {
      try intents(kind, at: place(of: text, from: first))
    }

    func place(of text: String, from first: Int = 0) throws -> Point {
      for (y, row) in rows.enumerated().dropFirst(first) {
        let cells = Array(row)
        let wanted = Array(text)
        let starts = cells.indices.dropLast(wanted.count - 1)
        if let x = starts.first(where: { Array(cells[$0..<($0 + wanted.count)]) == wanted }) {
          return Point(x: x, y: y)
        }
      }
      throw Missing(text: text)
    }
  }

  private struct Missing: Error {
    let text: String
  }

  @Test("A press on a row selects it, and a double press opens it", arguments: [24, 40, 60])
  func rows(height: Int) throws {
    let desk = Desk(try .many(), 120, height)
    let layout = Dashboard.layout(desk.state, size: desk.size)
    for (panel, area) in layout.panels {
      let frame = PanelFrame(area)
      let panelView = try #require(desk.state.view.panels[panel])
      for (index, y) in frame.rows.rows.enumerated() {
        let point = Point(x: frame.rows.columns.lowerBound + 3, y: y)
        guard panelView.rows.indices.contains(panelView.top + index) else {
          #expect(desk.intents(.press, at: point) == [.focus(panel)])
          continue
        }
        let row = panelView.rows[panelView.top + index]
        #expect(desk.intents(.press, at: point) == [.select(panel, row)])
        #expect(desk.intents(.doublePress, at: point) == [.select(panel, row), .open])
      }
    }
  }

  @Test("Titles focus their panels, also of those that are not seen")
  func titles() throws {
    let desk = Desk(try .many(), 120, 24)
    #expect(try desk.intents(.press, on: "1 Calls") == [.focus(.calls)])
    #expect(try desk.intents(.press, on: "2 Operators") == [.focus(.operators)])
    #expect(try desk.intents(.press, on: "3 Forms") == [.focus(.surfaces)])
    #expect(try desk.intents(.doublePress, on: "6 Numbers") == [.focus(.numbers)])
  }

  @Test("The title of a column sorts by it")
  func columns() throws {
    let desk = Desk(try .many(), 200, 60)
    #expect(try desk.intents(.press, on: "SERVICE") == [.sort(.calls, .service)])
    #expect(try desk.intents(.press, on: "STATUS") == [.sort(.operators, .status)])
    #expect(try desk.intents(.press, on: "STAGE") == [.sort(.surfaces, .stage)])
  }

  @Test("A hint presses its key")
  func hints() throws {
    let desk = Desk(try .many(), 120, 40)
    #expect(try desk.intents(.press, on: "? help") == [.toggleHelp])
    #expect(try desk.intents(.press, on: "/ filter") == [.filter])
    #expect(try desk.intents(.wheelDown, on: "? help") == [])
  }

  @Test("What is pressed is what is drawn, also on a screen larger than any that is")
  func beyondTheLargest() throws {
    let desk = Desk(try .many(), Canvas.maximumSize.width + 200, Canvas.maximumSize.height + 100)
    #expect(try desk.intents(.press, on: "? help") == [.toggleHelp])
    #expect(try desk.intents(.wheelDown, on: "? help") == [])
  }

  @Test("The wheel scrolls what it is over")
  func wheel() throws {
    let desk = Desk(try .many(), 120, 40)
    #expect(try desk.intents(.wheelDown, on: "1 Calls") == [.scroll(.calls, 3)])
    #expect(try desk.intents(.wheelUp, on: "STATUS") == [.scroll(.operators, -3)])
    #expect(desk.intents(.wheelUp, at: .zero) == [])
  }

  @Test("A press outside of what lies over the panels closes it, and the wheel scrolls it")
  func overlay() throws {
    let desk = Desk(try SampleBoard.many().with(.toggleHelp), 120, 40)
    #expect(desk.intents(.press, at: Point(x: 1, y: 20)) == [.back])
    #expect(try desk.intents(.press, on: "On the board") == [])
    #expect(try desk.intents(.wheelDown, on: "On the board") == [.moveDown, .moveDown, .moveDown])
    #expect(try desk.intents(.wheelUp, on: "On the board") == [.moveUp, .moveUp, .moveUp])
  }

  @Test("In a list the cursor goes where it is pointed to")
  func list() throws {
    let desk = Desk(try SampleBoard.many().with(.chooseColumns), 120, 40)
    let first = try desk.place(of: "[x]")
    let third = Point(x: first.x, y: first.y + 2)
    #expect(desk.intents(.press, at: third) == [.moveDown, .moveDown])
    #expect(desk.intents(.doublePress, at: third) == [.moveDown, .moveDown, .toggleColumn])
    #expect(desk.intents(.wheelDown, at: third) == [.moveDown])
  }

  @Test("A theme is pointed to like a column, and what it is judged by is no line of the list")
  func themes() throws {
    let desk = try deskWithThemes()
    let first = try desk.place(of: "theme-1")
    let third = Point(x: first.x, y: first.y + 2)
    #expect(desk.intents(.press, at: third) == [.moveDown, .moveDown])
    #expect(desk.intents(.doublePress, at: third) == [.moveDown, .moveDown, .open])
    #expect(try desk.intents(.press, on: "Judged") == [])
    #expect(desk.intents(.wheelDown, at: third) == [.moveDown])
  }

  private func deskWithThemes() throws -> Desk {
    var board = try SampleBoard.many()
    board.state.settings.themes = ["theme-1", "theme-2", "theme-3"]
    return Desk(board.with(.chooseTheme), 120, 40)
  }

  @Test("Below a box that is no higher than its lines, a press closes it")
  func belowTheBox() throws {
    let desk = try deskWithThemes()
    let overlay = try #require(Dashboard.layout(desk.state, size: desk.size).overlay)
    let left = overlay.columns.lowerBound
    let bottom = try #require(desk.rows.lastIndex { Array($0)[left] == "╰" })
    try #require(bottom + 1 < overlay.rows.upperBound)
    #expect(desk.intents(.press, at: Point(x: left, y: bottom)) == [])
    #expect(desk.intents(.press, at: Point(x: left, y: bottom + 1)) == [.back])
  }

  @Test("What is typed is for the keyboard, but for its hints")
  func prompt() throws {
    let desk = Desk(try SampleBoard.many().with(.filter), 120, 40)
    try #require(desk.state.view.prompt != nil)
    #expect(try desk.intents(.press, on: "1 Calls") == [])
    #expect(try desk.intents(.press, on: "Esc cancel") == [.back])
  }

  @Test("There is an answer wherever one points, on any screen", arguments: [1, 9, 40, 97])
  func anywhere(width: Int) throws {
    for sample in [SampleBoard(), try .many(), try .many().with(.toggleHelp)] {
      let desk = Desk(sample, width, 24)
      for y in [-1, 0, 1, 2, 3, 11, 22, 23, 24, 9_998] {
        for x in stride(from: -1, through: width, by: 7) {
          let point = Point(x: x, y: y)
          #expect(desk.intents(.press, at: point).count < 50)
          #expect(desk.intents(.wheelUp, at: point).count <= 4)
        }
      }
    }
  }

  @Test("What is pasted is what is asked for")
  func paste() throws {
    let state = try SampleBoard.many().state
    let intents = Dashboard.intents(
      for: .paste("age>5m"), in: state, settings: Picture.settings(), size: Picture.size(80, 24))
    #expect(intents == [.paste("age>5m")])
  }
}
