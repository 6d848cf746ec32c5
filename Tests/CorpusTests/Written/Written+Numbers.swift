@testable import WallboardBoard

extension MetricHistory: WrittenFields {
  /// Each number's samples stand on a line of their own.
  static var unwritten: Set<String> {
    ["hour", "replies", "revision", "samples", "sampleClock", "knownProblems", "watchedSecond"]
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
