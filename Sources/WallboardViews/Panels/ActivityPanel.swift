import DequeModule
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What a line of the activity shows.
struct ActivityRow: TableRow {
  let content: Content
  let time: String

  enum Content: Equatable {
    case entry(name: String, summary: String, isProblem: Bool)
    /// Something is missing here, or was: the whole line says so.
    case banner(String, isGap: Bool)
  }

  static func columns(in width: Int) -> [Column<ActivityRow>] {
    [
      Column(.at, 8, rank: 1) { row, _ in Phrase(row.time, .time) },
      Column(.event, 1, rank: 0, title: "") { row, glyphs in
        row.isProblem ? Phrase(String(glyphs.warning), .warning) : .empty
      },
      Column(.event, 16, to: 26, rank: 2) { row, _ in
        Phrase(row.name, row.isProblem ? .warning : .label)
      },
      Column(.what, 14, to: 400, rank: 0) { row, _ in Phrase(row.summary) },
    ]
  }

  func banner(_ glyphs: GlyphSet) -> Phrase? {
    guard case .banner(let words, let isGap) = content else { return nil }
    let line = String(repeating: glyphs.gap, count: 4)
    return Phrase("\(line) \(time)  \(words) \(line)", isGap ? .gap : .muted)
  }

  private var isProblem: Bool {
    if case .entry(_, _, let isProblem) = content { isProblem } else { false }
  }

  private var name: String { if case .entry(let name, _, _) = content { name } else { "" } }

  private var summary: String {
    if case .entry(_, let summary, _) = content { summary } else { "" }
  }
}

extension Scene {
  func drawActivity(in frame: PanelFrame, on page: inout Page) {
    let context = SummaryContext(names: board, disclosure: disclosure)
    drawTable(.activity, in: frame, on: &page) { row -> ActivityRow? in
      guard case .activity(let sequence) = row else { return nil }
      return board.activity.entry(sequence).map {
        ActivityRow(content: content(of: $0, context), time: timeOfDay($0.at))
      }
    }
  }

  private func content(of entry: ActivityEntry, _ context: SummaryContext) -> ActivityRow.Content {
    switch entry.content {
    case .event, .malformed, .leftOut, .read:
      .entry(
        name: entry.shortName, summary: entry.summary(context), isProblem: entry.isProblem)
    case .gap(let seconds): .banner("\(Durations.exact(seconds)) missing here", isGap: true)
    case .reconnected(let seconds):
      .banner("connected again after \(Durations.exact(seconds))", isGap: false)
    }
  }
}

extension Activity {
  /// The entry of that number, as long as it is remembered: entries are numbered without holes.
  func entry(_ sequence: UInt64) -> ActivityEntry? {
    place(of: sequence).map { entries[$0] }
  }

  /// Where the entry of that number stands.
  func place(of sequence: UInt64) -> Int? {
    guard let first = entries.first, sequence >= first.sequence else { return nil }
    let place = Int(clamping: sequence - first.sequence)
    return place < entries.count ? place : nil
  }
}

extension ActivityEntry {
  /// The event's name without a family that says nothing more.
  var shortName: String {
    let prefix = "channel."
    let name = content.name
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }
}
