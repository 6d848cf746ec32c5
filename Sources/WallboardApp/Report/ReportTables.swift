import WallboardBoard
import WallboardEvents
import WallboardRecording
import WallboardViews

/// The tables of a report, masked as far as its disclosure says.
struct ReportTables {
  let report: ShiftReport
  let board: Board
  let alerts: AlertSettings
  let disclosure: Disclosure
  /// Local time where it was recorded.
  let offsets: UTCOffsets
  /// Lines of the recording that could not be read.
  let skippedLines: Int
  /// Of the recording: nothing shows what it masks.
  let privacy: RecordingHeader.Privacy

  var all: [ReportTable] {
    [
      seen, gaps, numbers, endings, escalations, incidents, waits, operators, forms, failures,
      notes,
    ].compactMap(\.self)
  }

  private var coverage: Coverage { report.coverage }
  private var calls: ShiftCalls { report.calls }

  private var seen: ReportTable {
    var table = ReportTable(
      "seen", "What was seen", [.init("What", "what"), .init("Value", "value")])
    let share = Self.share(coverage.seenSeconds, of: coverage.seconds).map { " (\($0.text))" } ?? ""
    table.rows = [
      [ReportCell("from"), moment(coverage.from, isDated: true)],
      [ReportCell("until"), moment(coverage.until, isDated: true)],
      [ReportCell("local time"), ReportCell(zones)],
      [ReportCell("length", raw: "seconds"), length(coverage.seconds)],
      [
        ReportCell("seen", raw: "seen_seconds"),
        ReportCell(
          coverage.seenSeconds.stopwatch + share, raw: String(coverage.seenSeconds)),
      ],
      [ReportCell("gaps"), ReportCell(coverage.gaps.count)],
      [ReportCell("reconnects"), ReportCell(coverage.reconnects)],
      [ReportCell("events"), ReportCell(report.counts.events)],
      [ReportCell("lines not read", raw: "skipped_lines"), ReportCell(skippedLines)],
      [ReportCell("recording"), ReportCell(privacy.rawValue)],
    ]
    return table
  }

  /// Left out where there are none: what was seen says that.
  private var gaps: ReportTable? {
    guard coverage.gaps.count > 0 else { return nil }
    var table = ReportTable(
      "gaps", "Gaps in what was seen",
      [
        .init("From", "from"), .init("Until", "until"), .init("Length", "seconds"),
        .init("What", "what"),
      ])
    (table.count, table.isRanked) = (coverage.gaps.count, true)
    table.rows = coverage.gaps.elements.map { gap in
      [
        moment(gap.from), moment(gap.until), length(gap.seconds),
        ReportCell(gap.kind.spoken, raw: gap.kind.rawValue),
      ]
    }
    if coverage.seenSeconds < coverage.seconds {
      table.note = "What happened while nothing was seen is counted nowhere."
    }
    return table
  }

  /// Left out where nobody wrote one.
  private var notes: ReportTable? {
    guard !report.notes.all.isEmpty else { return nil }
    var table = ReportTable(
      "notes", "Notes",
      [
        .init("At", "at"), .init("About", "about"), .init("Call", "call_sid"),
        .init("Note", "text"),
      ])
    table.rows = report.notes.all.map { note in
      [
        moment(note.at),
        ReportCell(note.subject.alertTitle ?? ""),
        ReportCell(note.subject.callSID?.rawValue ?? ""), ReportCell(note.text.words(disclosure)),
      ]
    }
    return table
  }

  private var endings: ReportTable {
    var table = ReportTable(
      "endings", "How calls ended",
      [.init("How", "how"), .init("Calls", "calls"), .init("Share", "share")])
    let ranked = calls.reasons.ranked { OpenEnum<CompletionReason>($0).spoken }
    table.rows = ranked.map { words, number in
      [ReportCell(words), ReportCell(number), Self.share(number, of: calls.ended) ?? .none]
    }
    return table
  }

