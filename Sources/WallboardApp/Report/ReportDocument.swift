import WallboardBoard
import WallboardEvents
import WallboardRecording

/// A report as `report --json` prints it.
///
/// A contract with other programs, as ``SnapshotDocument`` is one: keys are always present, an absent
/// value is `null`, times are milliseconds since 1970, protected values are masked unless the encoder's
/// disclosure reveals them.
struct ReportDocument: JSONWritable {
  let workspace: String
  let tables: ReportTables

  private var report: ShiftReport { tables.report }
  private var board: Board { tables.board }

  func write(to text: inout JSONText) throws {
    try text.object { document in
      try document.member("alerts", AlertsDocument(report: report))
      try document.member("calls", CallsDocument(report: report))
      try document.member("escalations", EscalationsDocument(report: report))
      try writeFailures(to: &document)
      try document.member(
        "forms",
        Dictionary(
          uniqueKeysWithValues: ReportWords.formKinds.map {
            ($0.name.replacing(" ", with: "_"), report.counts[$0.kind])
          }))
      try document.member("from", report.coverage.from)
      try writeNumbers(to: &document)
      try document.array("notes") { notes in
        for note in report.notes.all { try notes.element(NoteDocument(note: note)) }
      }
      try document.array("operators") { operators in
        for shift in report.operators.all {
          try operators.element(OperatorShiftDocument(shift: shift, board: board))
        }
      }
      try document.member("recording", RecordingDocument(tables: tables))
      try document.member("schema", "wallboard.report/1")
      try document.member("seen", SeenDocument(report: report))
      try document.member("until", report.coverage.until)
      try document.member("waits", WaitsDocument(waits: report.waits, board: board))
      try document.member("workspace", workspace)
    }
  }

  private func writeFailures(to document: inout JSONText) throws {
    try document.array("failures") { failures in
      for failure in ReportWords.failures(report) {
        try failures.element { members in
          try members.member("failed", failure.failed)
          try members.member("of", failure.total)
          try members.member("what", failure.what)
        }
      }
    }
  }

  private func writeNumbers(to document: inout JSONText) throws {
    try document.array("numbers") { numbers in
      for number in report.numbers {
        try numbers.element { members in
          try members.member("number", number.name)
          try members.member("result", number.result(report.targets)?.rawValue)
          try members.member("target", number.target(report.targets)?.goal)
          try members.member("unit", number.unit.name)
          try members.member("value", number.value)
        }
      }
    }
  }
}

private struct AlertsDocument: JSONWritable {
  let report: ShiftReport

  func write(to text: inout JSONText) throws {
    let incidents = report.incidents
    try text.object { members in
      try members.member("count", incidents.alerts.count)
      try members.member("critical", incidents.critical)
      try members.array("worst") { alerts in
        for alert in incidents.alerts.elements {
          try alerts.element(AlertDocument(alert: alert, until: report.coverage.until))
        }
      }
    }
  }
}

private struct CallsDocument: JSONWritable {
  let report: ShiftReport

  func write(to text: inout JSONText) throws {
    let calls = report.calls
    try text.object { members in
      try members.member("by_completion_reason", calls.reasons.counts)
      try members.member("duration_seconds_max", calls.longest)
      try members.member("duration_seconds_mean", calls.lengths.value)
      try members.member("ended", calls.ended)
      try members.member("escalated", calls.escalatedEnds)
      try members.member("hung_up_waiting", calls.hungUp)
      try members.member("live", calls.live)
      try members.member("started", calls.started)
      try members.member("transferred", calls.transferred)
    }
  }
}

private struct EscalationsDocument: JSONWritable {
  let report: ShiftReport

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("by_trigger", report.calls.triggers.counts)
      try members.member("count", report.calls.escalations)
    }
  }
}

private struct RecordingDocument: JSONWritable {
  let tables: ReportTables

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("privacy", tables.privacy.rawValue)
      try members.member("skipped_lines", tables.skippedLines)
    }
  }
}

private struct SeenDocument: JSONWritable {
  let report: ShiftReport

