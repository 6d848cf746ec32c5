/// A live conversation in writing.
struct SimulatedTextSession: Sendable, Equatable {
  let id: String
  let service: SimulatedService
  let channelKind: String
  let entityID: String?
  let startedAt: Int
  var turns = 0
  var tool: Tool?

  /// A tool that runs and has not answered yet.
  struct Tool: Sendable, Equatable {
    let name: String
    let callID: String
    let depth: Int
    let startedAt: Int
  }
}
