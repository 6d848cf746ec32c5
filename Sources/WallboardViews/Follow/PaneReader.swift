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
///
/// A place is that of a line that is shown, whatever there is between it and the next.
struct PaneReader {
  let timeline: Timeline
  let density: PaneDensity
  private let unfolded: Set<EntryNumber>
  private let writer: EntryWriter
  private let glyphs: GlyphSet
  private let search: LineSearch
  private(set) var cache: EntryCache

  init(
    _ context: FrameContext, _ pane: FollowPane, _ observation: Observation, width: Int,
    cache: EntryCache
  ) {
    timeline = observation.timeline
    density = context.view.density
    unfolded = pane.unfolded
    writer = EntryWriter(context, observation, width: width)
    glyphs = context.glyphs
    search = LineSearch(pane.query)
    self.cache = cache
    let conditions = EntryCache.Conditions(
      width: width, isASCII: context.lettering.isASCII, words: context.paneDisclosure.words,
      identifiers: context.paneDisclosure.identifiers, utcOffset: context.settings.utcOffset,
      density: density, scale: writer.scale, before: writer.before,
      names: context.board.backgroundRevision, search: search,
      jumps: context.view.jumps)
    self.cache.prepare(for: conditions, timeline: timeline)
  }

  var isSearching: Bool { !search.isEmpty }

  /// Whether no entry is shown.
  var isEmpty: Bool { timeline.newest(at: density) == nil }

  mutating func written(_ index: Int) -> WrittenEntry {
    // The entry is not copied: this is called far more often than an entry is laid out.
    let isUnfolded = !unfolded.isEmpty && unfolded.contains(timeline.entries[index].number)
    return cache.lines(
      of: timeline.entries[index], isUnfolded: isUnfolded, by: writer, search: search)
  }

  /// The lines of an entry that is shown.
  mutating func height(_ index: Int) -> Int {
    let number = timeline.entries[index].number
    return cache.height(
      of: number, revision: timeline.entries[index].revision,
      isUnfolded: unfolded.contains(number)) ?? written(index).lines.count
  }

  func isShown(_ index: Int) -> Bool { timeline.entries[index].isShown(at: density) }

  /// The next entry that is shown, from that index on.
  func shown(from index: Int) -> Int? {
    timeline.entries.indices.dropFirst(index).first(where: isShown)
  }

  /// The last entry that is shown before that index.
  func shown(before index: Int) -> Int? {
    timeline.entries.indices.prefix(index).last(where: isShown)
  }

  /// How many lines there are from a place on, at most `limit`.
  mutating func lines(from place: LinePlace, atMost limit: Int) -> Int {
    var count = -place.line
    var index = shown(from: place.index)
    while count < limit, let entry = index {
      count += height(entry)
      index = shown(from: entry + 1)
    }
    return min(count, limit)
  }

  /// How many lines further down a place is, at most `limit`.
  mutating func lines(from top: LinePlace, to place: LinePlace, atMost limit: Int) -> Int {
    guard top < place else { return 0 }
    var count = place.line - top.line
    var index = shown(from: top.index)
    while count < limit, let entry = index, entry < place.index {
      count += height(entry)
      index = shown(from: entry + 1)
    }
    return min(count, limit)
  }

  /// The first line; place 0 where there is none.
  func first() -> LinePlace {
    LinePlace(index: shown(from: 0) ?? 0, line: 0)
  }

  /// The last line; place 0 where there is none.
  mutating func last() -> LinePlace {
    guard let index = shown(before: timeline.entries.count) else {
      return LinePlace(index: 0, line: 0)
    }
    return LinePlace(index: index, line: height(index) - 1)
  }

