import FlyingFox

extension SimulatedPlatform {
  func read(_ read: Read, _ request: HTTPRequest) throws(Problem) -> JSON {
    if let kind = faults.take(oneOf: FaultKind.ofReads, read: read) {
      throw .fault(kind, for: request, at: now)
    }
    let workspace = options.workspace
    switch read {
    case .sessions: return centre.activeSessions(of: workspace, at: now)
    case .queue: return centre.queue(of: workspace, at: now)
    case .operators: return try page(request, of: centre.operatorItems(of: workspace))
    case .escalations: return try page(request, of: centre.activeEscalations(at: now))
    case .surfaces:
      return try page(request, of: centre.surfaceItems(status: request.query["status"]))
    case .services: return try page(request, of: centre.serviceItems(of: workspace))
    }
  }

  private func page(_ request: HTTPRequest, of items: [PageItem]) throws(Problem) -> JSON {
    let page = try Page(
      limit: request.query["limit"], continuationToken: request.query["continuation_token"])
    return page.answer(from: items)
  }
}
