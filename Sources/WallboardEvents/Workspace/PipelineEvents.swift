/// `pipeline.error`: A data source could not be read.
package struct PipelineError: WorkspaceEventPayload {
  package var dataSourceID: Text
  package var error: Protected<Text>

  package enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.short(dataSourceID)): \(context.words(error))"
  }

  package var isProblem: Bool { true }
}

extension PipelineError {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.required("data_source_id")
    error = try fields.required("error")
  }
}

/// `pipeline.sync_completed`: A data source was read.
package struct PipelineSyncCompleted: WorkspaceEventPayload {
  package var dataSourceID: Text
  package var eventCount: Int
  /// Milliseconds.
  package var durationMs: Int

  package enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case eventCount = "event_count"
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(context.short(dataSourceID)), \(eventCount) events in \(durationMs) ms"
  }
}

extension PipelineSyncCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.required("data_source_id")
    eventCount = try fields.required("event_count")
    durationMs = try fields.required("duration_ms")
  }
}
