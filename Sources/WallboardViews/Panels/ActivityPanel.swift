import DequeModule
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func drawActivity(in frame: PanelFrame, on page: inout Page) {
    drawTable(
      .activity, ActivityColumns.all, in: frame, on: &page.canvas, drawn: &page.activity,
      thing: { row in
        guard case .activity(let sequence) = row else { return nil }
        return board.activity.entry(sequence)
      }, banner: banner)
  }

  /// Where something is missing, or was, the whole line says so.
  private func banner(_ entry: ActivityEntry) -> Phrase? {
    let line = String(repeating: glyphs.gap, count: 4)
    let time = timeOfDay(entry.at)
    switch entry.content {
    case .event, .malformed, .leftOut, .read: return nil
    case .gap(let seconds):
      return Phrase("\(line) \(time)  \(Durations.exact(seconds)) missing here \(line)", .gap)
    case .reconnected(let seconds):
      return Phrase(
        "\(line) \(time)  connected again after \(Durations.exact(seconds)) \(line)", .muted)
    }
  }
}

/// The columns of the activity.
enum ActivityColumns {
  static let all: [Column<ActivityEntry>] = [
    Column(.at, 8, rank: 1) { entry, scene in Phrase(scene.timeOfDay(entry.at), .time) },
    Column(.event, 1, rank: 0, title: "") { entry, scene in
      entry.isProblem ? Phrase(String(scene.glyphs.warning), .warning) : .empty
    },
    Column(.event, 16, to: 26, rank: 2) { entry, _ in
      Phrase(entry.shortName, entry.isProblem ? .warning : .label)
    },
    Column(.what, 14, to: 400, rank: 0, phrase: summary),
  ]

  private static func summary(_ entry: ActivityEntry, _ scene: Scene) -> Phrase {
    let context = SummaryContext(names: scene.board, disclosure: scene.disclosure)
    return Phrase(entry.summary(context))
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
