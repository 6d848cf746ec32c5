import DequeModule
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// The board as lines of text: what `snapshot` prints for a person.
struct SnapshotText {
  private let board: Board
  private let settings: BoardSettings
  private let disclosure: Disclosure
  private var now: Timestamp { board.now }

  init(_ board: Board, _ settings: BoardSettings, _ disclosure: Disclosure) {
    self.board = board
    self.settings = settings
    self.disclosure = disclosure
  }

  var lines: [String] {
    let sections = [alerts] + [calls, operators, surfaces, problems].map(\.lines)
    let body = sections.flatMap { [""] + $0 }
    return (heading + body).map { TextSafety.clean($0).marked }
  }

  /// The open alerts as sentences, the most urgent first.
  private var alerts: [String] {
    let open = board.alerts.ranked
    guard !open.isEmpty else {
      return [
        board.isCurrent(staleAfter: settings.staleAfter) ? "Alerts: none" : "Alerts: not known"
      ]
    }
    let words = AlertWords(board, settings.alerts, disclosure)
    return ["Alerts (\(open.count))"] + open.map { "  \(words.sentence($0))." }
  }

  private var heading: [String] {
    let waiting = board.calls.values.filter { $0.escalation?.isWaiting == true }
    let longest = waiting.compactMap { $0.escalation?.waited(at: now) }.max()
    let wait = longest.map { ", the longest for \($0.stopwatch)" } ?? ""
    return [
      "Stream \(board.connection.phase.word), \(board.counts.events.counted("event")), "
        + "\(board.connection.reconnects.counted("reconnect")), \(board.connection.gaps.counted("gap"))",
      "\(board.calls.count.counted("live call")), \(waiting.count) waiting for an operator\(wait), "
        + "\(board.endedCalls.count) ended",
    ]
  }

  private var calls: TitledTable {
    var table = TitledTable(
      "Calls", ["state", "duration", "direction", "service", "caller", "call", "why"])
    for case .call(let id) in board.rows(of: .calls) {
      guard let call = board.calls[id] else { continue }
      table.add([
        state(of: call), now.seconds(since: call.since).stopwatch, call.direction?.spoken ?? "",
        board.serviceName(of: call) ?? "", call.callerID?.label("caller", disclosure) ?? "",
        call.callSID.rawValue,
        CallReasons(call, disclosure).words.joined(separator: ", "),
      ])
    }
    return table
  }

  private func state(of call: Call) -> String {
    let state = call.state(at: now)
    guard state == .waiting, let waited = call.escalation?.waited(at: now) else {
      return state.word
    }
    return "WAITING \(waited.stopwatch)"
  }

  private var operators: TitledTable {
    var table = TitledTable("Operators", ["status", "for", "name", "call", "mode"])
    for case .operator(let id) in board.rows(of: .operators) {
      guard let person = board.operators[id] else { continue }
      table.add([
        person.status?.spoken ?? "unknown",
        person.statusSince.map { now.seconds(since: $0).stopwatch } ?? "",
        board.name(of: id), person.callSID?.rawValue ?? "", person.mode?.spoken ?? "",
      ])
    }
    return table
  }

  private var surfaces: TitledTable {
    var table = TitledTable("Forms", ["stage", "for", "fields", "channel", "name", "form"])
    for case .surface(let id) in board.rows(of: .surfaces) {
      guard let surface = board.surfaces[id] else { continue }
      table.add([
        surface.stage.spoken, now.seconds(since: surface.stageSince).stopwatch,
        "\(surface.savedCount.map(String.init) ?? "?")/"
          + (surface.fieldsCount.map(String.init) ?? "?"),
        surface.channel?.spoken ?? "", surface.title?.string ?? "", id.rawValue,
      ])
    }
    return table
  }

  private var problems: TitledTable {
    let context = SummaryContext(names: board, disclosure: disclosure, for: .people)
    var table = TitledTable("Problems", ["at", "event", "text"])
    for entry in board.activity.problems.reversed() {
      table.add([entry.at.clock, entry.content.name, entry.summary(context)])
    }
    return table
  }
}
