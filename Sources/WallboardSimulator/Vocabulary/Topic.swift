/// What somebody calls about, as the steps of its conversation.
struct Topic: Sendable {
  let name: String
  /// The services whose callers bring it up twice as often.
  let services: [String]
  let steps: [Step]

  enum Step: Sendable {
    /// The caller says one of these; likewise the agent.
    case caller([String])
    case agent([String])
    case state(String)
    case tool(Tool)
    case forward
  }

  /// What the agent looks up or does.
  struct Tool: Sendable {
    let name: String
    let input: [(key: String, value: String)]
    /// One value without a key is plain text.
    let output: [(key: String, value: String)]
    var integration: String?
    var endpoint: String?
    /// The tools that it calls itself.
    var parts: [String] = []
  }

  /// What a service's callers talk about, and how often in a round.
  static func all(for service: String) -> [(card: Topic, count: Int)] {
    all.map { ($0, $0.services.contains(service) ? 2 : 1) }
  }

  static let all = scheduling + medicines + money + guidance
}
