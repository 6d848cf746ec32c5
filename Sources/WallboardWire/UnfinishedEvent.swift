/// WHATWG HTML 9.2.6: what is known of an event before the blank line that ends it.
struct UnfinishedEvent: Sendable {
  /// The most bytes of a line that is read in an event that is too large for its data to be: enough
  /// for a type, and for an id that can be sent back.
  static let shortLine = 262

  private let limit: Int
  /// The bytes of its lines so far, of those that make part of it, without their ends.
  private(set) var size = 0
  private var data = LentBytes()
  private var hasData = false
  private var type = LentBytes()
  /// Outlives the event, as the standard has it.
  private var lastEventID: LentBytes
  private var hasOwnID = false

  init(limit: Int, lastEventID: String?) {
    self.limit = limit
    self.lastEventID = LentBytes(copying: lastEventID ?? "")
  }

  /// The most bytes of a further line of that field that are looked at.
  func room(for field: StreamField) -> Int {
    switch field {
    case .data: limit - size
    case .event, .id: max(limit - size, Self.shortLine)
    // A number may have any number of digits; it is no part of the event.
    case .retry: max(limit, Self.shortLine)
    case .comment, .other: 0
    }
  }

  /// Counts a line of the event that is not looked at.
  mutating func skip(_ count: Int) {
    size += count
  }

  /// Takes a line of so many bytes, whose value stands at that place of the chunk.
  mutating func take(
    _ field: StreamField, _ value: Range<Int>, of chunk: Span<UInt8>, lineOf count: Int
  ) {
    size += count
    switch field {
    case .data:
      if hasData { data.append(line: value, of: chunk) } else { data.lend(value) }
      hasData = true
    case .event: type.lend(value)
    case .id:
      // The standard ignores one that contains a NUL.
      guard chunk.extracting(value).firstIndex(of: 0) == nil else { return }
      lastEventID.lend(value)
      hasOwnID = true
    case .retry, .comment, .other: break
    }
  }

  /// Copies what stands in the chunk alone, so that it can be given back.
  mutating func keep(from chunk: Span<UInt8>) {
    data.keep(from: chunk)
    type.keep(from: chunk)
    lastEventID.keep(from: chunk)
  }

  /// Ends the event: lends it, and is ready for the next one.
  mutating func dispatch(from chunk: Span<UInt8>, _ take: (ServerSentEventParser.Output) -> Void) {
    if size > limit {
      take(.tooLarge(block(from: chunk, hasData: false), bytes: size))
    } else if hasData {
      take(.event(block(from: chunk, hasData: true)))
    } else if hasOwnID {
      take(.lastEventID(lastEventID.bytes(in: chunk)))
    }
    size = 0
    data.clear()
    type.clear()
    (hasData, hasOwnID) = (false, false)
  }

  @_lifetime(borrow self, copy chunk)
  private func block(from chunk: Span<UInt8>, hasData: Bool) -> ServerSentBlock {
    let data = data.bytes(in: chunk)
    return ServerSentBlock(
      id: lastEventID.bytes(in: chunk), hasOwnID: hasOwnID, type: type.bytes(in: chunk),
      data: hasData ? data : data.extracting(first: 0))
  }
}

/// The beginning of a line whose end has not come yet.
struct UnfinishedLine: Sendable {
  /// How many bytes of it came, those that were not kept too.
  private(set) var count = 0
  /// The bytes, unless it is known that nobody looks at them.
  private(set) var bytes: [UInt8] = []
  /// What it sets, once its bytes are not kept.
  private(set) var skipped: StreamField?

  /// Adds what came of it; of a field of which more came than there is room for nothing is kept.
  mutating func append(_ more: Span<UInt8>, room: (StreamField) -> Int) {
    count += more.count
    guard skipped == nil else { return }
    bytes.append(copying: more)
    guard count >= StreamField.enough else { return }
    let field = StreamField(bytes.span)
    guard count > room(field) else { return }
    skipped = field
    bytes.removeAll(keepingCapacity: true)
  }

  /// Leaves nothing but memory for the next one.
  mutating func clear() {
    (count, skipped) = (0, nil)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// What a line of an event stream that is not empty sets.
enum StreamField {
  case data, event, id, retry, comment
  /// What the standard does not have: nobody reads it.
  case other

  /// As many bytes of a line tell which it is: those of the longest name, and a colon.
  static let enough = 6

  init(_ line: Span<UInt8>) {
    self =
      switch line[0] {
      case .colon: .comment
      case UInt8(ascii: "d"): line.isNamed("data") ? .data : .other
      case UInt8(ascii: "e"): line.isNamed("event") ? .event : .other
      case UInt8(ascii: "i"): line.isNamed("id") ? .id : .other
      case UInt8(ascii: "r"): line.isNamed("retry") ? .retry : .other
      default: .other
      }
  }

  /// Whether it makes part of an event.
  var isOfEvent: Bool {
    switch self {
    case .data, .event, .id: true
    case .retry, .comment, .other: false
    }
  }

  /// Where the value of a line begins: behind the name, the colon and one space.
  func startOfValue(in line: Span<UInt8>) -> Int {
    let start = nameLength + 1
    guard start < line.count else { return line.count }
    return line[start] == .space ? start + 1 : start
  }

  private var nameLength: Int {
    switch self {
    case .data: 4
    case .event, .retry: 5
    case .id: 2
    case .comment, .other: 0
    }
  }
}

extension Span<UInt8> {
  /// Whether the line's name is this one, be there a colon behind it or not.
  @inline(__always)
  fileprivate func isNamed(_ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    // The colon is nearly always there, and tells nearly all others apart.
    guard count == length || count > length && self[length] == .colon else { return false }
    return extracting(..<length).spells(name)
  }
}

/// Bytes that stand in the chunk that is being read, or that were copied before it was given back.
private struct LentBytes: Sendable {
  /// Where they stand in the chunk; `nil` for a copy.
  private var place: Range<Int>? = 0..<0
  private var copy: [UInt8] = []

  /// No bytes.
  init() {}

  /// A copy.
  init(copying text: String) {
    place = nil
    copy = Array(text.utf8)
  }

  /// Takes those at that place instead.
  mutating func lend(_ place: Range<Int>) {
    self.place = place
  }

  /// Takes none instead; the memory of the copy is kept for the next one.
  mutating func clear() {
    place = 0..<0
  }

  /// Adds a line feed and what stands at that place of the chunk.
  mutating func append(line: Range<Int>, of chunk: Span<UInt8>) {
    keep(from: chunk)
    copy.append(.lineFeed)
    copy.append(copying: chunk.extracting(line))
  }

  /// Copies them, so that the chunk can be given back.
  mutating func keep(from chunk: Span<UInt8>) {
    guard let place else { return }
    copy.removeAll(keepingCapacity: true)
    copy.append(copying: chunk.extracting(place))
    self.place = nil
  }

  /// The bytes.
  @_lifetime(borrow self, copy chunk)
  func bytes(in chunk: Span<UInt8>) -> Span<UInt8> {
    if let place { return chunk.extracting(place) }
    return copy.span
  }
}
