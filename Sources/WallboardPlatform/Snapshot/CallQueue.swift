/// The answer of `GET /operators/queue` (contract 3.2).
struct CallQueue: Decodable {
  let calls: Items<QueuedCall>
  let totalActive: Int?

  /// Whether every live call is in it.
  var isComplete: Bool {
    calls.unreadable == 0 && (totalActive ?? 0) <= calls.readable.count
  }

  private enum CodingKeys: String, CodingKey {
    case calls = "queue"
    case totalActive = "total_active"
  }
}
