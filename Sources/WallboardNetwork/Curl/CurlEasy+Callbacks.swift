import CCurl

extension CurlEasy {
  /// Points libcurl's callbacks at this object, which outlives the handle.
  func setCallbacks() throws(CurlFailure) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    try check(
      unsafe CCurl_set_header_receiver(
        handle,
        { bytes, _, count, context in
          unsafe CurlEasy.pass(bytes, count, context) { $0.receive(headerLine: $1) }
        }, context))
    try check(
      unsafe CCurl_set_body_receiver(
        handle,
        { bytes, _, count, context in
          unsafe CurlEasy.pass(bytes, count, context) { $0.receive(body: $1) }
        }, context))
  }

  /// Hands bytes to the receiver. Their number is `count` alone: the size of a unit "is always 1"
  /// (CURLOPT_WRITEFUNCTION).
  private static func pass(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    to action: (any TransferReceiver, Span<UInt8>) -> TransferFlow
  ) -> Int {
    guard let bytes = unsafe bytes, let context = unsafe context else { return count }
    let easy = unsafe Unmanaged<CurlEasy>.fromOpaque(context).takeUnretainedValue()
    guard let receiver = easy.receiver else { return TransferFlow.stop.callbackResult(for: count) }
    // libcurl lends the bytes for the duration of the callback.
    let start = unsafe UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
    let span = unsafe Span(_unsafeStart: start, count: count)
    return action(receiver, span).callbackResult(for: count)
  }
}
