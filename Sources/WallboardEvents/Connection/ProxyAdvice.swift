/// What proxies do to what is not an ordinary answer, and what they have to be told. The words are
/// nginx's, which is the most common one and does either as it comes.
package enum ProxyAdvice {
  /// Of a stream that is accepted and not answered.
  package static let buffering =
    "a proxy may be holding the stream back; nginx needs proxy_buffering off; "
    + "(or the platform's X-Accel-Buffering: no)"
  /// Of a WebSocket that is answered as an ordinary request.
  package static let upgrade =
    "a proxy may not pass WebSockets on; nginx needs proxy_http_version 1.1; "
    + "proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection \"upgrade\""
}