  private var escalations: ReportTable {
    var table = ReportTable(
      "escalations", "Who asked for an operator",
      [.init("Who", "who"), .init("Times", "times"), .init("Share", "share")])
    let ranked = calls.triggers.ranked { OpenEnum<EscalationTrigger>($0).spoken }
    table.rows = ranked.map { words, number in
      [ReportCell(words), ReportCell(number), Self.share(number, of: calls.escalations) ?? .none]
    }
    return table
  }

  private var incidents: ReportTable {
    var table = ReportTable(
      "alerts", "Alerts",
      [
        .init("Severity", "severity"), .init("Alert", "alert"), .init("About", "about"),
        .init("From", "from"), .init("Lasted", "seconds"), .init(nil, "is_over"),
        .init("At worst", "worst"), .init("Acknowledged", "acknowledged"),
      ])
    (table.count, table.isRanked) = (report.incidents.alerts.count, true)
    let words = AlertWords(board, alerts, disclosure)
    table.rows = report.incidents.alerts.elements.map { alert in
      let seconds = (alert.resolvedAt ?? coverage.until).seconds(since: alert.since)
      let toTheEnd = alert.resolvedAt == nil ? ", to the end" : ""
      return [
        ReportCell(alert.worstSeverity.word), ReportCell(alert.title),
        ReportCell(words.subject(of: alert)), moment(alert.since),
        ReportCell(seconds.stopwatch + toTheEnd, raw: String(seconds)),
        ReportCell(alert.resolvedAt == nil ? "no" : "yes"), ReportCell(words.value(of: alert)),
        // A recording holds what arrived, and no key that somebody pressed.
        alert.acknowledgedAt.map { moment($0) } ?? .notKnown,
      ]
    }
    return table
  }

  private var waits: ReportTable {
    var table = ReportTable(
      "waits", "Longest waits",
      [
        .init("Asked at", "asked_at"), .init("Waited", "seconds"), .init("Ended", "ended"),
        .init("Answered by", "answered_by"), .init("Service", "service"),
        .init("Caller", "caller"), .init("Why", "why"), .init(nil, "call_id"),
      ])
    (table.count, table.isRanked) = (report.waits.longest.count, true)
    table.rows = report.waits.longest.elements.map { waited in
      let wait = waited.wait
      return [
        wait.requestedAt.map { moment($0) } ?? .notKnown,
        wait.waited.map { length($0) } ?? .notKnown,
        wait.end.map { ReportCell($0.spoken) } ?? .notKnown, answer(waited),
        ReportCell(waited.serviceName(in: board)),
        ReportCell(wait.caller.map { $0.label("caller", disclosure) }), why(waited),
        ReportCell(wait.callSID.rawValue),
      ]
    }
    return table
  }

  /// Who asked, and the reason as far as it may be shown.
  private func why(_ waited: ShiftWait) -> ReportCell {
    let reason = waited.reason?.reveal(disclosure)?.string
    return ReportCell([waited.trigger?.spoken, reason].compactMap(\.self).joined(separator: ": "))
  }

  private func answer(_ waited: ShiftWait) -> ReportCell {
    guard waited.wait.end == .answered else { return .none }
    return ReportCell(waited.answeredBy.map { board.name(of: $0) })
  }

  private var operators: ReportTable {
    var table = ReportTable(
      "operators", "Operators",
      [
        .init("Operator", "operator"), .init("Available", "available_seconds"),
        .init("Busy", "busy_seconds"), .init("Offline", "offline_seconds"),
        .init("Not known", "not_known_seconds"), .init("Calls", "calls"),
        .init("On calls", "on_calls_seconds"), .init("Speaking", "speaking_seconds"),
        .init(nil, "has_unseen_start"), .init(nil, "operator_id"),
      ])
    let named = report.operators.all.map { (name: board.name(of: $0.operatorID), shift: $0) }
    table.count = named.count
    table.rows = named.sorted { $0.name < $1.name }.map { name, shift in
      [
        ReportCell(name), length(milliseconds: shift.available), length(milliseconds: shift.busy),
        length(milliseconds: shift.offline), length(milliseconds: shift.notKnown),
        ReportCell(shift.calls), onCalls(shift.onCalls, shift), onCalls(shift.speaking, shift),
        ReportCell(shift.hasUnseenStart ? "yes" : "no"), ReportCell(shift.operatorID.rawValue),
      ]
    }
    return table
  }

