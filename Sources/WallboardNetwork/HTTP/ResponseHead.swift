import WallboardEvents
import WallboardWire

/// The head of an answer: its status and the few fields that matter here.
struct ResponseHead: Equatable {
  /// Bytes of all head lines of one transfer; real ones have less than a tenth of it.
  static let mostBytes = 65_536

  /// The registered content codings that compress (IANA, "HTTP Content Coding Registry").
  private static let compressions: Set<String> = [
    "br", "compress", "dcb", "dcz", "deflate", "exi", "gzip", "pack200-gzip", "x-compress",
    "x-gzip",
    "zstd",
  ]

  private(set) var status = 0
  private(set) var contentType: String?
  private(set) var location: String?
  private var retryAfter: String?
  private var contentEncoding: String?
  private var date: String?
  /// Whether it was kept somewhere on the way: its date is not of now.
  private var isCached = false
  /// Whether the blank line after the last field has come, and it was not an interim answer.
  private(set) var isComplete = false
  private var size = 0

  /// Reads the next line; `false` when the head has grown too large.
  mutating func read(line: Span<UInt8>) -> Bool {
    size += line.count
    guard size <= Self.mostBytes else { return false }
    // What comes after the head is the trailer of a chunked body.
    guard !isComplete else { return true }
    let text = Self.text(line)
    if text.isEmpty {
      isComplete = status >= 200
    } else if text.hasPrefix("HTTP/") {
      startOver(statusLine: text)
    } else {
      take(field: text)
    }
    return true
  }

  /// Whether anything of it has come.
  var hasBegun: Bool { size > 0 }

  /// Whether the answer sends elsewhere.
  var isRedirect: Bool { HTTPStatus.isRedirect(status) && location != nil }

  /// How the content of a 200 is compressed, though no request asks for that: read as it is, it would
  /// be a stream without events.
  ///
  /// A word that names no registered coding (RFC 9110, 8.4.1) says nothing about the bytes: gateways
  /// send `none` to switch a compressor off.
  var unwantedCoding: String? {
    guard status == 200, let contentEncoding else { return nil }
    let codings = contentEncoding.split(separator: ",").map { $0.trimmingOptionalWhitespace }
    return codings.contains { Self.compressions.contains($0.lowercased()) } ? contentEncoding : nil
  }

  /// What `Retry-After` asks for.
  func retryAfter(now: Timestamp) -> Duration? {
    retryAfter.flatMap { RetryAfter.delay(from: $0, now: Int(now.seconds)) }
  }

  /// When a fresh answer says that it was made; refusals may come from somebody on the way.
  var freshDate: String? { status == 200 && !isCached ? date : nil }

  /// Begins again at a status line: interim answers (1xx) have heads of their own.
  private mutating func startOver(statusLine: Substring) {
    let size = size
    self = ResponseHead()
    self.size = size
    let words = statusLine.split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  private mutating func take(field: Substring) {
    guard let colon = field.firstIndex(of: ":") else { return }
    let value = String(field[field.index(after: colon)...].trimmingOptionalWhitespace)
    switch field[..<colon].lowercased() {
    // A list may come in several fields (RFC 9110, 5.3).
    case "content-encoding": contentEncoding = contentEncoding.map { "\($0), \(value)" } ?? value
    case "content-type": contentType = value
    case "date": date = value
    // RFC 9111, 5.1; the other is not a standard's.
    case "age": isCached = isCached || value != "0"
    case "x-cache": isCached = isCached || value.lowercased().contains("hit")
    case "location": location = value
    case "retry-after": retryAfter = value
    default: break
    }
  }

  private static func text(_ line: Span<UInt8>) -> Substring {
    let text = String(repairing: line)
    // A line end of two characters is one of Swift's.
    return text.last?.isNewline == true ? text.dropLast() : text[...]
  }
}
