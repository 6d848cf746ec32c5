package import DequeModule
import WallboardEvents

/// What was said and done on a followed call: the newest entries, in order of their coming.
package struct Timeline: Equatable, Sendable {
  /// Oldest first, numbered one after the other.
  package private(set) var entries: Deque<TimelineEntry> = []
  /// Entries that are no longer kept.
  package private(set) var trimmed = 0
  /// The sizes of the entries.
  private(set) var size = 0
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

  /// Changes an entry in place, its size included, if it is still kept.
  mutating func change(_ number: EntryNumber, _ body: (inout TimelineEntry) -> Void) {
    guard let index = index(of: number) else { return }
    size -= entries[index].size
    body(&entries[index])
    entries[index].revision &+= 1
    size += entries[index].size
  }

  /// Drops the oldest entries until the limits hold. What somebody reads, `kept` and all that
  /// follows it, stays until there is twice as much; the newest entry stays in any case.
  mutating func trim(keeping kept: EntryNumber?) {
    while entries.count > 1, let first = entries.first, exceeds(1),
      exceeds(2) || kept.map({ first.number < $0 }) ?? true
    {
      entries.removeFirst()
      trimmed += 1
      size -= first.size
    }
  }

  private func exceeds(_ factor: Int) -> Bool {
    entries.count > factor * Limits.timelineEntries || size > factor * Limits.timelineBytes
  }
}
