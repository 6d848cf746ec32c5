/// The status line and the header fields of an answer (RFC 9112, 4 and 5).
package struct HTTPHead: Equatable, Sendable {
  package enum Version: Sendable {
    case http10, http11
    /// HTTP/2 or HTTP/3, which have no status line of their own: libcurl makes one up.
    case other
  }

  package let version: Version
  /// 100 to 999.
  package let status: Int
  /// In the order in which they came.
  private var fields: [Field] = []

  private struct Field: Equatable {
    /// In lower case.
    let name: String
    let value: String
  }

  /// Reads a status line without its end, such as `HTTP/1.1 200 OK`; `nil` for anything else. The
  /// reason phrase means nothing and may be missing.
  package init?(statusLine line: Span<UInt8>) {
    guard Self.isStatusLine(line) else { return nil }
    let words = String(repairing: line).utf8
      .split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false).map(Substring.init)
    guard words.count >= 2, words[1].utf8.count == 3, let status = Int(decimalDigits: words[1]),
      status >= 100
    else { return nil }
    version = Version(words[0])
    self.status = status
  }

  /// Adds the field of a line without its end; `false` if the line is not a field. A name with
  /// white space before the colon is not a token and so refused (RFC 9112, 5.1).
  package mutating func append(fieldLine line: Span<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: .colon) else { return false }
    let name = String(repairing: line.extracting(..<colon))
    guard name.isHTTPToken else { return false }
    let value = String(repairing: line.extracting((colon + 1)...))
    fields.append(Field(name: name.lowercased(), value: String(value.trimmingOptionalWhitespace)))
    return true
  }

  /// Whether a line begins a head: after an interim answer another one follows.
  package static func isStatusLine(_ line: Span<UInt8>) -> Bool {
    line.count >= 5 && line.extracting(first: 5).spells("HTTP/")
  }

  /// The values of all fields of this name, which is given in lower case.
  package func values(of name: String) -> [String] {
    fields.lazy.filter { $0.name == name }.map(\.value)
  }

  /// The members of the lists (RFC 9110, 5.6.1) in all fields of this name, without empty ones.
  package func list(_ name: String) -> [String] {
    values(of: name).flatMap { $0.split(separator: ",") }
      .map { String($0.trimmingOptionalWhitespace) }.filter { !$0.isEmpty }
  }
}

extension HTTPHead.Version {
  fileprivate init(_ word: Substring) {
    switch word {
    case "HTTP/1.0": self = .http10
    case "HTTP/1.1": self = .http11
    default: self = .other
    }
  }
}

extension Span<UInt8> {
  /// A header line as libcurl hands it over, without the line feed or CRLF at its end.
  package var withoutLineEnd: Self {
    @_lifetime(copy self)
    get {
      guard count > 0, self[count - 1] == .lineFeed else { return self }
      let hasReturn = count > 1 && self[count - 2] == .carriageReturn
      return extracting(droppingLast: hasReturn ? 2 : 1)
    }
  }
}

/// Collects the head of an HTTP/1 answer up to the empty line that ends it (RFC 9112, 2.2). Strict:
/// a single malformed line fails the handshake.
struct HTTPHeadReader {
  /// The most bytes of the head, interim answers included: 16 KiB, as common servers allow.
  static let longestHead = 16_384

  private var lines: [[UInt8]] = []
  private var unfinishedLine: [UInt8] = []
  private var size = 0

  /// Reads the bytes from `offset` on, which moves past what was read. Returns the head once it is
  /// complete; the reader is ready for the next one then.
  mutating func read(
    _ bytes: Span<UInt8>, at offset: inout Int
  ) throws(WebSocketHandshakeFailure) -> HTTPHead? {
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

  private mutating func finishLine() throws(WebSocketHandshakeFailure) -> HTTPHead? {
    var line = unfinishedLine
    unfinishedLine = []
    if line.last == .carriageReturn { line.removeLast() }
    guard line.isEmpty else {
      append(line)
      return nil
    }
    defer { lines = [] }
    return try head()
  }

  /// Adds a line. One that begins with white space continues the field before it; such a fold is
  /// obsolete, and read as a single space (RFC 9112, 5.2).
  private mutating func append(_ line: [UInt8]) {
    guard lines.count > 1, line.first?.isBlank == true, var whole = lines.popLast() else {
      return lines.append(line)
    }
    while whole.last?.isBlank == true { whole.removeLast() }
    whole.append(.space)
    whole += line.drop(while: \.isBlank)
    lines.append(whole)
  }

  private func head() throws(WebSocketHandshakeFailure) -> HTTPHead? {
    guard let first = lines.first, var head = HTTPHead(statusLine: first.span),
      head.version != .other
    else { throw .malformedStatusLine }
    for line in lines.dropFirst() {
      guard !line.contains(where: \.isForbiddenInFieldValue), head.append(fieldLine: line.span)
      else { throw .malformedField }
    }
    return head
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

  /// Control characters other than the tab: RFC 9110, 5.5 calls three of them dangerous and the
  /// others invalid.
  var isForbiddenInFieldValue: Bool { self < .space && self != .tab || self == .delete }

  fileprivate var isBlank: Bool { self == .space || self == .tab }
}

extension StringProtocol {
  /// Whether this is a token of RFC 9110, 5.6.2.
  var isHTTPToken: Bool { !isEmpty && utf8.allSatisfy(\.isTokenCharacter) }
}
