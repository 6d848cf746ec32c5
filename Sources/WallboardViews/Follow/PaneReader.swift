import DequeModule
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A line of a timeline: the index of its entry, and the line within that.
struct LinePlace: Comparable {
  var index: Int
  var line: Int

  static func < (left: LinePlace, right: LinePlace) -> Bool {
    (left.index, left.line) < (right.index, right.line)
  }
}

/// The lines of a followed call as its pane shows them. Entries are laid out when they are looked
/// at: at the newest line those of one screen, however long the timeline is.
struct PaneReader {
  let timeline: Timeline
  private let unfolded: Set<EntryNumber>
  private let writer: EntryWriter
  private let search: LineSearch
  private(set) var cache: EntryCache

  init(
    _ context: FrameContext, _ pane: FollowPane, _ timeline: Timeline, width: Int, cache: EntryCache
  ) {
    self.timeline = timeline
    unfolded = pane.unfolded
    writer = EntryWriter(context, width: width)
    search = LineSearch(pane.query)
    self.cache = cache
    let conditions = EntryCache.Conditions(
      width: width, isASCII: context.lettering.isASCII, words: context.paneDisclosure.words,
      identifiers: context.paneDisclosure.identifiers, utcOffset: context.settings.utcOffset,
      names: context.board.backgroundRevision, search: search, jumps: context.view.jumps)
    self.cache.prepare(for: conditions, timeline: timeline)
  }

  var isSearching: Bool { !search.isEmpty }

  mutating func written(_ index: Int) -> WrittenEntry {
    // The entry is not copied: this is called far more often than an entry is laid out.
    let isUnfolded = !unfolded.isEmpty && unfolded.contains(timeline.entries[index].number)
    return cache.lines(
      of: timeline.entries[index], isUnfolded: isUnfolded, by: writer, search: search)
  }

  private mutating func height(_ index: Int) -> Int {
    let number = timeline.entries[index].number
    return cache.height(
      of: number, revision: timeline.entries[index].revision,
      isUnfolded: unfolded.contains(number)) ?? written(index).lines.count
  }

  /// How many lines there are from a place on, at most `limit`.
  mutating func lines(from place: LinePlace, atMost limit: Int) -> Int {
    var count = -place.line
    var index = place.index
    while count < limit, index < timeline.entries.count {
      count += height(index)
      index += 1
    }
    return min(count, limit)
  }

  /// The last line; place 0 of an empty timeline.
  mutating func last() -> LinePlace {
    let index = max(0, timeline.entries.count - 1)
    return LinePlace(index: index, line: timeline.entries.isEmpty ? 0 : height(index) - 1)
  }

  /// The place of an anchor; that of the oldest entry if the entry was trimmed.
  mutating func place(of anchor: LineAnchor) -> LinePlace {
    guard let index = timeline.index(of: anchor.entry) else {
      let isOld = timeline.entries.first.map { anchor.entry < $0.number } ?? true
      return isOld ? LinePlace(index: 0, line: 0) : last()
    }
    return LinePlace(index: index, line: min(max(0, anchor.line), height(index) - 1))
  }

  func anchor(of place: LinePlace) -> LineAnchor? {
    guard timeline.entries.indices.contains(place.index) else { return nil }
    return LineAnchor(entry: timeline.entries[place.index].number, line: place.line)
  }

  /// The place `count` lines further down (up, if negative), and how many lines were missing.
  mutating func move(_ place: LinePlace, by count: Int) -> (place: LinePlace, missing: Int) {
    count < 0 ? up(place, by: count.magnitude) : down(place, by: UInt(count))
  }

  private mutating func up(_ place: LinePlace, by count: UInt) -> (LinePlace, Int) {
    var (place, left) = (place, Int(clamping: count))
    while left > place.line {
      guard place.index > 0 else { return (LinePlace(index: 0, line: 0), left - place.line) }
      left -= place.line + 1
      place.index -= 1
      place.line = height(place.index) - 1
    }
    place.line -= left
    return (place, 0)
  }

  private mutating func down(_ place: LinePlace, by count: UInt) -> (LinePlace, Int) {
    var (place, left) = (place, Int(clamping: count))
    while true {
      let below = height(place.index) - 1 - place.line
      if left <= below {
        place.line += left
        return (place, 0)
      }
      guard place.index + 1 < timeline.entries.count else {
        place.line += below
        return (place, left - below)
      }
      left -= below + 1
      place = LinePlace(index: place.index + 1, line: 0)
    }
  }

  /// The nearest line with a match in that direction, wrapping around; `nil` if there is none.
  mutating func match(from place: LinePlace, forward: Bool, inclusive: Bool = false) -> LinePlace? {
    let count = timeline.entries.count
    guard isSearching, count > 0 else { return nil }
    for step in 0...count {
      let index = (place.index + (forward ? step : count - step)) % count
      let lines = written(index).matches
      let isHere = step == 0
      let found =
        forward
        ? lines.first { !isHere || $0 > place.line || inclusive && $0 == place.line }
        : lines.last { !isHere || $0 < place.line || inclusive && $0 == place.line }
      if let found { return LinePlace(index: index, line: found) }
    }
    return nil
  }

  mutating func hasMatch() -> Bool {
    timeline.entries.indices.reversed().contains { !written($0).matches.isEmpty }
  }

  /// The visible rows of a pane that is scrolled there.
  mutating func rows(at position: PanePosition, height: Int) -> [PaneRow] {
    guard !timeline.entries.isEmpty, height > 0 else { return [] }
    let cursor = position.cursor.map { place(of: $0) }
    let top = position.top.map { place(of: $0) }
    var next = top ?? move(last(), by: 1 - height).place
    var rows: [PaneRow] = []
    while rows.count < height, timeline.entries.indices.contains(next.index) {
      let lines = written(next.index).lines
      for line in next.line..<max(next.line, lines.count) where rows.count < height {
        let place = LinePlace(index: next.index, line: line)
        rows.append(PaneRow(line: lines[line], hasCursor: place == cursor))
      }
      next = LinePlace(index: next.index + 1, line: 0)
    }
    return rows
  }
}

/// A line of what was said and done.
struct PaneRow: Region {
  let line: PaneLine
  let hasCursor: Bool

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(line.lead + line.body, in: area.divided(at: 1, from: .left).remainder)
    if hasCursor { canvas.select(area) }
  }
}

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
    guard let index = entries.index(forKey: number),
      entries.values[index].revision == revision, entries.values[index].isUnfolded == isUnfolded
    else { return nil }
    return entries.values[index].lines.count
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