  func write(to text: inout JSONText) throws {
    let coverage = report.coverage
    try text.object { members in
      try members.member("events", report.counts.events)
      try members.member("gap_count", coverage.gaps.count)
      try members.array("gaps") { gaps in
        for gap in coverage.gaps.elements {
          try gaps.element { members in
            try members.member("from", gap.from)
            try members.member("kind", gap.kind.rawValue)
            try members.member("seconds", gap.seconds)
            try members.member("until", gap.until)
          }
        }
      }
      try members.member("reconnects", coverage.reconnects)
      try members.member("seconds", coverage.seconds)
      try members.member("seen_seconds", coverage.seenSeconds)
    }
  }
}

private struct WaitsDocument: JSONWritable {
  let waits: ShiftWaits
  let board: Board

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("answer_seconds_mean", waits.answers.value)
      try members.member("answered", waits.answered)
      try members.member("answered_in_time", waits.answeredInTime)
      try members.member("count", waits.count)
      try members.member("decided", waits.decided)
      try members.member("hung_up", waits.hungUp)
      try members.array("longest") { longest in
        for waited in waits.longest.elements {
          try longest.element(WaitDocument(waited: waited, board: board))
        }
      }
      try members.member("not_known", waits.notKnown)
      try members.member("unanswered", waits.unanswered)
      try members.member("waiting", waits.open)
    }
  }
}

private struct WaitDocument: JSONWritable {
  let waited: ShiftWait
  let board: Board

  func write(to text: inout JSONText) throws {
    let wait = waited.wait
    try text.object { members in
      try members.member("call_sid", wait.callSID)
      try members.member("caller_id", wait.caller)
      try members.member("end", wait.end?.name)
      try members.member("operator_id", waited.answeredBy)
      try members.member(
        "operator_name", waited.answeredBy.flatMap { board.knownName(of: $0) })
      try members.member("reason", waited.reason)
      try members.member("requested_at", wait.requestedAt)
      try members.member("seconds", wait.waited)
      try members.member("service_id", waited.serviceID)
      try members.member("service_name", waited.serviceName(in: board))
      try members.member("trigger", waited.trigger)
    }
  }
}

private struct AlertDocument: JSONWritable {
  let alert: Alert
  /// When the time of the report ends.
  let until: Timestamp

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("acknowledged_at", alert.acknowledgedAt)
      try members.member("caller_id", alert.caller)
      try members.member("kind", alert.key.kind.rawValue)
      try members.member("label", alert.label)
      try members.member("raised_at", alert.raisedAt)
      try members.member("resolved_at", alert.resolvedAt)
      try members.member("seconds", (alert.resolvedAt ?? until).seconds(since: alert.since))
      try members.member("severity", alert.worstSeverity.word)
      try members.member("since", alert.since)
      try members.member("subject_id", alert.key.subject.id)
      try members.member("title", alert.title)
      try members.member("value", alert.value)
    }
  }
}

private struct OperatorShiftDocument: JSONWritable {
  let shift: OperatorShift
  let board: Board

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("available_seconds", Self.seconds(shift.available))
      try members.member("busy_seconds", Self.seconds(shift.busy))
      try members.member("calls", shift.calls)
      try members.member("has_unseen_start", shift.hasUnseenStart)
      try members.member("name", board.knownName(of: shift.operatorID))
      try members.member("not_known_seconds", Self.seconds(shift.notKnown))
      try members.member("offline_seconds", Self.seconds(shift.offline))
      try members.member("on_calls_seconds", Self.seconds(shift.onCalls))
      try members.member("operator_id", shift.operatorID)
      try members.member("speaking_seconds", Self.seconds(shift.speaking))
    }
  }

  private static func seconds(_ milliseconds: Int64) -> Double { Double(milliseconds) / 1_000 }
}

private struct NoteDocument: JSONWritable {
  let note: Note

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("alert", note.subject.alert)
      try members.member("at", note.at)
      try members.member("call_sid", note.subject.callSID)
      try members.member("moment", note.subject.moment)
      try members.member("text", note.text)
    }
  }
}
