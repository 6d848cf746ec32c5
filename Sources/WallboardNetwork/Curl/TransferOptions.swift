package import WallboardPlatform

/// What all transfers of a program have in common.
package struct TransferOptions: Sendable {
  /// Who asks. Sent to the origin of the platform's address and nowhere else.
  package var credential: Credential
  /// A file of certificates to trust beside those of the system's certificate folder.
  package var caFile: String?
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
  /// On any connection, done within so much time.
  case read(within: Duration)
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
