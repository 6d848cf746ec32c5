/// A service that callers or writers reach.
struct SimulatedService: Sendable, Equatable {
  let id: String
  let agentID: String
  let name: String
  let description: String
  let agentName: String
  let channel: Channel
  let createdAt: Int

  enum Channel: String, Sendable {
    case voice, text
  }
}
