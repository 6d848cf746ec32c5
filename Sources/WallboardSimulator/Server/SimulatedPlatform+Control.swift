import FlyingFox

extension SimulatedPlatform {
  /// Steers the simulator from outside, and answers with the truth that results.
  func steer(_ control: Endpoint.Control, _ request: HTTPRequest) throws(Problem) -> JSON {
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
