/// The reads of a workspace's state that can be made to fail one by one.
package enum Read: String, Sendable, CaseIterable {
  case sessions, queue, operators, escalations, surfaces, services

  /// Where the read is, below `/v1/{workspace}/`.
  var path: String {
    switch self {
    case .sessions: "sessions/active"
    case .queue: "operators/queue"
    case .operators: "operators"
    case .escalations: "operators/escalations/active"
    case .surfaces: "surfaces"
    case .services: "services"
    }
  }
}
