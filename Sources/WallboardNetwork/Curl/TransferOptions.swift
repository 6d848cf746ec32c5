package import WallboardPlatform

/// What all transfers of a program have in common.
package struct TransferOptions: Sendable {
  /// Who asks. Sent to the origin of the platform's address and nowhere else.
  package var credential: Credential
  /// A file of certificates to trust beside those of the system's certificate folder.
  package var caFile: String?
  /// A folder of certificates to trust instead of the system's, by their hashes (openssl-rehash(1)).
  package var caFolder: String?
  /// Who stands between this machine and others.
  package var proxies = ProxyEnvironment()
  /// The program and its version, as `wallboard/1.0`.
  package var userAgent: String
  /// The most time that resolving, connecting and TLS may take together.
  package var connectTimeout: Duration = .seconds(10)

  /// Options with the usual timeout.
  package init(credential: Credential, caFile: String? = nil, userAgent: String) {
    self.credential = credential
    self.caFile = caFile
    self.userAgent = userAgent
  }
}

/// How a transfer uses its connection.
enum TransferKind {
  /// On a connection of its own, for as long as it lasts.
  case stream
  /// On any connection, or a fresh one, done within so much time.
  case read(within: Duration, isFresh: Bool = false)
  /// None: libcurl connects, through proxy and TLS where they are wanted, and leaves the connection
  /// to ``CurlEasy/receive(into:)`` and ``CurlEasy/send(_:)``.
  case connectOnly

  var isConnectOnly: Bool {
    switch self {
    case .stream, .read: false
    case .connectOnly: true
    }
  }
}