  /// The place of an anchor. In the place of an entry that is not shown stands the one before it; of
  /// one that was trimmed, the oldest.
  mutating func place(of anchor: LineAnchor) -> LinePlace {
    guard let index = timeline.index(of: anchor.entry) else {
      let isOld = timeline.entries.first.map { anchor.entry < $0.number } ?? true
      return isOld ? first() : last()
    }
    guard let near = shown(before: index + 1) else { return first() }
    let line = near == index ? anchor.line : 0
    return LinePlace(index: near, line: min(max(0, line), height(near) - 1))
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
      guard let above = shown(before: place.index) else {
        return (LinePlace(index: place.index, line: 0), left - place.line)
      }
      left -= place.line + 1
      place = LinePlace(index: above, line: height(above) - 1)
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
      guard let next = shown(from: place.index + 1) else {
        place.line += below
        return (place, left - below)
      }
      left -= below + 1
      place = LinePlace(index: next, line: 0)
    }
  }

  /// The first visible line with the newest one at the bottom, or `free` lines above it at least: the
  /// beginning of an entry. Where the rest of a long one is more than half of what is visible, that
  /// is shown.
  mutating func tailTop(height: Int, free: Int = 0) -> LinePlace {
    let place = min(move(last(), by: 1 - height + free).place, last())
    guard place.line > 0, let next = shown(from: place.index + 1),
      self.height(place.index) - place.line <= height / 2
    else { return place }
    return LinePlace(index: next, line: 0)
  }

  /// The nearest line with a match in that direction, wrapping around; `nil` if there is none.
  mutating func match(from place: LinePlace, forward: Bool, inclusive: Bool = false) -> LinePlace? {
    let count = timeline.entries.count
    guard isSearching, count > 0 else { return nil }
    for step in 0...count {
      let index = (place.index + (forward ? step : count - step)) % count
      guard isShown(index) else { continue }
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

  /// How many lines have a match, and which of them has the cursor.
  mutating func tally(at anchor: LineAnchor?) -> MatchTally {
    let cursor = anchor.map { place(of: $0) }
    var tally = MatchTally()
    for index in timeline.entries.indices {
      let number = timeline.entries[index].number
      let count =
        cache.matchCount(
          of: number, revision: timeline.entries[index].revision,
          isUnfolded: unfolded.contains(number)) ?? written(index).matches.count
      guard count > 0 else { continue }
      guard isShown(index) else {
        tally.hidden += count
        continue
      }
      if let cursor, cursor.index == index {
        tally.current = written(index).matches.firstIndex(of: cursor.line)
          .map { tally.shown + $0 + 1 }
      }
      tally.shown += count
    }
    return tally
  }

  /// The visible rows of a pane that is scrolled there.
  mutating func rows(at position: PanePosition, height: Int) -> [PaneRow] {
    guard !isEmpty, height > 0 else { return [] }
    let cursor = position.cursor.map { place(of: $0) }
    let top = position.top.map { place(of: $0) } ?? tailTop(height: height)
    var rows: [PaneRow] = []
    var (index, first) = (Optional(top.index), top.line)
    while rows.count < height, let entry = index {
      let lines = written(entry).lines
      for line in first..<max(first, lines.count) where rows.count < height {
        let place = LinePlace(index: entry, line: line)
        let isTorn = rows.isEmpty && line > 0
        rows.append(
          PaneRow(
            line: isTorn ? lines[line].continuing(lines[0], glyphs) : lines[line],
            hasCursor: place == cursor))
      }
      (index, first) = (shown(from: entry + 1), 0)
    }
    return rows
  }
}

/// What a search has found.
struct MatchTally: Equatable {
  /// Lines with a match.
  var shown = 0
  /// Which of them has the cursor, from 1.
  var current: Int?
  /// Lines with a match that so much detail does not show.
  var hidden = 0
}

/// A line of what was said and done.
struct PaneRow: Region {
  let line: PaneLine
  let hasCursor: Bool

  func draw(in area: Rect, on canvas: inout Canvas) {
    let body = hasCursor ? line.body.map(\.asCurrent) : line.body
    canvas.draw(line.lead + body, in: area.divided(at: 1, from: .left).remainder)
    if hasCursor { canvas.select(area) }
  }

  func signs(_ glyphs: GlyphSet) -> [Sign] {
    (line.lead + line.body).compactMap(\.shownSign) + (hasCursor ? [.selected] : [])
  }
}

extension StyledText {
  /// A match as it looks where the cursor is.
  fileprivate var asCurrent: StyledText {
    role == .match ? StyledText(text, .matchCurrent, emphasis: emphasis) : self
  }
}
