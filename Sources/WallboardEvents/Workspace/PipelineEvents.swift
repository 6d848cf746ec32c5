/// `pipeline.error`: A data source could not be read.
package struct PipelineError: WorkspaceEventPayload {
  package static let name = "pipeline.error"
  package var dataSourceID: Text
  package var error: Protected<Text>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case dataSourceID = "data_source_id"
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.short(dataSourceID)): \(context.words(error))"
  }

  package var isProblem: Bool { true }
}

/// `pipeline.sync_completed`: A data source was read.
package struct PipelineSyncCompleted: WorkspaceEventPayload {
  package static let name = "pipeline.sync_completed"
  package var dataSourceID: Text
  package var eventCount: Int
  /// Milliseconds.
  package var durationMs: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case dataSourceID = "data_source_id"
    case eventCount = "event_count"
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.short(dataSourceID)), \(eventCount) events in \(durationMs) ms"
  }
}
