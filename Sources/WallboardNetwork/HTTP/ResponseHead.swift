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

  private var head: HTTPHead?
  /// Whether the blank line after the last field has come, and it was not an interim answer.
  private(set) var isComplete = false
  private var size = 0

  /// Reads the next line; `false` when the head has grown too large.
  mutating func read(line: Span<UInt8>) -> Bool {
    size += line.count
    guard size <= Self.mostBytes else { return false }
    // What comes after the head is the trailer of a chunked body.
    guard !isComplete else { return true }
    let line = line.withoutLineEnd
    if line.isEmpty {
      isComplete = status >= 200
    } else if HTTPHead.isStatusLine(line) {
      // Interim answers (1xx) have heads of their own.
      head = HTTPHead(statusLine: line)
    } else {
      // What is no field is passed over.
      _ = head?.append(fieldLine: line)
    }
    return true
  }

  /// 0 before there is one.
  var status: Int { head?.status ?? 0 }
  var contentType: String? { last("content-type") }
  var location: String? { last("location") }

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
    guard status == 200, let head,
      head.list("content-encoding").contains(where: { Self.compressions.contains($0.lowercased()) })
    else { return nil }
    return head.values(of: "content-encoding").joined(separator: ", ")
  }

  /// What `Retry-After` asks for.
  func retryAfter(now: Timestamp) -> Duration? {
    last("retry-after").flatMap { RetryAfter.delay(from: $0, now: Int(now.seconds)) }
  }

  /// When a fresh answer says that it was made; refusals may come from somebody on the way.
  var freshDate: String? { status == 200 && !isCached ? last("date") : nil }

  /// Whether it was kept somewhere on the way: its date is not of now. `Age` is RFC 9111, 5.1; the
  /// other field is no standard's.
  private var isCached: Bool {
    guard let head else { return false }
    return head.values(of: "age").contains { $0 != "0" }
      || head.values(of: "x-cache").contains { $0.lowercased().contains("hit") }
  }

  private func last(_ name: String) -> String? { head?.values(of: name).last }
}
