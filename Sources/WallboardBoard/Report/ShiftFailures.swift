package import WallboardEvents

/// What failed in a time, and of how many.
package struct ShiftFailures: Sendable {
  /// What goes well or fails.
  package enum Kind: String, CaseIterable, Sendable {
    case deliveries
    case dataSources = "data_sources"
    case triggers, tools
  }

  private var outcomes: [Kind: Outcomes] = [:]
  /// Problems by the event that told of them.
  package private(set) var problems: [WorkspaceEvent.Kind: Int] = [:]
  /// Loads that failed.
  package private(set) var reads: [SnapshotSource: Int] = [:]

  /// Of all whose outcome was told.
  package subscript(kind: Kind) -> Outcomes { outcomes[kind] ?? Outcomes() }

  mutating func note(_ event: WorkspaceEvent) {
    if event.isProblem, let kind = event.kind { problems[kind, default: 0] += 1 }
    if case .textBackgroundResult(let result) = event, let succeeded = result.succeeded {
      note(.tools, hasFailed: !succeeded)
    }
    guard let outcome = event.outcome else { return }
    switch outcome.key.kind {
    case .pipelineError: note(.dataSources, hasFailed: outcome.hasFailed)
    case .triggerFailed: note(.triggers, hasFailed: outcome.hasFailed)
    case .deliveryFailed: note(.deliveries, hasFailed: outcome.hasFailed)
    // Of the others no event is an outcome.
    case _: break
    }
  }

  mutating func note(_ event: ObserverEvent) {
    if case .toolCallCompleted(let completion) = event {
      note(.tools, hasFailed: completion.hasFailed)
    }
  }

  mutating func noteFailedRead(of source: SnapshotSource) { reads[source, default: 0] += 1 }

  private mutating func note(_ kind: Kind, hasFailed: Bool) {
    outcomes[kind, default: Outcomes()].note(hasFailed: hasFailed)
  }
}
