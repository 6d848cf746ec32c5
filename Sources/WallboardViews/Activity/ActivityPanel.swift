import DequeModule
import WallboardBoard
import WallboardEvents
import WallboardScreen

struct ActivityRow: TableRow {
  let time: String
  var name = ""
  var summary = ""
  var isProblem = false
  /// Words across the whole line: events are missing here, or the stream is back.
  var banner: StyledText?

  static func columns(in width: Int) -> [Column<ActivityRow>] {
    [
      Column(.at, 8, rank: 6) { row, _ in StyledText(row.time, .time) },
      Column(.event, 1, rank: 0, title: "") { row, glyphs in
        row.isProblem ? StyledText(String(glyphs.warning), .warning) : .empty
      },
      // The longest of ours has 23 columns; other names are cut.
      Column(.event, 16, good: 23, to: 26, rank: 0) { row, _ in
        StyledText(row.name, row.isProblem ? .warning : .label)
      },
      Column(.what, 10, good: 18, to: 400, rank: 0) { row, _ in StyledText(row.summary) },
    ]
  }
}

struct ActivityPanel: PanelContent {
  static let title = "Activity"
  static let shortTitle = "Act"
  static let emptyTitle = "Nothing has happened yet"
  static let emptyExplanation = "Every event of the workspace appears here, the newest first."

  let context: FrameContext

  var count: Int? { board.activity.entries.count }

  var concern: StyledText? {
    let problems = board.activity.problemCount
    return counted(problems, problems == 1 ? "problem" : "problems", .warning)
  }

  func row(_ id: RowID) -> ActivityRow? {
    guard case .activity(let sequence) = id else { return nil }
    return board.activity.entry(sequence).map(row)
  }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? {
    guard case .activity(let sequence) = id else { return nil }
    guard let entry = board.activity.entry(sequence) else {
      return ("Event", Fact.gone("This event is no longer remembered."))
    }
    return (entry.content.title.capitalizedFirst, EventDetail(context: context).facts(of: entry))
  }

  private func row(_ entry: ActivityEntry) -> ActivityRow {
    let time = timeOfDay(entry.at)
    switch entry.content {
    case .event, .malformed, .leftOut, .read:
      return ActivityRow(
        time: time, name: entry.content.title, summary: entry.summary(context.summaries),
        isProblem: entry.isProblem)
    case .gap(let seconds):
      let words = "\(time)  \(Durations.exact(seconds)) missing here"
      return ActivityRow(time: time, banner: banner(words, .gap))
    case .reconnected(let seconds):
      let words = "\(time)  connected again after \(Durations.exact(seconds))"
      return ActivityRow(time: time, banner: banner(words, .muted))
    }
  }

  private func banner(_ words: String, _ role: StyleRole) -> StyledText {
    let line = String(repeating: glyphs.gap, count: 4)
    return StyledText("\(line) \(words) \(line)", role)
  }
}

extension Activity {
  /// The entry with that number, while it is remembered. Numbers have no gaps.
  func entry(_ sequence: UInt64) -> ActivityEntry? {
    place(of: sequence).map { entries[$0] }
  }

  /// The index of the entry with that number.
  func place(of sequence: UInt64) -> Int? {
    guard let first = entries.first, sequence >= first.sequence else { return nil }
    let place = Int(clamping: sequence - first.sequence)
    return place < entries.count ? place : nil
  }
}
