import WallboardBoard
import WallboardEvents

/// The lines of the entries that were looked at, as long as they stay what they were.
struct EntryCache {
  /// What all lines of a pane depend on besides their entries.
  struct Conditions: Equatable {
    let width: Int
    let isASCII: Bool
    let words: Bool
    let identifiers: Bool
    let utcOffset: Int
    /// The names of services and operators.
    let names: Revision
    let search: LineSearch
    /// How often the board was replaced by another's: entries of one number may be others.
    let jumps: Int
  }

  private var conditions: Conditions?
  private var entries: [EntryNumber: WrittenEntry] = [:]

  /// Forgets everything that was written for another pane than this.
  mutating func prepare(for conditions: Conditions, timeline: Timeline) {
    if conditions != self.conditions { entries = [:] }
    self.conditions = conditions
    // Some entries were trimmed away; most of what is left is worth keeping.
    guard entries.count > timeline.entries.count + Limits.timelineEntries / 10 else { return }
    entries = entries.filter { timeline.index(of: $0.key) != nil }
  }

  /// How many lines an entry takes, if it was written since it changed; the clock changes no height.
  func height(of number: EntryNumber, revision: Revision, isUnfolded: Bool) -> Int? {
    guard let index = entries.index(forKey: number),
      entries.values[index].revision == revision, entries.values[index].isUnfolded == isUnfolded
    else { return nil }
    return entries.values[index].lines.count
  }

  /// The lines of an entry, written now if they are not there.
  mutating func lines(
    of entry: TimelineEntry, isUnfolded: Bool, by writer: EntryWriter, search: LineSearch
  ) -> WrittenEntry {
    let second = writer.ticks(entry) ? writer.context.now.seconds : nil
    if let known = entries[entry.number], known.revision == entry.revision,
      known.isUnfolded == isUnfolded, known.second == second
    {
      return known
    }
    let found = search.highlight(writer.lines(of: entry, isUnfolded: isUnfolded))
    let written = WrittenEntry(
      revision: entry.revision, isUnfolded: isUnfolded, second: second, lines: found.lines,
      matches: found.matches)
    entries[entry.number] = written
    return written
  }
}

/// An entry as a pane shows it.
struct WrittenEntry {
  let revision: Revision
  let isUnfolded: Bool
  /// The second for which it was written, where something in it ticks.
  let second: Int64?
  let lines: [PaneLine]
  /// The lines where something begins that is searched for.
  let matches: [Int]
}
