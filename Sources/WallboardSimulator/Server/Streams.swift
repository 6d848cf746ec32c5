import SplitMix64

/// `GET /v1/{workspace}/events/stream`
extension SimulatedPlatform {
  func openStream(for request: HTTPRequest) throws(Problem) -> HTTPResponse {
    if let kind = faults.take(oneOf: FaultKind.ofOpening) {
      return try misbehave(kind, request)
    }
    guard feeds.count < Self.streamLimit else {
      return refusal(with: .tooManyStreams(limit: Self.streamLimit))
    }
    let (pieces, continuation) = StreamFeed.Pieces.makeStream(
      bufferingPolicy: .bufferingOldest(StreamFeed.backlogLimit))
    addFeed(continuation, resumingAfter: request.headers["Last-Event-ID"].flatMap { Int($0) })
    return HTTPResponse(headers: Self.streamHeaders, .pieces(pieces))
  }

  private func addFeed(_ pieces: StreamFeed.Pieces.Continuation, resumingAfter cursor: Int?) {
    feedsOpened += 1
    let id = feedsOpened
    pieces.onTermination = { [weak self] _ in Task { await self?.forgetFeed(id) } }
    var feed = StreamFeed(pieces: pieces, seed: random.next())
    let opened = EventFrame.opened(connection: random.uuid(), limit: Self.streamLimit)
    feed.open(retry: options.retryMilliseconds, with: opened, faults)
    for event in missedEvents(after: cursor) { feed.send(event, faults) }
    feeds[id] = feed
  }

  private func missedEvents(after cursor: Int?) -> ArraySlice<SimulatedEvent> {
    guard let cursor, faults.take(oneOf: [.forget]) == nil else { return [] }
    return log.events(after: cursor, overlap: faults.amount(of: .replayOverlap) ?? 0)
  }

  private func refusal(with frame: EventFrame) -> HTTPResponse {
    let text = "retry: \(options.retryMilliseconds)\n\n\(frame.text)"
    return HTTPResponse(headers: Self.streamHeaders, .whole(Array(text.utf8)))
  }

  private func misbehave(
    _ kind: FaultKind, _ request: HTTPRequest
  ) throws(Problem) -> HTTPResponse {
    switch kind {
    case .tooManyStreams: return refusal(with: .tooManyStreams(limit: Self.streamLimit))
    case .streamUnavailable: return refusal(with: .unavailable)
    case .noContent: return HTTPResponse(.noContent, .whole([]))
    case .wrongType:
      let page = "<!doctype html><title>Sign in</title>"
      return HTTPResponse(headers: ["Content-Type": "text/html"], .whole(Array(page.utf8)))
    default: throw .fault(kind, for: request, at: now)
    }
  }

  private static let streamHeaders: HTTPHeaders = [
    "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache",
  ]
}

/// The error that breaks a connection off on purpose.
struct Dropped: Error {}

/// One open stream: what is sent on it, and how it misbehaves.
struct StreamFeed: Sendable {
  typealias Pieces = AsyncThrowingStream<[UInt8], any Error>

  /// A client that has fallen this many writes behind gets no more.
  static let backlogLimit = 100_000

  private let pieces: Pieces.Continuation
  private var random: SplitMix64
  private var eventsSent = 0
  private var isStalled = false
  private var garbageSent = 0

  init(pieces: Pieces.Continuation, seed: UInt64) {
    self.pieces = pieces
    random = SplitMix64(seed: seed)
  }

  mutating func open(retry milliseconds: Int, with frame: EventFrame, _ faults: FaultSwitchboard) {
    write("retry: \(milliseconds)\n\n", faults)
    write(frame.text, faults)
  }

  mutating func send(_ event: SimulatedEvent, _ faults: FaultSwitchboard) {
    if hasReached(faults.amount(of: .stall)) { isStalled = true }
    guard !isStalled else { return }
    let isHostile = faults.isOn(.hostile)
    let event = isHostile ? event.hostile(number: eventsSent) : event
    let frame = EventFrame(event, typeInside: faults.isOn(.eventTypeInside)).text
    if hasReached(faults.amount(of: .drop)) { return breakOff(in: frame, faults) }
    if hasReached(faults.amount(of: .end)) { return end() }
    write(frame, faults)
    eventsSent += 1
    if isHostile { yield(Hostility.frame(number: eventsSent, id: event.id)) }
    if let every = faults.amount(of: .garbage), eventsSent.isMultiple(of: max(1, every)) {
      writeGarbage(id: event.id)
    }
    if let every = faults.amount(of: .oversized), eventsSent.isMultiple(of: max(1, every)) {
      yield(Garbage.oversizedFrame(id: event.id))
    }
  }

