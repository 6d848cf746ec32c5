/// `pipeline.error`: A data source could not be read.
package struct PipelineError: WorkspaceEventPayload {
  package var dataSourceID: Text
  package var error: Protected<Text>?

  package enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(dataSourceID) + (error.map { ": \(context.words($0))" } ?? "")
  }

  package var isProblem: Bool { true }
}

extension PipelineError {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.textKey("data_source_id")
    error = fields.required("error")
  }
}

/// `pipeline.sync_completed`: A data source was read.
package struct PipelineSyncCompleted: WorkspaceEventPayload {
  package var dataSourceID: Text
  package var eventCount: Int?
  /// Milliseconds.
  package var durationMs: Int?

  package enum CodingKeys: String, CodingKey {
    case dataSourceID = "data_source_id"
    case eventCount = "event_count"
    case durationMs = "duration_ms"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.short(dataSourceID) + (eventCount.map { ", \($0) events" } ?? "")
      + (durationMs.map { " in \($0) ms" } ?? "")
  }
}

extension PipelineSyncCompleted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    dataSourceID = try fields.textKey("data_source_id")
    eventCount = fields.required("event_count")
    durationMs = fields.required("duration_ms")
  }
}
