/// A server's answer that is not an upgrade.
package struct WebSocketRefusal: Equatable, Sendable {
  /// The most bytes that are read of a refusal's body: 4 KiB, which explains enough.
  package static let longestBody = 4_096

  /// The answer's status, 200 to 999.
  package let status: Int
  /// The `Retry-After` field as it came; `RetryAfter` reads it.
  package let retryAfter: String?
  package let location: String?
  package let contentType: String?
  /// The body's beginning, as far as it came, at most `longestBody` bytes.
  package internal(set) var body: [UInt8] = []

  init(_ head: HTTPResponseHead) {
    status = head.status
    retryAfter = head.values(of: "retry-after").first
    location = head.values(of: "location").first
    contentType = head.values(of: "content-type").first
  }
}
