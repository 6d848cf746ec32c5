package import WallboardBoard
package import WallboardEvents
import WallboardPlatform

/// `wallboard calls`: the calls of the past, the newest first, a line each.
package struct PastCallsMode {
  package enum Form: Sendable {
    case readable, json, csv
  }

  /// Which calls are printed.
  package struct Choice {
    package var since: PastMoment?
    package var until: PastMoment?
    package var filter: PastCallFilter?
    /// How many at the most.
    package var limit: Int

    package init(
      since: PastMoment?, until: PastMoment?, filter: PastCallFilter?, limit: Int
    ) {
      self.since = since
      self.until = until
      self.filter = filter
      self.limit = limit
    }
  }

  private let platform: PastPlatform
  private let choice: Choice
  private let form: Form
  private let disclosure: Disclosure
  /// Calls, and fields of calls, that were not understood.
  private var unreadable = 0
  private var faults = 0

  package init(_ platform: PastPlatform, _ choice: Choice, as form: Form, disclosure: Disclosure) {
    self.platform = platform
    self.choice = choice
    self.form = form
    self.disclosure = disclosure
  }

  /// Reads as many pages as it takes, and prints; what was read before a failure is printed, too.
  package mutating func run() throws -> HeadlessEnd {
    platform.learnServices()
    let now = platform.now
    let span = PastSpan(
      start: choice.since?.start(at: now), end: choice.until?.end(at: now))
    if let start = span.start, let end = span.end, start >= end {
      throw SettingsError("--since has to be before --until.")
    }
    var calls: [PastCall] = []
    let failure = read(span, at: now, into: &calls)
    let written = try print(newestFirst(calls))
    tellFaults()
    return failure?.headlessEnd(of: "the calls") ?? written
  }

  private mutating func read(
    _ span: PastSpan, at now: Timestamp, into calls: inout [PastCall]
  ) -> AttemptEnd? {
    var query = CallListQuery()
    (query.firstDay, query.lastDay) = span.days
    if choice.filter == nil { query.pageSize = min(choice.limit, query.pageSize) }
    var reader = CallListReader(query, from: platform.endpoints)
    while true {
      let page: PastCallPage
      do throws(AttemptEnd) {
        page = try reader.receive(try platform.answer(to: reader.request))
      } catch {
        return error
      }
      unreadable += page.unreadable
      faults += page.faults.count
      calls += page.calls.filter { span.contains($0.startedAt) && passes($0, at: now) }
      guard page.next == .page, calls.count < choice.limit, !span.isOver(at: page.calls) else {
        tell(page.next, isFull: calls.count >= choice.limit)
        return nil
      }
    }
  }

  private func passes(_ call: PastCall, at now: Timestamp) -> Bool {
    choice.filter?.passes(
      call, service: platform.name(of: call.serviceID), at: now, disclosure) ?? true
  }

  /// The platform's order is not promised; calls whose start is not known stand last.
  private func newestFirst(_ calls: [PastCall]) -> ArraySlice<PastCall> {
    let lowest = Timestamp(milliseconds: .min)
    let sorted = calls.enumerated().sorted { left, right in
      let (one, other) = (left.element.startedAt ?? lowest, right.element.startedAt ?? lowest)
      return one == other ? left.offset < right.offset : one > other
    }
    return sorted.map(\.element).prefix(choice.limit)
  }

  private func tell(_ next: PastCallPage.Next, isFull: Bool) {
    switch next {
    case .page where isFull:
      Message.write("These are the newest \(choice.limit); --limit shows more")
    case .page, .end: break
    case .doubtful: Message.write("There may be more calls: the platform says so, but sends none")
    case .tooMany: Message.write("There are more calls than are read; --since and --until choose")
    }
  }

  private func tellFaults() {
    if unreadable > 0 { Message.write("\(unreadable.counted("call")) not understood") }
    if faults > unreadable {
      Message.write("\((faults - unreadable).counted("field")) of calls not understood")
    }
  }

  private func print(_ calls: ArraySlice<PastCall>) throws -> HeadlessEnd {
    var writer = OutputWriter()
    let rows = calls.map { PastCallRow($0, platform.knownName(of: $0.serviceID)) }
    switch form {
    case .json:
      let encoder = JSONLineEncoder(disclosure)
      for row in rows { writer.write(line: try encoder.line(row)) }
    case .csv:
      writer.write(line: CSV.line(PastCallRow.csvTitles))
      for row in rows { writer.write(line: CSV.line(row.csvCells(disclosure))) }
    case .readable:
      guard !rows.isEmpty else {
        Message.write("No calls")
        break
      }
      var table = TextTable(PastCallRow.titles)
      for row in rows { table.add(row.cells(disclosure)) }
      for line in table.lines { writer.write(line: line) }
    }
    writer.flush()
    return writer.end
  }
}
