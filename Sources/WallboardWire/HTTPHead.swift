/// The status line and the header fields of an answer (RFC 9112, 4 and 5).
struct HTTPResponseHead: Equatable {
  let status: Int
  /// Whether the server speaks HTTP/1.1 and not 1.0.
  let isHTTP11: Bool
  /// In the order they came, the names in lower case.
  private(set) var fields: [(name: String, value: String)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.status == right.status && left.isHTTP11 == right.isHTTP11
      && left.fields.elementsEqual(right.fields, by: ==)
  }

  /// Reads a head's lines, without their ends and without the empty one behind them.
  init(lines: [ArraySlice<UInt8>]) throws(WebSocketHandshakeFailure) {
    guard let line = lines.first, let (isHTTP11, status) = Self.statusLine(line) else {
      throw .malformedStatusLine
    }
    self.isHTTP11 = isHTTP11
    self.status = status
    for line in lines.dropFirst() { try append(line) }
  }

  /// The values of the fields of this name, which is in lower case; without white space around them.
  func values(of name: String) -> [String] {
    fields.lazy.filter { $0.name == name }.map(\.value)
  }

  /// The members of a list (RFC 9110, 5.6.1) over all fields of this name, without the empty ones.
  func list(_ name: String) -> [String] {
    values(of: name).flatMap { $0.split(separator: ",") }
      .map { String($0.trimmingOptionalWhitespace) }.filter { !$0.isEmpty }
  }

  /// Reads `HTTP/1.1 101 Switching Protocols`; the text behind the status means nothing and may
  /// miss.
  private static func statusLine(_ line: ArraySlice<UInt8>) -> (isHTTP11: Bool, status: Int)? {
    let parts = line.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[1].count == 3,
      let status = Int(decimalDigits: String(decoding: parts[1], as: UTF8.self)), status >= 100
    else { return nil }
    switch String(decoding: parts[0], as: UTF8.self) {
    case "HTTP/1.1": return (true, status)
    case "HTTP/1.0": return (false, status)
    default: return nil
    }
  }

  private mutating func append(_ line: ArraySlice<UInt8>) throws(WebSocketHandshakeFailure) {
    guard let first = line.first, !line.contains(where: \.isForbiddenInFieldValue) else {
      throw .malformedField
    }
    if first == .space || first == .tab {
      try fold(line)
      return
    }
    guard let colon = line.firstIndex(of: .colon) else { throw .malformedField }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    // White space before the colon is refused with everything else that is not a token (5.1).
    guard name.isHTTPToken else { throw .malformedField }
    fields.append((name.lowercased(), Self.value(line[(colon + 1)...])))
  }

  /// Continues the field before, which 5.2 lets a server do no more but a client accept.
  private mutating func fold(_ line: ArraySlice<UInt8>) throws(WebSocketHandshakeFailure) {
    guard let last = fields.popLast() else { throw .malformedField }
    let value = "\(last.value) \(Self.value(line))"
    fields.append((last.name, String(value.trimmingOptionalWhitespace)))
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    String(String(decoding: bytes, as: UTF8.self).trimmingOptionalWhitespace)
  }
}

/// Collects the lines of an answer's head up to the empty one that ends it (RFC 9112, 2.2).
struct HTTPHeadReader {
  /// The most bytes of the head, interim answers included: 16 KiB, as common servers allow.
  static let longestHead = 16_384

  private var lines: [ArraySlice<UInt8>] = []
  private var unfinishedLine: [UInt8] = []
  private var size = 0

  /// Takes the bytes from `offset` on, which moves behind the head's end, or to the end of the
  /// bytes; the head once it is whole, after which the reader is ready for another.
  mutating func read(
    _ bytes: Span<UInt8>, at offset: inout Int
  ) throws(WebSocketHandshakeFailure) -> HTTPResponseHead? {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      size += 1
      guard size <= Self.longestHead else { throw .headTooLong(limit: Self.longestHead) }
      if byte == .lineFeed {
        if let head = try finishLine() { return head }
      } else {
        unfinishedLine.append(byte)
      }
    }
    return nil
  }

  private mutating func finishLine() throws(WebSocketHandshakeFailure) -> HTTPResponseHead? {
    defer { unfinishedLine = [] }
    if unfinishedLine.last == .carriageReturn { unfinishedLine.removeLast() }
    guard unfinishedLine.isEmpty else {
      lines.append(unfinishedLine[...])
      return nil
    }
    defer { lines = [] }
    return try HTTPResponseHead(lines: lines)
  }
}

extension UInt8 {
  /// Whether a token may have this byte (RFC 9110, 5.6.2).
  package var isTokenCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      Self.tokenPunctuation.contains(self)
    }
  }

  private static let tokenPunctuation = Array("!#$%&'*+-.^_`|~".utf8)

  /// Whether a field's value may not have this byte: a control character other than the tab, of
  /// which RFC 9110, 5.5 calls three dangerous and the others of no use.
  var isForbiddenInFieldValue: Bool { self < .space && self != .tab || self == 0x7F }
}

extension StringProtocol {
  /// Whether this is a token (RFC 9110, 5.6.2).
  var isHTTPToken: Bool { !isEmpty && utf8.allSatisfy(\.isTokenCharacter) }
}
