import FoundationEssentials

enum Endpoint: Equatable {
  case keyInfo
  case workspace(String)
  case stream(workspace: String)
  /// A read, of one thing where it has an id.
  case read(Read, workspace: String, of: String = "")
  /// A change of one thing.
  case action(Action, workspace: String, on: String)
  case observer(callSID: String, workspace: String)
  /// How a call's transcript ought to look; no platform has this.
  case observed(callSID: String)
  case control(Control)

  /// What tests ask of the simulator; no platform has these.
  enum Control: String {
    case state, spoken, emit, fault, drop

    var method: String {
      switch self {
      case .state, .spoken: "GET"
      case .emit, .fault, .drop: "POST"
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

  var method: String {
    switch self {
    case .keyInfo, .workspace, .stream, .read, .observer, .observed: "GET"
    case .action(let action, _, _): action.method
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
    if parts.count == 2, parts[0] == "calls", !parts[1].isEmpty {
      self = .read(.story, workspace: workspace, of: parts[1])
      return
    }
    if let read = Read.allCases.first(where: { $0.path == path }) {
      self = .read(read, workspace: workspace)
    } else if let action = Action(path: parts) {
      self = .action(action, workspace: workspace, on: parts[1])
    } else {
      return nil
    }
  }
}

extension SimulatedPlatform {
  func respond(to request: HTTPRequest) -> HTTPResponse {
    let isChange = request.method != "GET" && !request.path.hasPrefix("/_simulator/")
    if isChange { received.take(request) }
    var response = answer(to: request)
    response.headers["Date"] = CivilTime(milliseconds: now).httpDate
    return isChange ? delivered(response) : response
  }

  private func answer(to request: HTTPRequest) -> HTTPResponse {
    let requestID = "req_" + random.hexadecimal(16)
    do throws(Problem) {
      var response = try answer(request)
      response.headers["X-Request-Id"] = requestID
      return response
    } catch {
      let problem =
        faults.isOn(.hostile) ? error.hostile(number: random.integer(in: 0...999)) : error
      return problem.response(requestID: requestID)
    }
  }

  private func answer(_ request: HTTPRequest) throws(Problem) -> HTTPResponse {
    guard let endpoint = Endpoint(path: request.path) else { throw .notFound }
    guard endpoint.method == request.method else { throw .methodNotAllowed }
    switch endpoint {
    case .control(let control):
      return HTTPResponse(json: try perform(control, request))
    case .keyInfo:
      try checkToken(of: request)
      return HTTPResponse(json: keyInfo)
    case .workspace(let id):
      try check(request, workspace: id)
      return HTTPResponse(json: workspaceInfo)
    case .stream(let id):
      try check(request, workspace: id)
      return try openStream(for: request)
    case .observer(let sid, let id):
      let plain = faults.isOn(.hostile) ? Hostility.plainID(sid) : sid
      return try openObserver(of: plain, workspace: id, for: request)
    case .observed(let sid):
      return HTTPResponse(json: try transcript(of: sid))
    case .read(let read, let workspace, let id):
      try check(request, workspace: workspace)
      let plain = faults.isOn(.hostile) ? Hostility.plainID(id) : id
      let data = try self.read(read, of: plain, request)
      return self.answer(read, with: outgoing(data, of: read.rawValue))
    case .action(let action, let workspace, let id):
      try check(request, workspace: workspace)
      let plain = faults.isOn(.hostile) ? Hostility.plainID(id) : id
      guard let reply = try perform(action, on: plain, request) else {
        return HTTPResponse(.ok, .nothing)
      }
      return HTTPResponse(json: outgoing(reply, of: action.collection))
    }
  }

  /// What is answered, as it is to be sent.
  private func outgoing(_ data: JSON, of name: String) -> JSON {
    let answer = options.ciphersWords ? data.ciphered() : data
    spoken.take(answer, of: name)
    return faults.isOn(.hostile) ? answer.hostile(number: random.integer(in: 0...999)) : answer
  }

  private func check(_ request: HTTPRequest, workspace: String) throws(Problem) {
    try checkToken(of: request)
    guard let asked = UUID(uuidString: workspace) else {
      throw .invalid("workspace_id", "Input should be a valid UUID")
    }
    guard asked == UUID(uuidString: options.workspace) else { throw .forbidden }
  }

  private func checkToken(of request: HTTPRequest) throws(Problem) {
    guard request.headers["Authorization"] == "Bearer " + options.token else {
      throw .unauthorized
    }
  }

  private var keyInfo: JSON {
    [
      "workspace_id": .string(options.workspace),
      "key_id": "key-simulator",
      "name": "Simulator",
      "expires_at": JSON(time: now + 30 * 86_400_000),
      "expires_in_seconds": .integer(30 * 86_400),
    ]
  }

  private var workspaceInfo: JSON {
    [
      "id": .string(options.workspace), "slug": "riverside-clinic", "name": "Riverside Clinic",
      "environment": "production", "backend_org_id": nil, "region": "us-east-1",
      "connector_type": nil, "provisioned_at": nil,
      "created_at": "2026-01-05T08:00:00.000Z", "updated_at": "2026-01-05T08:00:00.000Z",
    ]
  }
}

extension SimulatedPlatform {
  /// Does what a test asks of the simulator, and answers with the truth that results.
  func perform(_ control: Endpoint.Control, _ request: HTTPRequest) throws(Problem) -> JSON {
    switch control {
    case .state: break
    case .spoken: return spoken.json
    case .emit: emit(try count(in: request))
    case .fault: try switchFault(request)
    case .drop where request.query["what"] == "observers": dropObservers()
    case .drop: dropStreams()
    }
    return truth
  }

  func transcript(of sid: String) throws(Problem) -> JSON {
    guard let transcript = observed(sid) else { throw .notFound }
    return transcript
  }

  func observed(_ sid: String) -> JSON? {
    let transcript =
      observedCalls[sid]?.transcript ?? pastTranscripts.last { $0.sid == sid }?.transcript
    return transcript?.json.with("call_sid", .string(sid))
  }

  private func count(in request: HTTPRequest) throws(Problem) -> Int {
    guard let count = Int(request.query["count"] ?? "1"), (0...100_000).contains(count) else {
      throw .invalid("count", "Input should be a whole number from 0 to 100000")
    }
    return count
  }

  /// `?kind=drop:50` turns a fault on, `?kind=drop&on=false` off, `?kind=none` all of them.
  private func switchFault(_ request: HTTPRequest) throws(Problem) {
    let text = request.query["kind"] ?? ""
    if text == "none" { return faults.turnAllOff() }
    if request.query["on"] == "false", let kind = FaultKind(rawValue: text) {
      return faults.turnOff(kind)
    }
    guard let fault = SimulatorFault.parse(text) else {
      throw .invalid("kind", "Unknown fault")
    }
    faults.turnOn(fault)
  }
}
