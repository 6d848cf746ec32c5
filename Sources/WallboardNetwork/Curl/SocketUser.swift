import CCurl

/// Whoever speaks over a connection that libcurl has made and does not look after itself.
protocol SocketUser: AnyObject {
  /// What it waits for.
  var wish: SocketWish { get }
  /// Reads and writes what can be without waiting. Called outside of libcurl's own loop.
  func service()
}

/// What a ``SocketUser`` waits for.
enum SocketWish: Equatable {
  /// Nothing that the socket could bring.
  case nothing
  /// There is more to do already: bytes that TLS has decrypted are announced by no socket.
  case turn
  /// The socket can be read from, written to, or either.
  case ready(Int32, toRead: Bool, toWrite: Bool)

  /// What `curl_multi_poll` is told; `nil` for no socket, for one with no wish still reports that
  /// the other side hung up, again and again.
  var descriptor: curl_waitfd? {
    guard case .ready(let socket, let toRead, let toWrite) = self, toRead || toWrite else {
      return nil
    }
    let events = (toRead ? CCurl_wait_in : 0) | (toWrite ? CCurl_wait_out : 0)
    return curl_waitfd(fd: socket, events: events, revents: 0)
  }
}
