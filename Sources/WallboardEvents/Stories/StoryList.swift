/// An element of a list of which only so many are kept.
protocol ListedElement: FieldReadable {
  static var most: Int { get }
}

/// A list that costs what it is worth: an element that cannot be read is left out and counted, and so
/// are those beyond the bound.
private struct StoryList<Element: ListedElement>: FieldReadable {
  let kept: [Element]
  let missing: Int

  init(_ value: inout ValueReader) throws(FieldFault) {
    let (readable, count) = try value.readableElements(most: Element.most, of: Element.self)
    kept = readable
    missing = count - readable.count
  }
}

extension FieldReader {
  /// A list that may be missing: its elements, and how many of them are not here.
  mutating func list<Element: ListedElement>(
    _ name: StaticString
  ) -> (kept: [Element], missing: Int) {
    optional(name, StoryList<Element>.self).map { ($0.kept, $0.missing) } ?? ([], 0)
  }

  /// How many elements were missing when a list was recorded.
  mutating func missing(_ name: StaticString) -> Int { optional(name, in: StoryRange.count) ?? 0 }
}
