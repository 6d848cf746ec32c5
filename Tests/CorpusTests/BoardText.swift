import DequeModule
import OrderedCollections
import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// A board as lines of text: a heading for each kind of thing, and a line for each thing.
struct BoardText {
  private let board: Board
  private let name: String

  init(_ board: Board, named name: String) {
    self.board = board
    self.name = name
  }

  /// Everything.
  var lines: [String] { brief + history }

  /// How things stand, without how they came to.
  var brief: [String] {
    ["", "== \(name) =="] + things + people + alerts + numbers
      + board.observations.values.flatMap(observation)
      + section("rows", Panel.allCases.filter { $0 != .activity && $0 != .numbers }.map(rows))
      + section("activity", [families + board.activity.line])
  }

  private var families: String {
    board.counts.byFamily.written.map { "byFamily \($0) | " } ?? ""
  }

  private var history: [String] {
    section("calls, ended", board.endedCalls.recent.map(\.line))
      + section("alerts, over", board.alerts.history.map(\.line))
      + section("numbers of the last hour", Metric.allCases.map(samples))
      + section("activity, line by line", board.activity.entries.map(activity))
      + section("problems", board.activity.problems.map(activity))
      + section("snapshot --json", document)
  }

  private var things: [String] {
    section("board", [board.line])
      + section("reads", board.reads.map { "\($0.rawValue): \($1.line)" }.sorted())
      + section("calls", board.calls.values.map(\.line))
      + section("calls, departed", board.departed.values.map(\.line))
      + section("calls, ended", [board.endedCalls.line])
      + section("surfaces", board.surfaces.values.map(\.line))
      + section("notes", board.notes.kept.map { "\($0.at) \($0.subject)" })
      + section("surfaces, unlisted", board.unlistedSurfaces.values.map(\.line))
      + section("text sessions", board.textSessions.values.map(\.line))
  }

  private var people: [String] {
    section("operators", board.operators.values.map(\.line))
      + section("services", board.services.map { "\($0): \($1)" }.sorted())
  }

  private var alerts: [String] {
    let book = board.alerts
    return section("alerts", [book.line] + book.active.values.map(\.line))
      + section("alerts, the most urgent first", book.ranked.map { "\($0.number)" })
      + section("outcomes", book.outcomes.records.map { "\($0.text): \($1.line)" })
  }

  private var numbers: [String] {
    section(
      "numbers",
      Metric.allCases.map { "\($0.rawValue) \(board.value(of: $0).written ?? "unknown")" }
        + [board.history.line])
  }

  private func samples(of metric: Metric) -> String {
    let samples = board.history.samples(of: metric).map { $0.written ?? "-" }
    return "\(metric.rawValue) \(samples.joined(separator: " "))"
  }

  private func observation(_ observation: Observation) -> [String] {
    section(
      "followed call",
      [observation.line, observation.facts.line, observation.counts.line]
        + observation.timeline.entries.map(\.line))
  }

  private func rows(of panel: Panel) -> String {
    "\(panel.rawValue): " + board.rows(of: panel).map(\.text).joined(separator: ", ")
  }

  private func activity(_ entry: ActivityEntry) -> String {
    let context = SummaryContext(names: board, disclosure: Shown.disclosure, for: .programs)
    return "\(entry.line) | \(entry.summary(context).debugDescription)"
  }

  /// A member a line, and each element of a list on one of its own.
  private var document: [String] {
    let encoder = JSONLineEncoder(Shown.disclosure)
    let document = SnapshotDocument(board, at: board.now, disclosure: Shown.disclosure)
    guard let line = try? encoder.line(document),
      let members = try? [String: JSONValue](json: line.utf8.span)
    else { return ["NOT WRITTEN"] }
    return members.sorted { $0.key < $1.key }.flatMap { name, value in
      let elements = if case .array(let elements) = value { elements } else { [value] }
      return elements.map { "\(name): \((try? encoder.line($0)) ?? "NOT WRITTEN")" }
    }
  }

  private func section(_ name: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", "== \(self.name): \(name)"] + lines
  }
}

extension Board: WrittenFields {
  /// What is not here stands on lines of its own, but for what only helps to tell what is new.
  static var unwritten: Set<String> {
    [
      "reads", "rate", "calls", "endedCalls", "operators", "surfaces", "textSessions", "services",
      "activity", "alerts", "history", "departed", "observations", "notes", "unlistedSurfaces",
      "backgroundRevision", "forgottenSurfaces", "quietSurfaces",
    ]
  }

  var fields: Fields {
    [
      ("now", now), ("machineClock", "\(machineClock)"), ("connection", connection),
      ("counts", counts), ("today", today),
      ("endedTextSessions", endedTextSessions), ("finishedSurfaces", finishedSurfaces),
      ("wantedReads", wantedReads), ("revision", revision),
    ]
  }
}

extension RowID {
  /// The thing that stands in the row.
  fileprivate var text: String {
    switch self {
    case .call(let id): id.rawValue
    case .operator(let id): id.rawValue
    case .surface(let id): id.rawValue
    case .activity(let number), .alert(let number): "\(number)"
    case .metric(let metric): metric.rawValue
    }
  }
}
