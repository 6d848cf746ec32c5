import WallboardPlatform

/// Makes exchanges, all over one multi handle and with the same options.
final class HTTPClient {
  let multi: CurlMulti
  let options: TransferOptions
  let clock: NetworkClock

  init(options: TransferOptions, clock: NetworkClock = NetworkClock()) throws(CurlFailure) {
    multi = try CurlMulti()
    self.options = options
    self.clock = clock
  }

  /// Sends a request; the handler hears of the answer in later laps, and is not kept alive.
  func start(
    _ request: PlatformRequest, _ kind: TransferKind, handler: any ExchangeHandler
  ) throws(CurlFailure) -> HTTPExchange {
    let exchange = HTTPExchange(request, kind, client: self, handler: handler)
    try exchange.send()
    return exchange
  }
}
