package import WallboardEvents

/// The addresses of one workspace (contract 1.1, 2.1 and 3).
package struct PlatformEndpoints: Hashable, Sendable {
  /// Where the platform is.
  package let address: PlatformAddress
  /// Where calls are observed.
  package let observerAddress: PlatformAddress
  /// Whose events and reads these are.
  package let workspace: WorkspaceID

  /// The addresses of that workspace; calls are observed where the rest is, unless said otherwise.
  package init(
    address: PlatformAddress, workspace: WorkspaceID, observerAddress: PlatformAddress? = nil
  ) {
    self.address = address
    self.observerAddress = observerAddress ?? address
    self.workspace = workspace
  }

  /// The WebSocket `/v1/{workspace}/observers/{call}/ws`.
  package func observer(of call: CallSID) -> PlatformRequest {
    observerAddress.request(
      path: ["v1", workspace.rawValue, "observers", call.rawValue, "ws"], headers: [])
  }

  /// `GET /v1/{workspace}/events/stream`, from where `cursor` stands.
  package func eventStream(from cursor: StreamCursor) -> PlatformRequest {
    var headers = ["Accept: \(MediaType.eventStream)", "Cache-Control: no-store"]
    if let id = cursor.id { headers.append("Last-Event-ID: \(id)") }
    return address.request(path: ["v1", workspace.rawValue, "events", "stream"], headers: headers)
  }

  /// `GET /v1/{workspace}/…` of JSON.
  func read(_ path: [String], query: [QueryItem] = []) -> PlatformRequest {
    address.request(
      path: ["v1", workspace.rawValue] + path, query: query, headers: PlatformAddress.jsonHeaders)
  }
}

extension PlatformAddress {
  static let jsonHeaders = ["Accept: \(MediaType.json)"]

  /// `GET /v1/auth/me`: which workspace an API key belongs to (contract 3.1).
  package var keyIdentity: PlatformRequest {
    request(path: ["v1", "auth", "me"], headers: PlatformAddress.jsonHeaders)
  }

  func request(
    path: [String], query: [QueryItem] = [], headers: [String]
  ) -> PlatformRequest {
    let path = path.map { "/" + $0.percentEncoded }.joined()
    let query = query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
      .joined(separator: "&")
    return PlatformRequest(
      url: "\(self)\(path)" + (query.isEmpty ? "" : "?\(query)"), origin: origin,
      headers: headers)
  }
}
