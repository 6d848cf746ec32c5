import FoundationEssentials

/// `GET /v1/{workspace}/observers/{call_sid}/ws`
extension SimulatedPlatform {
  /// Accepts an observer, even one that is refused: a close code says why (contract 1.4).
  func openObserver(
    of sid: String, workspace: String, for request: HTTPRequest
  ) throws(Problem) -> HTTPResponse {
    if let fault = faults.fault(.observerRefuse), faults.take(oneOf: [.observerRefuse]) != nil {
      throw .refusal(status: fault.code ?? 403)
    }
    let headers = try observerHeaders(for: request)
    let (output, continuation) = ObserverOutput.Pieces.makeStream(
      bufferingPolicy: .bufferingOldest(ObserverFeed.backlogLimit))
    let id = addObserver(of: sid, continuation)
    if let (code, reason) = refusal(of: sid, workspace: workspace, request) {
      observers[id]?.close(code, reason, faults)
    } else {
      startObserving(id, to: sid)
    }
    let socket = ObserverSocket(output: output) { [weak self] frame in
      await self?.receive(frame, from: id) ?? false
    }
    return HTTPResponse(.switchingProtocols, headers: headers, .webSocket(socket))
  }

  /// Takes a frame of the client, nothing at the end. Returns whether to go on reading.
  func receive(_ frame: WebSocketFrame?, from id: Int) -> Bool {
    guard let frame else {
      observers[id]?.finish()
      return false
    }
    switch frame.opcode {
    case .ping: observers[id]?.answer(ping: frame.payload, faults)
    case .close: return observers[id]?.answer(close: frame.payload, faults) == false
    default: break
    }
    return true
  }

  /// Sends a call's observers what is due. Returns the pause until there is more; nothing when
  /// nobody observes the call any more.
  func sendWhatIsDue(on sid: String) -> Duration? {
    guard observers.values.contains(where: { $0.callSID == sid }),
      let events = observedCalls[sid]?.due(at: now)
    else {
      observedCalls[sid]?.isRunning = false
      return nil
    }
    send(events, on: sid)
    return observedCalls[sid]?.pause(at: now)
  }

  func send(_ events: [ObserverEvent], on sid: String) {
    let listeners = observers.keys.filter { observers[$0]?.callSID == sid }
    guard !listeners.isEmpty else { return }
    for event in events.map(ciphered) {
      observedCalls[sid]?.transcript.take(event)
      spoken.take(event.data, of: event.name.rawValue)
      for id in listeners { observers[id]?.send(event, &faults) }
    }
    centre.setState(of: sid, to: observedCalls[sid]?.conversation.known.state)
  }

  private func ciphered(_ event: ObserverEvent) -> ObserverEvent {
    guard options.ciphersWords else { return event }
    return ObserverEvent(event.name, event.data.ciphered(of: event.name.rawValue))
  }

  func dropObservers() {
    for id in observers.keys { observers[id]?.drop() }
    observers.removeAll()
  }

  func endObservers() {
    for id in observers.keys { observers[id]?.close(1001, "going away", faults) }
    observers.removeAll()
  }

  private func forgetObserver(_ id: Int) {
    observers[id] = nil
  }

  private func addObserver(
    of sid: String, _ output: ObserverOutput.Pieces.Continuation
  ) -> Int {
    feedsOpened += 1
    let id = feedsOpened
    output.onTermination = { [weak self] _ in Task { await self?.forgetObserver(id) } }
    observers[id] = ObserverFeed(callSID: sid, output: output, seed: random.next())
    return id
  }

  private func refusal(
    of sid: String, workspace: String, _ request: HTTPRequest
  ) -> (code: UInt16, reason: String)? {
    guard observerToken(of: request) == options.token else { return (4001, "invalid token") }
    guard UUID(uuidString: workspace) == UUID(uuidString: options.workspace) else {
      return (3003, "token does not belong to this workspace")
    }
    guard observers.count <= Self.observerLimit else { return (4029, "too many connections") }
    guard centre.calls.contains(where: { $0.sid == sid }), !isTooEarly(for: sid) else {
      return (4004, "call not found")
    }
    return nil
  }

  private func isTooEarly(for sid: String) -> Bool {
    let times = faults.amount(of: .observerLate) ?? 0
    guard earlyObservers[sid, default: 0] < times else { return false }
    earlyObservers[sid, default: 0] += 1
    return true
  }

  /// The second of the offered sub-protocols, else the token of the `Authorization` header.
  private func observerToken(of request: HTTPRequest) -> String? {
    let offered = request.headers.list("Sec-WebSocket-Protocol")
    if offered.count == 2, offered[0] == "auth" { return offered[1] }
    let header = request.headers["Authorization"] ?? ""
    return header.hasPrefix("Bearer ") ? String(header.dropFirst(7)) : nil
  }

  private func observerHeaders(for request: HTTPRequest) throws(Problem) -> HTTPHeaders {
    var headers = try WebSocketHandshake.headers(for: request)
    if request.headers.list("Sec-WebSocket-Protocol").contains("auth") {
      headers["Sec-WebSocket-Protocol"] = "auth"
    }
    if faults.take(oneOf: [.observerProtocol]) != nil {
      headers["Sec-WebSocket-Protocol"] = "chat"
    }
    if faults.take(oneOf: [.observerAccept]) != nil {
      headers["Sec-WebSocket-Accept"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAA="
    }
    return headers
  }
}
