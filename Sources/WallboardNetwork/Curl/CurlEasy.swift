import CCurl
import WallboardPlatform

/// One transfer: a handle of libcurl's easy interface, set up for one `GET` or for a connection that
/// a ``ByteChannel`` uses.
@safe
final class CurlEasy {
  /// Valid as long as this object. Only this class and ``CurlMulti`` pass it to libcurl.
  let handle: UnsafeMutableRawPointer
  /// Whether the handle has to stay with ``CurlMulti`` when it is connected.
  let isConnectOnly: Bool
  let proxy: ProxyAddress?
  private let headers: CurlHeaderList
  weak var receiver: (any TransferReceiver)?

  /// Sets the transfer up; ``CurlMulti/add(_:)`` starts it.
  init(
    _ request: PlatformRequest, _ kind: TransferKind, options: TransferOptions,
    receiver: any TransferReceiver
  ) throws(CurlFailure) {
    try CurlLibrary.start()
    isConnectOnly = kind.isConnectOnly
    do { proxy = try options.proxies.proxy(to: request.origin) } catch { throw .proxy(error) }
    let credential = isConnectOnly ? [] : [options.credential.authorizationHeader]
    headers = try CurlHeaderList(request.headers + credential)
    guard let handle = unsafe curl_easy_init() else {
      throw CurlFailure.library(CURLE_FAILED_INIT.words)
    }
    unsafe self.handle = handle
    self.receiver = receiver
    try setCallbacks()
    try set(request, options)
    try set(kind)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
  }

  /// Lets a paused transfer go on; the bytes that were refused may come before this returns.
  ///
  /// Throws when its receiver stops the transfer meanwhile: libcurl then leaves it where it is.
  func resume() throws(CurlFailure) {
    try check(unsafe curl_easy_pause(handle, CCurl_go_on))
  }

  /// The number of the system's last error, such as `ECONNREFUSED`; 0 for none.
  var systemError: Int32 { Int32(truncatingIfNeeded: number(CURLINFO_OS_ERRNO)) }

  /// The status with which a proxy answered `CONNECT`; 0 where none was asked.
  var proxyStatus: Int { number(CURLINFO_HTTP_CONNECTCODE) }

  /// Why a SOCKS proxy did not connect.
  var proxyError: CURLproxycode {
    CURLproxycode(rawValue: UInt32(clamping: number(CURLINFO_PROXY_ERROR)))
  }

  /// What the TLS library found when it verified the platform's certificate, as its own number.
  var verifyResult: Int { number(CURLINFO_SSL_VERIFYRESULT) }

  /// The same of the proxy's.
  var proxyVerifyResult: Int { number(CURLINFO_PROXY_SSL_VERIFYRESULT) }

  /// The lines that describe the platform's certificate, where they are kept.
  var certificateLines: [String] {
    var lines: [String] = []
    var entry = unsafe CCurl_getinfo_certificate(handle)
    while let line = unsafe entry {
      if let text = unsafe line.pointee.data { lines.append(unsafe String(cString: text)) }
      unsafe entry = line.pointee.next
    }
    return lines
  }

  /// Whether the request went out: the platform was reached, through proxy and TLS.
  var isSent: Bool {
    var seconds = 0.0
    let code = unsafe CCurl_getinfo_time(handle, CURLINFO_PRETRANSFER_TIME, &seconds)
    return code == CURLE_OK && seconds > 0
  }

  /// Whether it went out on a connection of the pool.
  var isOnUsedConnection: Bool { isSent && number(CURLINFO_NUM_CONNECTS) == 0 }

  private func number(_ info: CURLINFO) -> Int {
    var number = 0
    let code = unsafe CCurl_getinfo_long(handle, info, &number)
    return code == CURLE_OK ? number : 0
  }

  private func set(_ option: CURLoption, _ value: Int) throws(CurlFailure) {
    try check(unsafe CCurl_setopt_long(handle, option, value))
  }

  private func set(_ option: CURLoption, _ value: String) throws(CurlFailure) {
    try check(unsafe CCurl_setopt_string(handle, option, value))
  }

