import FlyingFox
import Foundation

extension SimulatedPlatform {
  func respond(to request: HTTPRequest) -> HTTPResponse {
    var response = answer(to: request)
    response.headers[.date] = CivilTime(milliseconds: now).httpDate
    return response
  }

  private func answer(to request: HTTPRequest) -> HTTPResponse {
    let requestID = "req_" + random.hexadecimal(16)
    do throws(Problem) {
      var response = try answer(request)
      response.headers[.requestID] = requestID
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
      return HTTPResponse(json: try steer(control, request))
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
    case .read(let read, let id):
      try check(request, workspace: id)
      let read = try self.read(read, request)
      let answer = options.ciphersWords ? read.ciphered() : read
      spoken.take(answer)
      guard faults.isOn(.hostile) else { return HTTPResponse(json: answer) }
      return HTTPResponse(json: answer.hostile(number: random.integer(in: 0...999)))
    }
  }

  private func check(_ request: HTTPRequest, workspace: String) throws(Problem) {
    try checkToken(of: request)
    guard let asked = UUID(uuidString: workspace) else {
      throw .invalid("workspace_id", "Input should be a valid UUID")
    }
    guard asked == UUID(uuidString: options.workspace) else { throw .forbidden }
  }

  private func checkToken(of request: HTTPRequest) throws(Problem) {
    guard request.headers[.authorization] == "Bearer " + options.token else {
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
