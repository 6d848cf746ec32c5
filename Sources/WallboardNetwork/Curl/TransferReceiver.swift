import CCurl

/// Whoever takes what a transfer brings. Called while libcurl runs, so it must not add or remove
/// transfers; only ``finish(_:)`` is called outside.
protocol TransferReceiver: AnyObject {
  /// One line of the answer's head, its line end included.
  func receive(headerLine line: Span<UInt8>) -> TransferFlow
  /// The next bytes of the body, at most 16 KiB (CURL_MAX_WRITE_SIZE).
  func receive(body bytes: Span<UInt8>) -> TransferFlow
  /// The transfer is over; `nil` means that all of the answer came.
  func finish(_ failure: TransferFailure?)
}

/// What becomes of a transfer after it has brought something.
enum TransferFlow {
  /// It goes on.
  case taken
  /// Nothing was taken: the same comes again after ``CurlEasy/resume()``.
  case pause
  /// It ends.
  case stop

  /// What a callback has to return for `count` bytes.
  func callbackResult(for count: Int) -> Int {
    switch self {
    case .taken: count
    case .pause: CCurl_write_pause
    case .stop: CCurl_write_error
    }
  }
}
