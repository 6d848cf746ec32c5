/// The media types that the platform answers with.
package enum MediaType {
  /// What a stream of events is.
  package static let eventStream = "text/event-stream"
  /// What a read is.
  package static let json = "application/json"

  /// Whether a `Content-Type` field names an event stream; parameters do not matter.
  package static func isEventStream(_ contentType: String?) -> Bool {
    guard let essence = contentType?.split(separator: ";").first else { return false }
    let words = essence.split { $0 == " " || $0 == "\t" }
    return words.count == 1 && words[0].lowercased() == eventStream
  }
}
