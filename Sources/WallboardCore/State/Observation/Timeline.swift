package import DequeModule

/// What was said and done on a followed call: the newest entries, in order of their coming.
package struct Timeline: Equatable, Sendable {
  /// Oldest first, numbered one after the other.
  package private(set) var entries: Deque<TimelineEntry> = []
  /// Entries that are no longer kept.
  package private(set) var trimmed = 0
  private var size = 0
  private var nextNumber: EntryNumber = 0

  /// Nothing happened yet.
  package init() {}

  /// Where the entry of that number stands; `nil` for one that is no longer kept.
  package func index(of number: EntryNumber) -> Int? {
    guard let first = entries.first?.number, number >= first, number < nextNumber else {
      return nil
    }
    return Int(exactly: number - first)
  }

  /// The entry of that number, while it is kept.
  package subscript(number: EntryNumber) -> TimelineEntry? {
    index(of: number).map { entries[$0] }
  }

  /// Entries from that number on.
  package func count(from number: EntryNumber) -> Int {
    number >= nextNumber ? 0 : min(entries.count, Int(clamping: nextNumber - number))
  }

  @discardableResult
  mutating func append(
    _ content: TimelineEntry.Content, at time: Timestamp, size: Int
  ) -> EntryNumber {
    let number = nextNumber
    entries.append(TimelineEntry(number: number, at: time, content: content, size: size))
    nextNumber += 1
    self.size += size
    return number
  }

  /// Changes an entry in place, if it is still kept.
  mutating func change(
    _ number: EntryNumber, size: Int = 0, _ body: (inout TimelineEntry.Content) -> Void
  ) {
    guard let index = index(of: number) else { return }
    body(&entries[index].content)
    entries[index].revision &+= 1
    entries[index].size += size
    self.size += size
  }

  /// Drops the oldest entries until the limits hold. What somebody reads, `kept` and all that
  /// follows it, stays until there is twice as much.
  mutating func trim(keeping kept: EntryNumber?) {
    while let first = entries.first, exceeds(1),
      exceeds(2) || kept.map({ first.number < $0 }) ?? true
    {
      entries.removeFirst()
      trimmed += 1
      size -= first.size
    }
  }

  private func exceeds(_ factor: Int) -> Bool {
    // One message is smaller than the limit, so that the newest entry always stays.
    entries.count > factor * Limits.timelineEntries || size > factor * Limits.timelineBytes
  }
}
