import OrderedCollections
import Testing
import TestSupport
@testable import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// Who waits must never be out of sight.
@Suite(.inTurn)
struct NeedNoteTests {
  private func footer(_ board: SampleBoard, _ size: Size, _ panel: Panel = .calls) -> String {
    let canvas = Picture.draw(board, size)
    let area = Dashboard.layout(board.state, size: size).panels[panel] ?? .zero
    let row = Array(canvas.rows[area.rows.upperBound - 1])
    return String(row[area.columns.clamped(to: 0..<row.count)])
  }

  private func framed(_ size: Size) throws -> SampleBoard {
    var board = try SampleBoard.many()
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    return board
  }

  @Test(arguments: [(40, 10), (44, 20), (80, 24), (100, 30), (120, 40)])
  func whoeverLooksAtOtherRowsIsToldWhoWaits(width: Int, height: Int) throws {
    let size = Picture.size(width, height)
    let board = try framed(size)
    #expect(footer(board.with(.moveToLast), size).contains(" ▲ 5 waiting above "))
    let hidden = board.with(.filter, .paste("state:live"), .open)
    #expect(footer(hidden, size).contains(" ▲ 5 waiting hidden by the filter "))
    let reversed = board.with(.reverseSort, .moveToFirst)
    #expect(footer(reversed, size).contains(" ▲ 5 waiting below "))
    let half = board.with(.filter, .paste("id:071271 or state:live"), .open, .moveToLast)
    #expect(footer(half, size).contains(" ▲ 1 waiting above, 4 hidden "))
  }

  /// Whatever is scrolled, sorted and filtered: each caller who waits stands on the screen, or is
  /// counted.
  @Test(arguments: [(40, 10), (100, 30), (240, 67)])
  func nobodyIsOutOfSightUncounted(width: Int, height: Int) throws {
    let size = Picture.size(width, height)
    for sort in [nil, .caller, .service] as [Field?] {
      for filter in ["", "dir:in", "billing"] {
        var board = try framed(size)
        if let sort { board.act(.intent(.sort(.calls, sort))) }
        for intent in [Intent.filter, .paste(filter), .open] { board.act(.intent(intent)) }
        for _ in 0..<4 {
          board.act(.intent(.scroll(.calls, 7)))
          let rows = Picture.draw(board, size).rows
          let seen = rows.count { $0.contains("▲ WAITING") }
          let told = footer(board, size).matches(of: /(\d+) (waiting )?(above|below|hidden|out of)/)
          #expect(seen + told.compactMap { Int($0.output.1) }.reduce(0, +) == 5, "\(rows)")
        }
      }
    }
  }

  @Test func aHiddenPanelOfCallsStandsOutWhileSomebodyWaits() throws {
    for (board, role) in [(try SampleBoard.many(), StyleRole.critical), (try .one(), .muted)] {
      let canvas = Picture.draw(board.with(.focus(.operators)), Picture.size(80, 24))
      let y = try #require(canvas.rows.firstIndex { $0.contains("1 Calls") })
      #expect(canvas.cell(at: Point(x: 4, y: y))?.role == role)
    }
  }

  @Test func alertsAreToldTheSame() throws {
    let size = Picture.size(100, 30)
    var board = try SampleBoard.alarming().with(.focus(.alerts))
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    let below = footer(board, size, .alerts)
    #expect(below.contains("below"), "\(below)")
    let above = footer(board.with(.moveToLast), size, .alerts)
    #expect(above.contains("critical above"), "\(above)")
  }

  @Test func aPressGoesToTheFirstOfThem() throws {
    let size = Picture.size(100, 30)
    let board = try framed(size).with(.moveToLast)
    let state = board.state
    let row = Dashboard.layout(state, size: size).panels[.calls].map { $0.rows.upperBound - 1 } ?? 0
    let first = try #require(state.board.rows(of: .calls).first)
    for x in [4, 12] {
      let key = Key.mouse(MouseEvent(.press, at: Point(x: x, y: row)))
      #expect(
        Dashboard.intents(for: key, in: state, settings: Picture.settings(), size: size)
          == [.reveal(.calls, first)])
    }
  }

  @Test func theMostUrgentNeedIsToldFirstAndNothingIsCutForTheRest() {
    let rows: [NeedyRow] = (0..<6).map {
      NeedyRow(
        row: .activity($0), need: $0 < 2 ? .waiting : $0 < 5 ? .criticalRisk : .safetyConcern,
        place: Int($0))
    }
    let notes = NeedNote.notes(of: rows, in: .calls, outside: 3..<4, waits: .critical, .unicode)
    #expect(
      notes.map(\.words.text) == [
        " ▲ 2 waiting above ", " 1 at critical risk above, 1 below ", " 1 safety concern below ",
      ])
    #expect(notes.map(\.first) == [.activity(0), .activity(2), .activity(5)])
    for (width, words) in [
      (100, " ▲ 2 waiting above  1 at critical risk above, 1 below  1 safety concern below "),
      (60, " ▲ 2 waiting above  1 at critical risk above, 1 below "), (40, " ▲ 2 waiting above "),
      (20, " ▲ 2 waiting ab"),
    ] {
      var canvas = Canvas(size: Size(width: width, height: 1))
      let footer = BorderFooter(
        border: .border, needs: notes, left: .empty, right: StyledText(" 4 of 6 "))
      footer.draw(in: Rect(x: 0, y: 0, width: width, height: 1), on: &canvas)
      // Whatever the border looks like between them.
      let told = canvas.rows[0].split { " ─".contains($0) }.joined(separator: " ")
      #expect(told.contains(words.split(separator: " ").joined(separator: " ")), "\(told)")
      #expect(canvas.rows[0].contains(" 4 of 6 ") == (width > 20 && width != 60))
    }
  }
}
