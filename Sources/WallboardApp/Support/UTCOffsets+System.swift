package import WallboardBoard
package import WallboardEvents

extension UTCOffsets {
  /// Days that are looked ahead, no fewer than a recording can be silent.
  private static let days: Int64 = 400
  /// Changes that are looked for; a year of any place has four at the most.
  private static let mostChanges = 8

  /// Those of this machine's zone from a moment on: zones know their changes beforehand.
  package static func here(
    from start: Timestamp, offset: (Timestamp) -> Int = Clock.utcOffset
  ) -> UTCOffsets {
    let first = offset(start)
    var changes: [Change] = []
    var (known, day) = (first, start)
    for _ in 0..<days where changes.count < mostChanges {
      let next = day.advanced(milliseconds: 86_400_000)
      if offset(next) != known {
        let moment = end(of: known, from: day, to: next, offset)
        known = offset(moment)
        changes.append(Change(at: moment, to: known))
      }
      day = next
    }
    return UTCOffsets(first, changes: changes)
  }

  /// The second at which an offset ends that holds at `early` and not at `late`.
  private static func end(
    of known: Int, from early: Timestamp, to late: Timestamp, _ offset: (Timestamp) -> Int
  ) -> Timestamp {
    var (low, high) = (early.seconds, late.seconds)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(Timestamp(milliseconds: middle * 1_000)) == known {
        low = middle
      } else {
        high = middle
      }
    }
    return Timestamp(milliseconds: high * 1_000)
  }
}
