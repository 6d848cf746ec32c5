import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

extension AlertKey {
  /// What it is about.
  var text: String { "\(kind.rawValue) \(subject.id ?? "")" }
}

extension Alert: WrittenFields {
  static var unwritten: Set<String> { ["key"] }

  var fields: Fields {
    [
      ("number", number), ("about", key.text), ("severity", severity), ("value", value),
      ("since", since), ("raisedAt", raisedAt), ("acknowledgedAt", acknowledgedAt),
      ("resolvedAt", resolvedAt), ("caller", caller), ("label", label),
      ("reasons", reasons.map(\.asked)), ("worstSeverity", worstSeverity),
      ("worstValue", worstValue), ("outcomes", outcomes), ("worstOutcomes", worstOutcomes),
    ]
  }
}

extension Severity: Written {
  var written: String? { "\(self)" }
}

extension Incidents: WrittenFields {
  /// The incidents and what fails stand on lines of their own.
  static var unwritten: Set<String> {
    [
      "active", "history", "outcomes", "revision", "sightings", "nextNumber", "judgedSecond",
      "order", "isDisordered", "keys",
    ]
  }

  var fields: Fields {
    [
      ("raisedCount", raisedCount), ("rhythm", rhythm),
      ("pending", pending.map { "\($0.text) since \($1.milliseconds)" }.sorted()),
      ("awaitedReads", awaitedReads), ("patience", patience), ("startedAt", startedAt),
    ]
  }
}

extension CallRhythm: WrittenFields {
  static var unwritten: Set<String> { ["starts"] }

  var fields: Fields {
    [("usualPause", usualPause), ("lastStart", lastStart)]
  }
}

extension OutcomeLog.Record: WrittenFields {
  static var unwritten: Set<String> { ["slots"] }

  var fields: Fields {
    [("name", name), ("outcomes", outcomes)]
  }
}

extension Outcomes: WrittenFields {
  var fields: Fields {
    [("failed", failed), ("total", total)]
  }
}

extension MetricHistory: WrittenFields {
  /// Each number's samples stand on a line of their own.
  static var unwritten: Set<String> {
    [
      "hour", "replies", "revision", "minutes", "runningMinute", "sampleClock", "knownProblems",
      "watchedSecond",
    ]
  }

  var fields: Fields {
    [
      ("total", hour.total), ("readings", replies.readings), ("startHeardAt", startHeardAt),
      ("since", since),
    ]
  }
}

extension MinuteTally: WrittenFields {
  var fields: Fields {
    [
      ("started", started), ("ended", ended), ("escalatedEnds", escalatedEnds),
      ("abandoned", abandoned), ("durations", durations), ("reasons", reasons),
      ("escalations", escalations), ("waits", waits), ("surfacesCreated", surfacesCreated),
      ("surfacesSubmitted", surfacesSubmitted), ("toolRuns", toolRuns),
      ("toolFailures", toolFailures), ("problems", problems), ("operatorTime", operatorTime),
    ]
  }
}

extension Mean: WrittenFields {
  var fields: Fields {
    [("count", count), ("sum", sum)]
  }
}

extension OperatorTime: WrittenFields {
  var fields: Fields {
    [
      ("online", online), ("busy", busy), ("offline", offline), ("signedIn", signedIn),
      ("onCall", onCall),
    ]
  }
}
