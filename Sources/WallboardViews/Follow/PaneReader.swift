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
}
