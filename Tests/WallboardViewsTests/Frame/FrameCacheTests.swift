import Testing
import WallboardBoard
import WallboardScreen

@testable import WallboardViews

@Suite("The cache of a frame")
struct FrameCacheTests {
  /// Fills its area with a letter; tells how often it was drawn.
  private struct Letters: Region {
    final class Counter: Equatable {
      var drawn = 0
      static func == (left: Counter, right: Counter) -> Bool { true }
    }

    let letter: Character
    let counter = Counter()

    func draw(in area: Rect, on canvas: inout Canvas) {
      counter.drawn += 1
      canvas.fill(area, with: letter, role: .text)
    }
  }

  private static let size = Size(width: 8, height: 3)
  private var cache = FrameCache()

  private mutating func draw(_ parts: [(FramePlan.Slot, Letters, Rect)]) -> [String] {
    var plan = FramePlan(size: Self.size)
    for (slot, region, area) in parts { plan.add(region, in: slot, area) }
    cache.draw(plan, with: .unicode)
    return cache.canvas.rows
  }

  private let whole = Rect(x: 0, y: 0, width: 8, height: 3)
  private let left = Rect(x: 0, y: 0, width: 4, height: 3)
  private let right = Rect(x: 4, y: 0, width: 4, height: 3)
  private let middle = Rect(x: 3, y: 1, width: 2, height: 1)

  @Test("draws no part again that is equal, and stands where it stood")
  mutating func equal() {
    let (one, other) = (Letters(letter: "a"), Letters(letter: "a"))
    _ = draw([(.header, one, left), (.hints, Letters(letter: "b"), right)])
    #expect(
      draw([(.header, other, left), (.hints, Letters(letter: "c"), right)]) == [
        "aaaacccc", "aaaacccc", "aaaacccc",
      ])
    #expect(one.counter.drawn == 1 && other.counter.drawn == 0)
  }

  @Test("draws what lies on top again when what lies below changes, and not the other way round")
  mutating func above() {
    let overlay = Letters(letter: "o")
    _ = draw([(.header, Letters(letter: "a"), left), (.overlay, overlay, middle)])
    let below = Letters(letter: "b")
    #expect(
      draw([(.header, below, left), (.overlay, overlay, middle)]) == [
        "bbbb    ", "bbboo   ", "bbbb    ",
      ])
    #expect(overlay.counter.drawn == 2)
    let next = Letters(letter: "p")
    #expect(
      draw([(.header, below, left), (.overlay, next, middle)]) == [
        "bbbb    ", "bbbpp   ", "bbbb    ",
      ])
    #expect(below.counter.drawn == 1)
  }

  @Test("shows again what a part covered that is there no more, or stands elsewhere")
  mutating func uncovered() {
    let (one, other) = (Letters(letter: "a"), Letters(letter: "b"))
    let overlay = Letters(letter: "o")
    _ = draw([(.header, one, left), (.hints, other, right), (.overlay, overlay, middle)])
    let moved = Rect(x: 0, y: 0, width: 1, height: 1)
    #expect(
      draw([(.header, one, left), (.hints, other, right), (.overlay, overlay, moved)]) == [
        "oaaabbbb", "aaaabbbb", "aaaabbbb",
      ])
    #expect(other.counter.drawn == 2)
    #expect(
      draw([(.header, one, left), (.hints, other, right)]) == [
        "aaaabbbb", "aaaabbbb", "aaaabbbb",
      ])
    #expect(other.counter.drawn == 2)
    #expect(draw([(.hints, other, right)]) == ["    bbbb", "    bbbb", "    bbbb"])
  }

  @Test("draws all of it where the screen or the letters are others")
  mutating func anew() {
    let region = Letters(letter: "a")
    _ = draw([(.header, region, whole)])
    var plan = FramePlan(size: Size(width: 4, height: 1))
    plan.add(region, in: .header, Rect(x: 0, y: 0, width: 4, height: 1))
    cache.draw(plan, with: .unicode)
    #expect(cache.canvas.rows == ["aaaa"] && region.counter.drawn == 2)
    cache.draw(plan, with: .ascii)
    #expect(region.counter.drawn == 3)
  }

  @Test("draws a part again that is to look old")
  mutating func veil() {
    var plan = FramePlan(size: Self.size)
    plan.add(Letters(letter: "a"), in: .header, whole)
    cache.draw(plan, with: .unicode)
    var old = FramePlan(size: Self.size)
    old.add(Letters(letter: "a"), in: .header, whole, .stale)
    cache.draw(old, with: .unicode)
    #expect(cache.canvas.cell(at: .zero)?.role == .stale)
    cache.draw(plan, with: .unicode)
    #expect(cache.canvas.cell(at: .zero)?.role == .text)
  }
}
