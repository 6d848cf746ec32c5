import CCurl
package import WallboardPlatform

/// What all transfers have in common.
package struct TransferOptions: Sendable {
  /// Sent to the origin of the platform's address and nowhere else.
  package var credential: Credential
  /// A file of certificates to trust beside those of the system's certificate folder.
  package var caFile: String?
  /// A folder of certificates to trust instead of the system's, by their hashes (openssl-rehash(1)).
  package var caFolder: String?
  package var proxies = ProxyEnvironment()
  /// The program and its version, as `wallboard/1.0`.
  package var userAgent: String
  /// Whether the server's certificate is kept, to be looked at.
  package var keepsCertificate = false
  /// The most time that resolving, connecting and TLS may take together.
  package var connectTimeout: Duration = .seconds(10)

  package init(credential: Credential, caFile: String? = nil, userAgent: String) {
    self.credential = credential
    self.caFile = caFile
    self.userAgent = userAgent
  }
}

/// Which connection a transfer uses, and for how long.
enum TransferKind {
  /// On a connection of its own, for as long as it lasts.
  case stream
  /// On any connection, or a fresh one, done within so much time.
  case read(within: Duration, isFresh: Bool = false)
  /// libcurl only connects, through proxy and TLS where they are wanted, and leaves the connection to
  /// ``CurlEasy/receive(into:)`` and ``CurlEasy/send(_:of:)``.
  case connectOnly

  var isConnectOnly: Bool {
    switch self {
    case .stream, .read: false
    case .connectOnly: true
    }
  }
}

/// Takes what a transfer brings. It is called while libcurl runs and must not add or remove transfers;
/// only ``finish(_:)`` is called outside.
protocol TransferReceiver: AnyObject {
  /// One line of the answer's head, its line end included.
  func receive(headerLine line: Span<UInt8>) -> TransferFlow
  /// The next bytes of the body, at most 16 KiB (CURL_MAX_WRITE_SIZE).
  func receive(body bytes: Span<UInt8>) -> TransferFlow
  /// The transfer is over; `nil` means that all of the answer came.
  func finish(_ failure: TransferFailure?)
}

/// How a transfer goes on after it has brought something.
enum TransferFlow {
  case taken
  /// Nothing was taken: the same comes again after ``CurlEasy/resume()``.
  case pause
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
