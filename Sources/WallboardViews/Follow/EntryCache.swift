import DequeModule
import WallboardBoard
import WallboardEvents

/// The laid-out lines of timeline entries, kept until the entry changes, or something else that
/// they depend on.
struct EntryCache {
  /// What all lines of a pane depend on besides their entries.
  struct Conditions: Equatable {
    let width: Int
    let isASCII: Bool
    let words: Bool
    let identifiers: Bool
    let utcOffset: Int
    let density: PaneDensity
    let scale: TurnScale
    let before: String
    /// The names of services and operators.
    let names: Revision
    let search: LineSearch
    /// How often a seek replaced the board: afterwards an entry number may mean another entry.
    let jumps: Int
  }

  private var conditions: Conditions?
  private var entries: [EntryNumber: WrittenEntry] = [:]

  /// Forgets all lines if the conditions changed, and those of entries that were trimmed.
  mutating func prepare(for conditions: Conditions, timeline: Timeline) {
    if conditions != self.conditions { entries = [:] }
    self.conditions = conditions
    // Not for every trimmed entry: most of what is left is worth keeping.
    guard entries.count > timeline.entries.count + Limits.timelineEntries / 10 else { return }
    entries = entries.filter { timeline.index(of: $0.key) != nil }
  }

  /// The height of an entry, if its lines are up to date. The clock never changes it.
  func height(of number: EntryNumber, revision: Revision, isUnfolded: Bool) -> Int? {
    known(number, revision, isUnfolded).map { entries.values[$0].lines.count }
  }

  /// How many lines of an entry have a match, if they are up to date.
  func matchCount(of number: EntryNumber, revision: Revision, isUnfolded: Bool) -> Int? {
    known(number, revision, isUnfolded).map { entries.values[$0].matches.count }
  }

  private func known(
    _ number: EntryNumber, _ revision: Revision, _ isUnfolded: Bool
  ) -> [EntryNumber: WrittenEntry].Index? {
    guard let index = entries.index(forKey: number),
      entries.values[index].revision == revision, entries.values[index].isUnfolded == isUnfolded
    else { return nil }
    return index
  }

  /// The lines of an entry, laid out now if they are not up to date.
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

/// The lines of an entry as a pane shows them.
struct WrittenEntry {
  let revision: Revision
  let isUnfolded: Bool
  /// The second at which it was laid out, if it shows a running time.
  let second: Int64?
  let lines: [PaneLine]
  /// The lines in which a match of the search begins.
  let matches: [Int]
}