  private func set(
    _ request: PlatformRequest, _ options: TransferOptions
  ) throws(CurlFailure) {
    try set(CURLOPT_URL, request.url)
    try set(CURLOPT_PROTOCOLS_STR, "http,https")
    try set(CURLOPT_USERAGENT, options.userAgent)
    try check(unsafe CCurl_setopt_list(handle, CURLOPT_HTTPHEADER, headers.list))
    try set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.wholeMilliseconds)
    try set(CURLOPT_SSLVERSION, CCurl_tls_1_2)
    if let file = options.caFile { try set(CURLOPT_CAINFO, file) }
    if let folder = options.caFolder { try set(CURLOPT_CAPATH, folder) }
    if options.keepsCertificate { try set(CURLOPT_CERTINFO, 1) }
    try setProxy(options)
    try setHabits()
  }

  /// Names the proxy, or none, so that libcurl does not look for one itself.
  private func setProxy(_ options: TransferOptions) throws(CurlFailure) {
    try set(CURLOPT_NOPROXY, "")
    try set(CURLOPT_PROXY, proxy?.url ?? "")
    guard let proxy else { return }
    if let secret = proxy.userInformation { try set(CURLOPT_PROXYUSERPWD, secret) }
    guard proxy.scheme == .https else { return }
    try set(CURLOPT_PROXY_SSLVERSION, CCurl_tls_1_2)
    if let file = options.caFile { try set(CURLOPT_PROXY_CAINFO, file) }
    if let folder = options.caFolder { try set(CURLOPT_PROXY_CAPATH, folder) }
  }

  private func setHabits() throws(CurlFailure) {
    // Redirects are followed by ``HTTPExchange``, which knows where the token may go.
    try set(CURLOPT_FOLLOWLOCATION, 0)
    // One transfer to a connection: a paused one does not hold others back, and a broken connection
    // ends only one.
    try set(CURLOPT_HTTP_VERSION, CCurl_http_1_1)
    try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    try set(CURLOPT_NOSIGNAL, 1)
    try set(CURLOPT_TCP_KEEPALIVE, 1)
    try set(CURLOPT_TCP_KEEPIDLE, 30)
    try set(CURLOPT_TCP_KEEPINTVL, 15)
    // The platform may move: its name is resolved again for every connection, and a connection that
    // has been idle for longer than it takes to read the next page may lead nowhere any more.
    try set(CURLOPT_DNS_CACHE_TIMEOUT, 0)
    try set(CURLOPT_MAXAGE_CONN, 5)
    // Without it the end of a transfer waits for the resolver's thread.
    try set(CURLOPT_QUICK_EXIT, 1)
  }

  private func set(_ kind: TransferKind) throws(CurlFailure) {
    switch kind {
    case .stream:
      // A connection of the pool may have broken together with the last stream.
      try set(CURLOPT_FRESH_CONNECT, 1)
      try set(CURLOPT_FORBID_REUSE, 1)
      // Over plain HTTP a rush, as after a reconnect, takes a quarter of the reads. It is handed on in
      // pieces of 16 KiB all the same.
      try set(CURLOPT_BUFFERSIZE, 65_536)
    case .read(let limit, let isFresh):
      try set(CURLOPT_TIMEOUT_MS, limit.wholeMilliseconds)
      try set(CURLOPT_FRESH_CONNECT, isFresh ? 1 : 0)
    case .connectOnly:
      // Not FORBID_REUSE, which would hang up as soon as the connection stands.
      try set(CURLOPT_FRESH_CONNECT, 1)
      try set(CURLOPT_CONNECT_ONLY, 1)
      // What is sent is no HTTP that a proxy could read.
      try set(CURLOPT_HTTPPROXYTUNNEL, 1)
    }
  }
}

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

/// Reading and writing over a connection that libcurl has only made.
extension CurlEasy {
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

/// The header fields of a request, in the list that libcurl takes. It must live as long as the
/// handle that uses it.
@safe
private final class CurlHeaderList {
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  /// Takes fields as `Name: value`.
  init(_ fields: [String]) throws(CurlFailure) {
    for field in fields {
      // libcurl copies the string, and leaves the list as it was when it cannot.
      guard let longer = unsafe curl_slist_append(list, field) else {
        throw CurlFailure.library(CURLE_OUT_OF_MEMORY.words)
      }
      unsafe list = longer
    }
  }

  deinit {
    unsafe curl_slist_free_all(list)
  }
}
