import TestSupport
import Testing

@testable import WallboardBoard

/// A table against an array of pairs, in which everything is looked for from the front.
@Suite struct TableTests {
  private typealias Pairs = [(key: Key, row: String)]

  @Test(arguments: [(1, 4), (2, 40), (3, 400)] as [(UInt64, Int)])
  func itIsAnArrayOfPairs(seed: UInt64, keys: Int) {
    var random = SplitMix64(seed: seed)
    var (table, pairs) = (Table<Key, String>(), Pairs())
    var copies: [(table: Table<Key, String>, pairs: Pairs)] = []
    for step in 0..<5_000 {
      // A table that grows for a while and shrinks for a while.
      let isShrinking = step / 500 % 2 == 1
      let key = Key(.random(in: 0..<keys, using: &random))
      change(&table, &pairs, key, "\(step)", isShrinking, &random)
      guard isSame(table, pairs, key) else {
        Issue.record("seed \(seed), after step \(step)")
        return
      }
      if step % 250 == 0 { copies.append((table, pairs)) }
    }
    for copy in copies { #expect(isSame(copy.table, copy.pairs, 0)) }
  }

  @Test func tablesAreTheSameThatHaveTheSameRowsInTheSameOrder() {
    var (one, other) = (Table<Key, String>(), Table<Key, String>())
    for key in 0..<100 { one[Key(key)] = "\(key)" }
    for key in 50..<100 { other[Key(key)] = "\(key)" }
    #expect(one != other)
    // Wherever the rows are.
    for key in 0..<50 { one[Key(key)] = nil }
    #expect(one == other)
    one[50] = nil
    one[50] = "50"
    #expect(one != other && Set(one.keys) == Set(other.keys))
  }

  @Test func whatIsRemovedIsReleased() {
    final class Thing: Sendable {}
    var table = Table<Key, Thing>()
    weak var first: Thing?
    do {
      let thing = Thing()
      first = thing
      table[1] = thing
      table[2] = Thing()
    }
    #expect(first != nil)
    table.removeValue(forKey: 1)
    #expect(first == nil && table.count == 1)
  }

  private func change(
    _ table: inout Table<Key, String>, _ pairs: inout Pairs, _ key: Key, _ row: String,
    _ isShrinking: Bool, _ random: inout SplitMix64
  ) {
    let place = pairs.firstIndex { $0.key == key }
    switch Int.random(in: isShrinking ? 0..<10 : 4..<14, using: &random) {
    case 0..<5:
      #expect(table.removeValue(forKey: key) == place.map { pairs.remove(at: $0).row })
    case 5:
      table.removeFirst(2)
      pairs.removeFirst(min(2, pairs.count))
    case 6:
      table.removeAll(where: isUnwanted)
      pairs.removeAll { isUnwanted($0.row) }
    case 7:
      table.updateAll { $0 += "!" }
      for index in pairs.indices { pairs[index].row += "!" }
    case 8:
      #expect(table.update(key) { $0 = row } == nil || place != nil)
      if let place { pairs[place].row = row }
    case 9:
      table.update(key, or: "") { $0 += row }
      if let place { pairs[place].row += row } else { pairs.append((key, row)) }
    default:
      table[key] = row
      if let place { pairs[place].row = row } else { pairs.append((key, row)) }
    }
  }

  private func isUnwanted(_ row: String) -> Bool {
    row.utf8.count == 3 && row.utf8.reduce(0) { $0 + Int($1) } % 3 == 0
  }

  /// Whether what looks at rows where they are sees what stands in the pairs.
  private func looksTheSame(_ table: Table<Key, String>, _ pairs: Pairs, _ key: Key) -> Bool {
    var rows: [String] = []
    table.forEachRow { rows.append($0) }
    return rows == pairs.map(\.row)
      && table.look(at: key) { $0 + "?" } == pairs.first { $0.key == key }.map { $0.row + "?" }
      && table.count(where: isUnwanted) == pairs.count { isUnwanted($0.row) }
      && table.containsRow(where: isUnwanted) == pairs.contains { isUnwanted($0.row) }
  }

  private func isSame(_ table: Table<Key, String>, _ pairs: Pairs, _ key: Key) -> Bool {
    let place = pairs.firstIndex { $0.key == key }
    return looksTheSame(table, pairs, key)
      && table.count == pairs.count && table.isEmpty == pairs.isEmpty
      && table[key] == place.map { pairs[$0].row }
      && table.contains(key) == (place != nil)
      && table.elementsEqual(pairs) { $0.key == $1.key && $0.value == $1.row }
      && table.keys.reversed() == pairs.map(\.key).reversed()
      && table.values.reversed() == pairs.map(\.row).reversed()
      && table.values.first == pairs.first?.row && table.keys.first == pairs.first?.key
      && table.links.count == table.count && table.index.count == table.count
  }
}

/// A key of which there are few hashes for many: nothing may hang on them.
private struct Key: TableKey, ExpressibleByIntegerLiteral {
  let number: Int

  init(_ number: Int) { self.number = number }
  init(integerLiteral number: Int) { self.init(number) }

  var seededHash: UInt64 { UInt64(truncatingIfNeeded: number / 3 % 50) }
}
