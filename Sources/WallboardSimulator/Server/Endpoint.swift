import FlyingFox

/// What a request asks for.
enum Endpoint: Equatable {
  case keyInfo
  case workspace(String)
  case stream(workspace: String)
  case read(Read, workspace: String)
  case observer(callSID: String, workspace: String)
  /// The simulator's own: how a call's transcript ought to look.
  case observed(callSID: String)
  case control(Control)

  /// The simulator's own, which no platform has.
  enum Control: String, CaseIterable {
    case state, spoken, emit, fault, drop

    var method: HTTPMethod {
      switch self {
      case .state, .spoken: .GET
      case .emit, .fault, .drop: .POST
      }
    }
  }

  init?(path: String) {
    let parts = path.split(separator: "/", maxSplits: 2).map(String.init)
    switch (parts.first, parts.dropFirst().first, parts.dropFirst(2).first) {
    case ("_simulator", "observed", let sid?): self = .observed(callSID: sid)
    case ("_simulator", let name?, nil): self.init(control: name)
    case ("v1", "auth", "me"): self = .keyInfo
    case ("v1", "workspaces", let id?): self = .workspace(id)
    case ("v1", let id?, "events/stream"): self = .stream(workspace: id)
    case ("v1", let id?, let rest?): self.init(workspace: id, path: rest)
    default: return nil
    }
  }

  var method: HTTPMethod {
    switch self {
    case .keyInfo, .workspace, .stream, .read, .observer, .observed: .GET
    case .control(let control): control.method
    }
  }

  private init?(control name: String) {
    guard let control = Control(rawValue: name) else { return nil }
    self = .control(control)
  }

  private init?(workspace: String, path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, parts[0] == "observers", parts[2] == "ws" {
      self = .observer(callSID: parts[1], workspace: workspace)
      return
    }
    guard let read = Read.allCases.first(where: { $0.path == path }) else { return nil }
    self = .read(read, workspace: workspace)
  }
}
