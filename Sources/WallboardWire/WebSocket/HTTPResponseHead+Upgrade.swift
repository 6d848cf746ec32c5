extension HTTPResponseHead {
  /// Checks an answer of status 101 as RFC 6455, 4.1 has a client do; returns the sub-protocol, if
  /// the server chose one.
  func upgrade(
    accept: String, subprotocols: [String]
  ) throws(WebSocketHandshakeFailure) -> String? {
    guard isHTTP11, list("upgrade").map({ $0.lowercased() }) == ["websocket"],
      list("connection").contains(where: { $0.lowercased() == "upgrade" })
    else { throw .notAnUpgrade }
    guard values(of: "sec-websocket-accept") == [accept] else { throw .wrongAccept }
    guard list("sec-websocket-extensions").isEmpty else { throw .extensionNotOffered }
    let chosen = values(of: "sec-websocket-protocol")
    guard let subprotocol = chosen.first else { return nil }
    guard chosen.count == 1, subprotocols.contains(subprotocol) else {
      throw .subprotocolNotOffered
    }
    return subprotocol
  }
}
