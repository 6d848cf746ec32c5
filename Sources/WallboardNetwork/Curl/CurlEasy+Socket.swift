import CCurl

/// What a connection that libcurl has only made is spoken over with.
extension CurlEasy {
  /// What an attempt to read came to.
  enum Reading: Equatable {
    /// So many bytes were read.
    case bytes(Int)
    /// Nothing is there yet.
    case nothing
    /// The other side sends no more.
    case end
  }

  /// The connection's socket; `nil` when it is gone.
  var socket: Int32? {
    var socket: Int32 = -1
    let code = unsafe CCurl_getinfo_socket(handle, CURLINFO_ACTIVESOCKET, &socket)
    return code == CURLE_OK && socket >= 0 ? socket : nil
  }

  /// Reads what is there, as much as the buffer takes, without waiting.
  func receive(into buffer: FixedBuffer) throws(TransferFailure) -> Reading {
    var count = 0
    let code = unsafe curl_easy_recv(handle, buffer.start, FixedBuffer.size, &count)
    if code == CURLE_AGAIN { return .nothing }
    if let failure = TransferFailure(code, of: self) { throw failure }
    return count == 0 ? .end : .bytes(count)
  }

  /// Sends bytes of the buffer, as many as go without waiting, and returns how many those are.
  ///
  /// After 0 the same bytes have to be sent again from the same place: TLS may have begun with them
  /// (SSL_write(3), "must be repeated with the same arguments").
  func send(_ range: Range<Int>, of buffer: FixedBuffer) throws(TransferFailure) -> Int {
    var count = 0
    let bytes = unsafe buffer.start + range.lowerBound
    let code = unsafe curl_easy_send(handle, bytes, range.count, &count)
    if code == CURLE_AGAIN { return 0 }
    if let failure = TransferFailure(code, of: self) { throw failure }
    return count
  }
}
