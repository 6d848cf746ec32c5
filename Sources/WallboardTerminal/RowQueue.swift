/// What of a frame may go to the terminal, where not all of it can.
package struct FramePart {
  /// Bytes; one row goes in any case. With none, those at the top go alone.
  let bytes: Int
  /// The rows that go first in every part.
  let top: Range<Int>
  /// The rows that go before the others, in this part or in the next.
  let urgent: Set<Int>

  /// So many bytes, beginning with these rows.
  package init(bytes: Int, top: Range<Int>, urgent: Set<Int>) {
    self.bytes = bytes
    self.top = top
    self.urgent = urgent
  }
}

/// Which rows go first when there is no room for all: each has its turn.
struct RowQueue {
  private var urgent: Set<Int> = []
  /// The row with which the next part begins.
  private var next = 0

  /// The rows that may go, in their order.
  mutating func order(_ rows: [Int], for part: FramePart) -> [Int] {
    urgent.formUnion(part.urgent)
    let first = rows.filter(part.top.contains)
    guard part.bytes > 0 else { return first }
    let rest = rows.filter { !part.top.contains($0) }
    let pressing = rest.filter(urgent.contains)
    let others = rest.filter { !urgent.contains($0) }
    return first + pressing + others.filter { $0 >= next } + others.filter { $0 < next }
  }

  /// Takes note of what went.
  ///
  /// - Returns: Whether all had their turn since the last time that this was so.
  mutating func sent(_ rows: [Int], for part: FramePart) -> Bool {
    let inTurn = rows.filter { !part.top.contains($0) && !urgent.contains($0) }
    urgent.subtract(rows)
    guard let last = inTurn.last else { return false }
    let endsRound = inTurn.contains { $0 < next }
    next = last + 1
    return endsRound
  }
}
