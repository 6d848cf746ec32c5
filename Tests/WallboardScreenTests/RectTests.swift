import Testing
import WallboardScreen

struct RectTests {
  private let area = Rect(x: 2, y: 3, width: 10, height: 5)

  @Test func negativeSizesAreEmpty() {
    #expect(Rect(x: 0, y: 0, width: -3, height: 2).isEmpty)
    #expect(Size(width: -1, height: -1) == .zero)
  }

  @Test(arguments: Edge.allCases, [-5, 0, 1, 4, 1_000])
  func aDivisionCoversTheWholeAndNothingElse(edge: Edge, depth: Int) {
    let (slice, remainder) = area.divided(at: depth, from: edge)
    let cells = slice.width * slice.height + remainder.width * remainder.height
    #expect(cells == 50)
    #expect(slice.intersection(area) == slice)
    #expect(slice.intersection(remainder).isEmpty)
  }

  @Test func cutsFollowEachOther() {
    var rest = area
    #expect(rest.cut(1, from: .top) == Rect(x: 2, y: 3, width: 10, height: 1))
    #expect(rest.cut(2, from: .bottom) == Rect(x: 2, y: 6, width: 10, height: 2))
    #expect(rest.cut(3, from: .right) == Rect(x: 9, y: 4, width: 3, height: 2))
    #expect(rest == Rect(x: 2, y: 4, width: 7, height: 2))
  }

  @Test func insetStopsAtNothing() {
    #expect(area.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 3))
    #expect(area.inset(by: 3).isEmpty)
    #expect(area.inset(by: .max).isEmpty)
    #expect(area.inset(by: -1) == area)
  }

  @Test func rowsOutsideAreEmpty() {
    #expect(area.row(4) == Rect(x: 2, y: 7, width: 10, height: 1))
    #expect(area.row(5).isEmpty)
    #expect(area.row(-1).isEmpty)
  }

  @Test func extremesDoNotOverflow() {
    let far = Rect(x: .max, y: .min, width: .max, height: .max)
    #expect(far.intersection(area).isEmpty)
    #expect(far.divided(at: .max, from: .bottom).remainder.isEmpty)
  }
}
