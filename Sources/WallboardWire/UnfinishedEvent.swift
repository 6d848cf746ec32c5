/// The buffers of WHATWG HTML 9.2.6: what is known of an event before the blank line that ends it.
struct UnfinishedEvent {
  /// Every data line so far, each followed by a line feed: empty means that there was none.
  private var data: [UInt8] = []
  var type = ""
  /// Outlives the event, as the standard has it.
  private var lastEventID = ""
  private var hasOwnID = false

  /// The bytes held, for the parser's bound.
  var size: Int { data.count + type.utf8.count + lastEventID.utf8.count }

  mutating func append(data value: Span<UInt8>) {
    data.append(copying: value)
    data.append(.lineFeed)
  }

  /// Takes over an id; the standard ignores one that contains a NUL.
  mutating func setID(_ value: Span<UInt8>) {
    guard value.firstIndex(of: 0) == nil else { return }
    lastEventID = String(repairing: value)
    hasOwnID = true
  }

  /// Ends the event, and leaves the buffers ready for the next one.
  mutating func dispatch() -> ServerSentEventParser.Output? {
    defer {
      data.removeAll(keepingCapacity: true)
      type = ""
      hasOwnID = false
    }
    let id = lastEventID.isEmpty ? nil : lastEventID
    guard !data.isEmpty else { return hasOwnID ? .lastEventID(id) : nil }
    return .event(
      ServerSentEvent(
        id: id, hasOwnID: hasOwnID, type: type.isEmpty ? "message" : type,
        data: String(decoding: data.dropLast(), as: UTF8.self)))
  }
}
