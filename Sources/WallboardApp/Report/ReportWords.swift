import WallboardBoard
import WallboardEvents

/// What a report calls things.
enum ReportWords {
  /// What becomes of forms, in its order.
  static let formKinds: [(name: String, kind: WorkspaceEvent.Kind)] = [
    ("created", .surfaceCreated), ("sent", .surfaceDelivered), ("opened", .surfaceOpened),
    ("submitted", .surfaceSubmitted), ("to review", .surfacePendingReview),
    ("approved", .surfaceReviewApproved), ("rejected", .surfaceReviewRejected),
    ("archived", .surfaceArchived),
  ]

  struct Failure {
    let what: String
    let failed: Int
    /// Of how many, where that is told.
    var total: Int?
  }

  /// What failed: deliveries, data sources, triggers and tools with how many there were, then problems
  /// by the event that told of them, then what could not be understood or loaded.
  static func failures(_ report: ShiftReport) -> [Failure] {
    let groups = ShiftFailures.Kind.allCases.map { kind in
      let outcomes = report.failures[kind]
      return Failure(what: kind.spoken, failed: outcomes.failed, total: outcomes.total)
    }
    let events = WorkspaceEvent.Kind.allCases.filter { !counted.contains($0) }.map { kind in
      Failure(what: problem(of: kind), failed: report.failures.problems[kind] ?? 0)
    }
    let counts = report.counts
    let unread = [
      Failure(what: "events not understood", failed: counts.malformed),
      Failure(what: "events too large", failed: counts.tooLarge),
      Failure(what: "understood in part", failed: counts.degraded),
    ]
    let reads = SnapshotSource.allCases.map { source in
      Failure(what: "loading \(source.things)", failed: report.failures.reads[source] ?? 0)
    }
    return groups + (events + unread + reads).filter { $0.failed > 0 }
  }

  /// Events whose outcomes are in a group as a whole.
  private static let counted: Set<WorkspaceEvent.Kind> = [
    .pipelineError, .triggerFailed, .textBackgroundResult,
  ]

  private static func problem(of kind: WorkspaceEvent.Kind) -> String {
    switch kind {
    case .callEnded: "calls ended by an error, or without caller audio"
    case .channelVoicemailStatus: "voicemail not delivered"
    default: kind.spoken
    }
  }
}

extension ShiftFailures.Kind {
  fileprivate var spoken: String {
    switch self {
    case .deliveries: "emails and voicemails"
    case .triggers: "triggers"
    case .tools: "tools"
    case .dataSources: "data sources"
    }
  }
}

extension Coverage.Gap.Kind {
  var spoken: String {
    switch self {
    case .missing: "not connected: events are missing"
    case .caughtUp: "not connected: events came later"
    case .silent: "nothing received"
    }
  }
}

extension CallerWait.End {
  /// For programs.
  var name: String {
    switch self {
    case .answered: "answered"
    case .gaveUp: "hung_up"
    case .unanswered: "unanswered"
    case .open: "waiting"
    }
  }

  var spoken: String {
    switch self {
    case .answered: "answered"
    case .gaveUp: "hung up"
    case .unanswered: "not answered"
    case .open: "still waiting"
    }
  }
}
