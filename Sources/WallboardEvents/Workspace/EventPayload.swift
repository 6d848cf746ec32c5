/// What one kind of event carries. An optional field may be absent or null.
package protocol EventPayload: Encodable, Equatable, Sendable {
  /// Reads the fields; throws where one that is needed is missing or of another type.
  init(_ fields: inout FieldReader) throws(FieldFault)
  /// What happened, in a few words for a person. The text still has to be made safe for a terminal.
  func summary(_ context: SummaryContext) -> String
}
