import CCurl
import Glibc
import WallboardEvents
import WallboardPlatform
import WallboardSystem

/// Why a transfer did not bring a whole answer: what libcurl's codes say, and never its messages, which
/// quote addresses and the passwords in them.
struct TransferFailure: Error {
  let code: CURLcode
  /// The system's error behind it, 0 for none.
  var systemError: Int32 = 0
  var proxy: ProxyAddress?
  /// The status with which a proxy answered `CONNECT`, 0 where none was asked or it did not answer.
  var proxyStatus = 0
  /// Why a SOCKS proxy did not connect.
  var proxyError = CURLPX_OK
  /// Whether the request went out, so that the platform was reached.
  var wasSent = false
  /// What was found when the certificate was verified.
  var certificateFlaw = CertificateFlaw(verifyResult: 0)
  /// Whether the request went out on a connection that had been used before.
  var wasOnUsedConnection = false

  init(_ code: CURLcode) {
    self.code = code
  }

  /// The failure of a transfer that is over; `nil` when all went well.
  init?(_ code: CURLcode, of easy: CurlEasy) {
    guard code != CURLE_OK else { return nil }
    self.code = code
    systemError = easy.systemError
    proxy = easy.proxy
    proxyStatus = easy.proxyStatus
    proxyError = easy.proxyError
    wasSent = easy.isSent
    wasOnUsedConnection = easy.isOnUsedConnection
    certificateFlaw = CertificateFlaw(
      verifyResult: isAtProxy ? easy.proxyVerifyResult : easy.verifyResult)
  }

  /// Which part of the way to the platform failed.
  var place: FailurePlace {
    if isAtProxy || proxyStatus >= 300 { return .proxy }
    switch code {
    case CURLE_PROXY, CURLE_COULDNT_RESOLVE_PROXY: return .proxy
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
      return .security
    default: return .address
    }
  }

  /// Whether the proxy failed, or could not be reached, rather than the platform.
  private var isAtProxy: Bool {
    switch proxy {
    // TLS with the platform begins when the tunnel is there; SOCKS has codes of its own.
    case .some(let proxy) where proxy.asksForTunnel: !wasSent && proxyStatus == 0
    case .some: code == CURLE_COULDNT_CONNECT || code == CURLE_PROXY
    case nil: false
    }
  }
}

extension TransferFailure {
  /// What happened, for a supervisor.
  func sentence(for request: PlatformRequest, options: TransferOptions) -> BoundedString {
    BoundedString(
      sentence: options.credential.scrubbing(sentence(for: request.origin, options.caFile)))
  }

  private func sentence(for origin: Origin, _ caFile: String?) -> String {
    if let refusal = refusal(of: origin) { return refusal }
    let peer = isAtProxy ? proxy?.name ?? origin.place : origin.place
    return switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "No address was found for \(unknownName ?? origin.host)"
    case CURLE_COULDNT_RESOLVE_PROXY: "No address was found for the proxy \(proxy?.host ?? "")"
    case CURLE_COULDNT_CONNECT: unreachable(peer)
    case CURLE_OPERATION_TIMEDOUT: "\(peer.capitalized) did not answer in time"
    case CURLE_PEER_FAILED_VERIFICATION:
      "The certificate of \(peer) is not trusted: \(certificateFlaw.words)"
    case CURLE_SSL_CACERT_BADFILE:
      caFile.map { "The certificate file \($0) cannot be read" }
        ?? "The system's certificates cannot be read"
    case CURLE_SSL_CONNECT_ERROR:
      "No secure connection to \(peer); does it support TLS 1.2 or newer?"
    case CURLE_GOT_NOTHING: "\(peer.capitalized) closed the connection without an answer"
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR: TransferFailure.brokenOff(peer)
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
      "\(peer.capitalized) did not answer in HTTP; is the address right?"
    // Newer releases of libcurl refuse a transfer coding that they did not ask for.
    case CURLE_BAD_CONTENT_ENCODING:
      "\(peer.capitalized) sent a compressed answer, which was not asked for"
    case CURLE_WRITE_ERROR, CURLE_OUT_OF_MEMORY, .tooLarge: "The answer from \(peer) is too large"
    default: "The connection to \(peer) failed: \(code.words)"
    }
  }

  /// That a connection ended in the middle of an answer.
  static func brokenOff(_ origin: Origin) -> BoundedString {
    BoundedString(sentence: brokenOff(origin.place))
  }

  private static func brokenOff(_ peer: String) -> String {
    "The connection to \(peer) was lost"
  }

  /// What a proxy answered that did not connect; `nil` where it did, or there is none.
  private func refusal(of origin: Origin) -> String? {
    guard let proxy else { return nil }
    switch proxyStatus {
    case 407: return wantsPassword(proxy)
    case 300...:
      return "\(proxy.name.capitalized) refused to connect to \(origin.place) (\(proxyStatus))"
    case 1...: return nil
    default: break
    }
    if code == CURLE_PROXY { return socksRefusal(proxy, origin) }
    // Only the proxy knows which of the two was silent.
    let isVague = code == CURLE_OPERATION_TIMEDOUT && !wasSent && !isAtProxy
    return isVague ? "\(proxy.name.capitalized) could not reach \(origin.place) in time" : nil
  }

  private func socksRefusal(_ proxy: ProxyAddress, _ origin: Origin) -> String {
    switch proxyError {
    case CURLPX_NO_AUTH, CURLPX_USER_REJECTED, CURLPX_IDENTD, CURLPX_IDENTD_DIFFER:
      wantsPassword(proxy)
    case CURLPX_REPLY_NOT_ALLOWED: "\(proxy.name.capitalized) refused to connect to \(origin.place)"
    case CURLPX_RESOLVE_HOST: "No address was found for \(origin.host)"
    case CURLPX_BAD_VERSION, CURLPX_UNKNOWN_MODE, CURLPX_BAD_ADDRESS_TYPE:
      "\(proxy.name.capitalized) is not a SOCKS proxy"
    case CURLPX_CLOSED, CURLPX_RECV_AUTH, CURLPX_RECV_CONNECT, CURLPX_RECV_REQACK,
      CURLPX_RECV_ADDRESS, CURLPX_SEND_AUTH, CURLPX_SEND_CONNECT, CURLPX_SEND_REQUEST:
      "\(proxy.name.capitalized) closed the connection"
    default: "\(proxy.name.capitalized) could not reach \(origin.place)"
    }
  }

  /// The SOCKS proxy whose name is not known: libcurl reports that like a host's. A name that such a
  /// proxy itself does not know comes as the proxy's error.
  private var unknownName: String? {
    guard let proxy, !proxy.asksForTunnel else { return nil }
    return "the proxy \(proxy.host)"
  }

  private func wantsPassword(_ proxy: ProxyAddress) -> String {
    "\(proxy.name.capitalized) wants a user name and password, or rejected those it was given"
      + (proxyStatus == 0 ? "" : " (\(proxyStatus))")
  }

  private func unreachable(_ peer: String) -> String {
    switch systemError {
    case ECONNREFUSED: "Connection refused by \(peer)"
    case EHOSTUNREACH, ENETUNREACH, ENETDOWN:
      "\(peer.capitalized) cannot be reached; is the network up?"
    case 0: "No connection to \(peer)"
    default: "No connection to \(peer): \(SystemFailure(code: systemError))"
    }
  }
}

