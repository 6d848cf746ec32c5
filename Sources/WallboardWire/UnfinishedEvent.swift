/// An event before the blank line that ends it (WHATWG HTML, 9.2.6).
struct UnfinishedEvent: Sendable {
  /// The longest line of a type or an id that is read in an event that is over the limit: an id
  /// that is sent back has at most 256 bytes.
  static let shortLine = 262

  private let limit: Int
  /// The bytes of its `data`, `event` and `id` lines so far, without line ends.
  private(set) var size = 0
  private var data = LentBytes()
  private var hasData = false
  private var type = LentBytes()
  /// Outlives the event, by the standard.
  private var lastEventID: LentBytes
  private var hasOwnID = false

  init(limit: Int, lastEventID: String?) {
    self.limit = limit
    self.lastEventID = LentBytes(copying: lastEventID ?? "")
  }

  /// The longest further line of that field that is read, in bytes.
  func room(for field: StreamField) -> Int {
    switch field {
    case .data: limit - size
    case .event, .id: max(limit - size, Self.shortLine)
    // It is no part of the event, and may have any number of digits.
    case .retry: max(limit, Self.shortLine)
    case .comment, .other: 0
    }
  }

  /// Counts a line that is not read.
  mutating func skip(_ count: Int) {
    size += count
  }

  /// Takes a line of `count` bytes, whose value stands at that place of the chunk.
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
      // The standard ignores ids with a NUL.
      guard chunk.extracting(value).firstIndex(of: 0) == nil else { return }
      lastEventID.lend(value)
      hasOwnID = true
    case .retry, .comment, .other: break
    }
  }

  /// Copies what the chunk alone holds, before the chunk goes.
  mutating func keep(from chunk: Span<UInt8>) {
    data.keep(from: chunk)
    type.keep(from: chunk)
    lastEventID.keep(from: chunk)
  }

  /// Ends the event: lends it to `take` and begins the next one.
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

/// A line whose end has not come yet.
struct UnfinishedLine: Sendable {
  /// How many bytes have come, kept or not.
  private(set) var count = 0
  /// The bytes that have come, as long as they may be read.
  private(set) var bytes: [UInt8] = []
  /// The line's field, once it is too long to be read.
  private(set) var skipped: StreamField?

  /// Adds bytes. Of a line that is longer than its field has room nothing is kept.
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

  /// Empties it, and keeps the memory for the next one.
  mutating func clear() {
    (count, skipped) = (0, nil)
    bytes.removeAll(keepingCapacity: true)
  }
}

/// The field of a line that is not empty.
enum StreamField {
  case data, event, id, retry, comment
  /// A name that the standard does not know: it ignores the line.
  case other

  /// How many bytes of a line tell its field: the longest name and a colon.
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

  /// Whether it is part of an event.
  var isOfEvent: Bool {
    switch self {
    case .data, .event, .id: true
    case .retry, .comment, .other: false
    }
  }

  /// Where the value of a line begins: after the name, the colon and at most one space.
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
  /// Whether the line is this name, or begins with it and a colon.
  @inline(__always)
  fileprivate func isNamed(_ name: StaticString) -> Bool {
    let length = name.utf8CodeUnitCount
    // Looks at the colon first: it is nearly always there and rules out nearly all other names.
    guard count == length || count > length && self[length] == .colon else { return false }
    return extracting(..<length).spells(name)
  }
}

/// Bytes that stand in the current chunk, or were copied from an earlier one.
private struct LentBytes: Sendable {
  /// Their place in the chunk; `nil` for a copy.
  private var place: Range<Int>? = 0..<0
  private var copy: [UInt8] = []

  init() {}

  init(copying text: String) {
    place = nil
    copy = Array(text.utf8)
  }

  /// Replaces them by those at that place.
  mutating func lend(_ place: Range<Int>) {
    self.place = place
  }

  /// Replaces them by none, and keeps the memory of the copy.
  mutating func clear() {
    place = 0..<0
  }

  /// Adds a line feed and the line at that place of the chunk.
  mutating func append(line: Range<Int>, of chunk: Span<UInt8>) {
    keep(from: chunk)
    copy.append(.lineFeed)
    copy.append(copying: chunk.extracting(line))
  }

  /// Copies them, before the chunk goes.
  mutating func keep(from chunk: Span<UInt8>) {
    guard let place else { return }
    copy.removeAll(keepingCapacity: true)
    copy.append(copying: chunk.extracting(place))
    self.place = nil
  }

  @_lifetime(borrow self, copy chunk)
  func bytes(in chunk: Span<UInt8>) -> Span<UInt8> {
    if let place { return chunk.extracting(place) }
    return copy.span
  }
}
