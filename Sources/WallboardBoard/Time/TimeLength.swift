import WallboardEvents

/// A length of time as people write it: `20s`, `2m`, `1h30m`, `500ms`, `1.5h`, `2d`.
package struct TimeLength: Hashable, Sendable {
  /// 0 to ``longest``.
  package let milliseconds: Int64

  /// A thousand days, in milliseconds.
  package static let longest: Int64 = 86_400_000_000

  private static let units: [Substring: Double] = [
    "ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]

  /// Reads numbers with their units, the largest unit first and each at most once; `nil` for
  /// anything else.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var sum = 0.0
    var last = Double.infinity
    repeat {
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest.removeFirst(digits.count)
      let name = rest.prefix { ("a"..."z").contains($0) }
      rest.removeFirst(name.count)
      guard let number = Double(digits), let unit = Self.units[name], unit < last else {
        return nil
      }
      sum += number * unit
      last = unit
    } while !rest.isEmpty
    guard sum <= Double(Self.longest) else { return nil }
    milliseconds = Int64(sum.rounded())
  }

  /// The same in whole seconds, rounded down.
  package var seconds: Int64 { milliseconds / 1_000 }
}