  /// A comment. Half of the time it has no blank line, and so stands in the next event's block.
  mutating func heartbeat(at seconds: Int, _ faults: FaultSwitchboard) {
    guard !isStalled else { return }
    write(": heartbeat \(seconds)\n" + (random.chance(0.5) ? "\n" : ""), faults)
  }

  func end() {
    pieces.finish()
  }

  func drop() {
    pieces.finish(throwing: Dropped())
  }

  private func hasReached(_ limit: Int?) -> Bool {
    limit.map { eventsSent >= $0 } ?? false
  }

  private mutating func breakOff(in frame: String, _ faults: FaultSwitchboard) {
    if random.chance(0.5) { write(String(frame.prefix(frame.count / 2)), faults) }
    drop()
  }

  private mutating func writeGarbage(id: Int) {
    yield(Garbage.frame(number: garbageSent, id: id))
    garbageSent += 1
  }

  private mutating func write(_ text: String, _ faults: FaultSwitchboard) {
    guard faults.isOn(.cut) else { return yield(Array(text.utf8)) }
    var bytes = Array(text.replacing("\n", with: "\r\n").utf8)[...]
    while !bytes.isEmpty {
      let size = random.integer(in: 1...9)
      yield(Array(bytes.prefix(size)))
      bytes = bytes.dropFirst(size)
    }
  }

  private func yield(_ bytes: [UInt8]) {
    if case .dropped = pieces.yield(bytes) { drop() }
  }
}

/// One block of a stream of Server-Sent Events, in the contract's order of lines (2.2).
struct EventFrame {
  let id: Int
  let event: String
  let data: String

  init(id: Int, event: String, data: String) {
    self.id = id
    self.event = event
    self.data = data
  }

  init(_ event: SimulatedEvent, typeInside: Bool) {
    let data = event.data.with("event_type", .string(event.name.rawValue))
    self.init(
      id: event.id, event: event.name.rawValue, data: typeInside ? data.text : event.text)
  }

  /// A frame about the stream itself. Its id is 0 and moves no cursor.
  static func control(_ event: String, _ data: JSON) -> EventFrame {
    EventFrame(id: 0, event: event, data: data.text)
  }

  static func opened(connection: String, limit: Int) -> EventFrame {
    control(
      "stream.opened",
      [
        "code": "ok", "connection_id": .string(connection),
        "max_streams_per_workspace": .integer(limit),
      ])
  }

  static func tooManyStreams(limit: Int) -> EventFrame {
    control(
      "error",
      [
        "code": "too_many_streams", "message": "This workspace has too many open streams",
        "max_streams": .integer(limit),
      ])
  }

  static let unavailable = control(
    "error", ["code": "stream_unavailable", "message": "The event buffer is unavailable"])

  var text: String {
    "id: \(id)\nevent: \(event)\ndata: \(data)\n\n"
  }
}

/// The events that a stream can be resumed from, by rising id.
struct EventLog: Sendable {
  private static let memoryMilliseconds = 5 * 60 * 1000
  private static let memoryEvents = 200_000

  private var events: [SimulatedEvent] = []
  /// How many events at the front are forgotten and wait for their removal.
  private var forgotten = 0

  mutating func append(_ new: [SimulatedEvent]) {
    events += new
    forget()
  }

  /// The events after the id, and with an overlap so many before those.
  func events(after id: Int, overlap: Int = 0) -> ArraySlice<SimulatedEvent> {
    events[max(forgotten, index(after: id) - overlap)...]
  }

  private func index(after id: Int) -> Int {
    var low = forgotten
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].id > id { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Removes many at once: moving up what remains costs as much for one as for many.
  private mutating func forget() {
    guard let newest = events.last?.id else { return }
    forgotten = max(
      index(after: newest - Self.memoryMilliseconds), events.count - Self.memoryEvents)
    guard forgotten > 1000, forgotten > events.count / 2 else { return }
    events.removeFirst(forgotten)
    forgotten = 0
  }
}