  private func onCalls(_ milliseconds: Int64, _ shift: OperatorShift) -> ReportCell {
    let cell = length(milliseconds: milliseconds)
    return shift.hasUnseenStart ? ReportCell("at least " + cell.text, raw: cell.raw) : cell
  }

  private var forms: ReportTable {
    var table = ReportTable("forms", "Forms", [.init("What", "what"), .init("Times", "times")])
    table.rows = ReportWords.formKinds.map { name, kind in
      [ReportCell(name), ReportCell(report.counts[kind])]
    }
    return table
  }

  private var failures: ReportTable {
    var table = ReportTable(
      "failures", "What failed",
      [.init("What", "what"), .init("Failed", "failed"), .init("Of", "of")])
    table.rows = ReportWords.failures(report).map { failure in
      [
        ReportCell(failure.what), ReportCell(failure.failed),
        failure.total.map { ReportCell($0) } ?? .none,
      ]
    }
    return table
  }
}

extension ReportTables {
  /// A moment where it was recorded; with its day where the report is of more than one.
  func moment(_ time: Timestamp, isDated: Bool = false) -> ReportCell {
    let local = offsets.localTime(time)
    let isOneDay = offsets.localTime(coverage.from).day == offsets.localTime(coverage.until).day
    let whole = "\(local.date) \(local.clock)"
    if isDated { return ReportCell(whole) }
    return ReportCell(isOneDay ? local.clock : "\(local.shortDate) \(local.clock)", raw: whole)
  }

  func length(_ seconds: Int64) -> ReportCell {
    ReportCell(seconds.stopwatch, raw: String(seconds))
  }

  private func length(milliseconds: Int64) -> ReportCell { length((milliseconds + 500) / 1_000) }

  /// A part of a whole; `nil` of nothing.
  static func share(_ part: some BinaryInteger, of whole: some BinaryInteger) -> ReportCell? {
    guard whole > 0 else { return nil }
    let share = Double(part) / Double(whole)
    return ReportCell(Metric.Unit.share.text(share), raw: decimal(share))
  }

  /// With four decimals, of which the last are left out where they are 0.
  static func decimal(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? String(Int64(rounded)) : String(rounded)
  }

  /// `UTC+05:30`, and what it is at the end where that is another.
  private var zones: String {
    let zones = [coverage.from, coverage.until].map { Self.zone(offsets.offset(at: $0)) }
    return zones[0] == zones[1] ? zones[0] : zones.joined(separator: ", then ")
  }

  private static func zone(_ offset: Int) -> String {
    let minutes = offset.magnitude / 60
    return "UTC" + (offset < 0 ? "-" : "+") + (minutes / 60).twoDigits + ":"
      + (minutes % 60).twoDigits
  }
}

extension ReportCell {
  /// Something that may not be known.
  fileprivate init(_ text: String?, raw: String? = nil) {
    self = text.map { ReportCell($0, raw: raw) } ?? .notKnown
  }
}

extension ShiftWait {
  /// `nil` while nothing has told which service it is.
  func serviceName(in board: Board) -> String? {
    wait.service?.string ?? serviceID.map { board.name(of: $0) }
  }
}

extension Tally {
  /// What people say of the platform's words, the most frequent first: of two words they may say the
  /// same.
  fileprivate func ranked(_ spoken: (String) -> String) -> [(String, Int)] {
    var numbers: [String: Int] = [:]
    for (word, number) in counts {
      let words = word == ShiftCalls.notKnown ? ReportCell.notKnown.text : spoken(word)
      numbers[words, default: 0] += number
    }
    return numbers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