extension CURLcode {
  /// CURLE_TOO_LARGE of libcurl 8.6: a line of a head is longer than its buffer. Before, it was
  /// CURLE_OUT_OF_MEMORY.
  fileprivate static let tooLarge = CURLcode(rawValue: 100)
}

extension String {
  /// As it stands at the beginning of a sentence.
  fileprivate var capitalized: String {
    hasPrefix("the ") ? "T" + dropFirst() : self
  }
}

extension Origin {
  /// Host and port, as sentences name it.
  var place: String { "\(host):\(port)" }
}

/// What is wrong with a certificate.
enum CertificateFlaw: Equatable {
  case notYetValid
  case expired
  case unknownAuthority
  case otherHost
  case revoked
  case other(Int)

  /// The flaw of a certificate that was refused with that number (CURLINFO_SSL_VERIFYRESULT).
  init(verifyResult: Int) {
    self =
      switch VerifyResult(rawValue: verifyResult) {
      case .notYetValid: .notYetValid
      case .hasExpired: .expired
      case .selfSigned, .selfSignedInChain, .noLocalIssuer, .unverifiableLeaf: .unknownAuthority
      case .revoked: .revoked
      // libcurl compares the names itself, before it asks for the result: it is still none, or
      // "unspecified".
      case .ok, .unspecified, .hostnameMismatch, .addressMismatch: .otherHost
      case nil: .other(verifyResult)
      }
  }

  /// OpenSSL's results of a verification that have a meaning here, from <openssl/x509_vfy.h>, which
  /// need not be installed where libcurl's header is. To other TLS libraries they mean nothing.
  private enum VerifyResult: Int {
    /// X509_V_OK
    case ok = 0
    /// X509_V_ERR_UNSPECIFIED
    case unspecified = 1
    /// X509_V_ERR_CERT_NOT_YET_VALID
    case notYetValid = 9
    /// X509_V_ERR_CERT_HAS_EXPIRED
    case hasExpired = 10
    /// X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT
    case selfSigned = 18
    /// X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN
    case selfSignedInChain = 19
    /// X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY
    case noLocalIssuer = 20
    /// X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE
    case unverifiableLeaf = 21
    /// X509_V_ERR_CERT_REVOKED
    case revoked = 23
    /// X509_V_ERR_HOSTNAME_MISMATCH
    case hostnameMismatch = 62
    /// X509_V_ERR_IP_ADDRESS_MISMATCH
    case addressMismatch = 64
  }

  /// What is wrong, and what may help.
  var words: String {
    switch self {
    case .notYetValid: "it is not valid yet; is this machine's clock right?"
    case .expired: "it has expired; is this machine's clock right?"
    case .unknownAuthority:
      "no trusted authority issued it; if it is right, add its authority with ca_file"
    case .otherHost: "it is for another host; is the address right?"
    case .revoked: "it has been revoked"
    case .other(let number): "it is not valid (OpenSSL error \(number))"
    }
  }
}
