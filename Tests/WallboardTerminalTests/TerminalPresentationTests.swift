import Testing

@testable import WallboardTerminal

@Suite("The rows of a frame that goes in parts")
struct RowQueueTests {
  private let part = FramePart(bytes: 100, top: 0..<2, urgent: [])

  @Test("begin with those at the top, then go on where the last part ended")
  func turns() {
    var queue = RowQueue()
    let rows = Array(0..<10)
    #expect(queue.order(rows, for: part) == rows)
    var round = queue.sent([0, 1, 2, 3, 4], for: part)
    #expect(!round)
    #expect(queue.order(rows, for: part) == [0, 1, 5, 6, 7, 8, 9, 2, 3, 4])
    round = queue.sent([0, 1, 5, 6, 7, 8], for: part)
    #expect(!round)
    #expect(queue.order(rows, for: part) == [0, 1, 9, 2, 3, 4, 5, 6, 7, 8])
    round = queue.sent([0, 1, 9, 2], for: part)
    #expect(round)
  }

  @Test("have what a person has changed before the others, until it went")
  func urgent() {
    var queue = RowQueue()
    let rows = Array(0..<10)
    _ = queue.sent([0, 1, 2, 3], for: part)
    let pressing = FramePart(bytes: 100, top: 0..<2, urgent: [7, 8])
    #expect(queue.order(rows, for: pressing) == [0, 1, 7, 8, 4, 5, 6, 9, 2, 3])
    _ = queue.sent([0, 1, 7], for: pressing)
    #expect(queue.order(rows, for: part) == [0, 1, 8, 4, 5, 6, 7, 9, 2, 3])
    _ = queue.sent([0, 1, 8, 4], for: part)
    #expect(queue.order(rows, for: part) == [0, 1, 5, 6, 7, 8, 9, 2, 3, 4])
  }

  @Test("are those at the top alone where there is room for no more, and lose no turn by it")
  func top() {
    var queue = RowQueue()
    let rows = Array(0..<10)
    _ = queue.sent([0, 1, 2, 3], for: part)
    let clock = FramePart(bytes: 0, top: 0..<2, urgent: [8])
    #expect(queue.order(rows, for: clock) == [0, 1])
    let round = queue.sent([0, 1], for: clock)
    #expect(!round)
    #expect(queue.order([3, 4], for: clock) == [])
    #expect(queue.order(rows, for: part) == [0, 1, 8, 4, 5, 6, 7, 9, 2, 3])
  }
}
