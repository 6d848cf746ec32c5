/// What one kind of event carries. A field that may be missing, or could not be understood, is `nil`;
/// the keys of what the event is about are always there.
package protocol EventPayload: Encodable, Equatable, Sendable {
  /// Reads the fields; throws where a key is missing or cannot be read.
  init(_ fields: inout FieldReader) throws(FieldFault)
  /// What happened, in a few words for a person. The text still has to be made safe for a terminal.
  func summary(_ context: SummaryContext) -> String
}
