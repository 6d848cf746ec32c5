import DequeModule
package import WallboardBoard
package import WallboardEvents
import WallboardScreen

/// `wallboard snapshot`: connect, fold, print the board once, or what a check says of it.
package struct SnapshotMode {
  /// What is printed.
  package enum Form: Sendable {
    case text
    case json
    /// One line: whether it holds, and the numbers that decided.
    case verdict(Check)
  }

  /// When the board is printed.
  package enum Moment: Equatable, Sendable {
    /// As soon as the stream is open and every read has come back.
    case complete
    /// After so many milliseconds.
    case after(milliseconds: Int64)
    /// When the stream ends.
    case streamEnd
  }

  /// How long ``Moment/complete`` waits for a platform that does not answer, in milliseconds.
  private static let patience: Int64 = 20_000

  private let reader: FeedReader
  private let moment: Moment
  private let disclosure: Disclosure
  private let form: Form

  package init(_ reader: FeedReader, at moment: Moment, as form: Form, disclosure: Disclosure) {
    self.reader = reader
    self.moment = moment
    self.form = form
    self.disclosure = disclosure
  }

  /// Folds until the moment has come, and prints the board.
  package func run() throws -> HeadlessEnd {
    let end = fold() ?? (isKnown ? .done : .failed("No connection to the platform in time"))
    return switch (form, end) {
    case (.verdict(let check), _): judge(check, after: end)
    case (.text, .done): print(text())
    case (.json, .done): print(try json())
    case (.text, _), (.json, _): end
    }
  }

  /// Prints the verdict. It is unknown where the platform cannot be reached, but not where it
  /// refuses the credential.
  private func judge(_ check: Check, after end: HeadlessEnd) -> HeadlessEnd {
    let board = reader.state.board
    let staleAfter = reader.state.settings.staleAfter
    switch end {
    case .failed(let reason):
      let written = print(TextSafety.clean("unknown: \(reason)").marked)
      return written == .done ? .unknown : written
    case .done:
      let verdict = check.verdict(on: board, staleAfter: staleAfter)
      let doubt = board.isLive(staleAfter: staleAfter) ? "not known yet" : "not connected"
      let written = print(verdict.line(doubt: doubt))
      return written == .done ? verdict.end : written
    case .refused, .unmet, .unknown: return end
    }
  }

  private func print(_ text: String) -> HeadlessEnd {
    var writer = OutputWriter()
    writer.write(line: text)
    writer.flush()
    return writer.end
  }

  private var board: Board { reader.state.board }

  /// Whether there is something to print, be it from reads alone.
  private var isKnown: Bool { board.connection.wasOpen || board.readAge != nil }

  private func fold() -> HeadlessEnd? {
    let started = Clock.uptime
    while true {
      let elapsed = (Clock.uptime - started) / 1_000_000
      let left = deadline - elapsed
      guard left > 0 else { return nil }
      let wait = Int(clamping: min(left, 1_000))
      let end = reader.next(within: wait) { input in
        input.notice.map(Message.write)
        return endsStream(input) ? .done : input.headlessEnd
      }
      if let end { return end }
      if moment == .complete, isComplete { return nil }
    }
  }

  private var deadline: Int64 {
    switch moment {
    case .complete: Self.patience
    case .after(let milliseconds): milliseconds
    case .streamEnd: .max
    }
  }

  /// Whether this is the end of the stream that is waited for; what the next connection brings
  /// comes too late.
  private func endsStream(_ input: Input) -> Bool {
    guard moment == .streamEnd, case .connection(let change) = input else { return false }
    return reader.state.board.connection.wasOpen && change.phase != .open
  }

  /// An unanswered stream may still be answered: it is waited for until the time is over.
  private var isComplete: Bool {
    let board = reader.state.board
    return board.connection.isOpen
      && SnapshotSource.allCases.allSatisfy { board.reads[$0]?.outcome != nil }
  }

  private func json() throws -> String {
    try JSONLineEncoder(disclosure).line(
      SnapshotDocument(board, at: board.now, disclosure: disclosure))
  }

  private func text() -> String {
    SnapshotText(board, at: board.now, disclosure: disclosure).lines
      .joined(separator: "\n")
  }
}

extension Check.Verdict {
  /// The verdict as a line, with the numbers that decided; `doubt` says why one is unknown.
  func line(doubt: String) -> String {
    switch self {
    case .holds(let findings): "holds: \(Self.list(findings, doubt))"
    case .fails(let findings): "does not hold: \(Self.list(findings, doubt))"
    case .unknown(let findings): "unknown: \(Self.list(findings, doubt))"
    }
  }

