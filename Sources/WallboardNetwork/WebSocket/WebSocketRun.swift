/// One WebSocket connection that is waited for, on the caller's thread.
package enum WebSocketRun {
  /// Opens the connection and blocks until it has ended.
  ///
  /// Throws when libcurl itself is out of order; every other end is told to the handler.
  package static func run(
    _ opening: WebSocketOpening, options: TransferOptions, handler: any WebSocketHandler
  ) throws(CurlFailure) {
    let client = try HTTPClient(options: options)
    let connection = WebSocketConnection(opening, client: client, handler: handler)
    try connection.start()
    while !connection.isOver {
      connection.tick(.now)
      try client.multi.perform()
      guard !connection.isOver else { return }
      let time = connection.deadline.map { ContinuousClock.now.duration(to: $0) }
      try client.multi.wait(atMost: time ?? .seconds(1))
    }
  }
}
