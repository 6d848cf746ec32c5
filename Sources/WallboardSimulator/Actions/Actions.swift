import FoundationEssentials
import SplitMix64

/// The requests that change something. Each is checked as the platform's framework does it, the body
/// before what it names.
extension SimulatedPlatform {
  /// Carries an action out. Returns the reply; nothing where there is to be none.
  func perform(
    _ action: Action, on id: String, _ request: HTTPRequest
  ) throws(Problem) -> JSON? {
    if let kind = faults.take(oneOf: FaultKind.refusingActions) {
      throw .fault(kind, of: action, for: request, at: now)
    }
    guard faults.take(oneOf: [.actionDrop]) == nil else { return nil }
    guard let id = UUID(uuidString: id)?.uuidString.lowercased() else {
      throw .invalid(
        ["path", .string(action.idName)], "uuid_parsing", "Input should be a valid UUID",
        input: .string(id))
    }
    switch action {
    case .approve: return try review(id, because: nil) { $0.approve($1) }
    case .reject:
      let body = try RequestBody(of: request)
      let reason = try body.has("reason") ? body.text("reason", 0...2_000) : nil
      return try review(id, because: reason) { $0.reject($1, because: reason) }
    case .update: return try update(id, RequestBody(of: request))
    case .join: return try join(id, RequestBody(of: request))
    case .switchMode: return try switchMode(id, RequestBody(of: request))
    case .leave: return try leave(id, RequestBody(of: request))
    case .wrapUp: return try wrapUp(id, RequestBody(of: request))
    case .guide: return try guide(id, RequestBody(of: request))
    }
  }
}