  var end: HeadlessEnd {
    switch self {
    case .holds: .done
    case .fails: .unmet
    case .unknown: .unknown
    }
  }

  private static func list(_ findings: [Check.Finding], _ doubt: String) -> String {
    findings.map { $0.words(doubt: doubt) }.joined(separator: ", ")
  }
}

/// The board as lines of text: what `snapshot` prints for a person.
private struct SnapshotText {
  private let board: Board
  private let now: Timestamp
  private let disclosure: Disclosure

  init(_ board: Board, at now: Timestamp, disclosure: Disclosure) {
    self.board = board
    self.now = now
    self.disclosure = disclosure
  }

  var lines: [String] {
    let sections = [calls, operators, surfaces, problems]
    let body = sections.flatMap { [""] + $0.lines }
    return (heading + body).map { TextSafety.clean($0).marked }
  }

  private var heading: [String] {
    let waiting = board.calls.values.filter { $0.escalation?.isWaiting == true }
    let longest = waiting.compactMap { $0.escalation?.waited(at: now) }.max()
    let wait = longest.map { ", the longest for \(duration($0))" } ?? ""
    return [
      "Stream \(board.connection.phase.word), \(board.counts.events.counted("event")), "
        + "\(board.connection.reconnects.counted("reconnect")), \(board.connection.gaps.counted("gap"))",
      "\(board.calls.count.counted("live call")), \(waiting.count) waiting for an operator\(wait), "
        + "\(board.endedCalls.count) ended",
    ]
  }

  private var calls: Table {
    var table = Table("Calls", ["state", "duration", "direction", "service", "caller", "call"])
    for case .call(let id) in board.rows(of: .calls) {
      guard let call = board.calls[id] else { continue }
      table.add([
        state(of: call), duration(now.seconds(since: call.since)), call.direction?.word ?? "",
        board.serviceName(of: call) ?? "", call.callerID?.label("caller", disclosure) ?? "",
        call.callSID.rawValue,
      ])
    }
    return table
  }

  private func state(of call: Call) -> String {
    guard let escalation = call.escalation, escalation.status != .known(.none) else {
      return "live"
    }
    guard escalation.isWaiting, let waited = escalation.waited(at: now) else {
      return escalation.status.spoken
    }
    return "WAITING \(duration(waited))"
  }

  private var operators: Table {
    var table = Table("Operators", ["status", "for", "name", "call", "mode"])
    for case .operator(let id) in board.rows(of: .operators) {
      guard let person = board.operators[id] else { continue }
      table.add([
        person.status?.spoken ?? "unknown",
        person.statusSince.map { duration(now.seconds(since: $0)) } ?? "",
        board.name(of: id), person.callSID?.rawValue ?? "", person.mode?.spoken ?? "",
      ])
    }
    return table
  }

  private var surfaces: Table {
    var table = Table("Forms", ["stage", "for", "fields", "channel", "form"])
    for case .surface(let id) in board.rows(of: .surfaces) {
      guard let surface = board.surfaces[id] else { continue }
      table.add([
        surface.stage.spoken, duration(now.seconds(since: surface.stageSince)),
        "\(surface.savedCount.map(String.init) ?? "?")/"
          + (surface.fieldsCount.map(String.init) ?? "?"),
        surface.channel?.string ?? "", id.rawValue,
      ])
    }
    return table
  }

  private var problems: Table {
    let context = SummaryContext(names: board, disclosure: disclosure, for: .people)
    var table = Table("Problems", ["at", "event", "text"])
    for entry in board.activity.problems.reversed() {
      table.add([entry.at.clock, entry.content.name, entry.summary(context)])
    }
    return table
  }

  private func duration(_ seconds: Int64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let tail = rest < 10 ? "0\(rest)" : "\(rest)"
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}

/// Rows under a title, each column as wide as its widest text.
private struct Table {
  private let title: String
  private let columns: [String]
  private var rows: [[String]] = []

  init(_ title: String, _ columns: [String]) {
    self.title = title
    self.columns = columns
  }

  mutating func add(_ row: [String]) {
    rows.append(row.map { TextSafety.clean($0).marked })
  }

  var lines: [String] {
    guard !rows.isEmpty else { return ["\(title): none"] }
    let widths = columns.indices.map { column in
      ([columns] + rows).map { TextLayout.width(of: $0[column]) }.max() ?? 0
    }
    return ["\(title) (\(rows.count))"] + ([columns] + rows).map { line($0, widths) }
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = zip(row, widths).map { text, width in
      text + String(repeating: " ", count: max(0, width - TextLayout.width(of: text)))
    }
    return "  " + cells.joined(separator: "  ")
  }
}
