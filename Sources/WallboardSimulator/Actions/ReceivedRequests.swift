/// A request that was to change something, as it came. What it said is not kept.
package struct ReceivedRequest: Sendable, Hashable {
  package let method: String
  /// Without its query.
  package let path: String
  package let bodyHash: UInt64

  package init(method: String, path: String, body: [UInt8]) {
    self.method = method
    self.path = path
    bodyHash = body.fingerprint
  }
}

/// How often each has come, whatever became of it.
struct ReceivedRequests: Sendable {
  /// How many different ones are counted.
  private static let limit = 100_000

  private(set) var counts: [ReceivedRequest: Int] = [:]

  mutating func take(_ request: HTTPRequest) {
    let received = ReceivedRequest(
      method: request.method, path: request.path, body: request.body)
    guard counts[received] != nil || counts.count < Self.limit else { return }
    counts[received, default: 0] += 1
  }
}
