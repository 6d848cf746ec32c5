import WallboardPlatform

/// Whoever sent a request and waits for the answer.
protocol ExchangeHandler: AnyObject {
  /// The head of the answer is there, redirects left behind.
  func exchangeBegan(_ head: ResponseHead) -> TransferFlow
  /// The next bytes of the body, at most 16 KiB.
  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow
  /// The exchange is over; `nil` means that the whole body came. Not called after a cancellation.
  func exchangeEnded(_ failure: AttemptEnd?)
}
