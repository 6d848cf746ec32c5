import CCurl
import Glibc
import WallboardCore
import WallboardPlatform

/// Why a transfer did not bring a whole answer.
struct TransferFailure: Error {
  private let code: CURLcode
  /// The system's error behind it, 0 for none.
  private let systemError: Int32
  /// The status with which a proxy answered `CONNECT`, 0 where none was asked.
  private let proxyStatus: Int
  /// What was found when the certificate was verified.
  private let verifyResult: Int
  /// What libcurl says.
  private let words: String

  /// What libcurl says about a transfer that is over; `nil` when all went well.
  init?(_ code: CURLcode, of easy: CurlEasy) {
    guard code != CURLE_OK else { return nil }
    self.code = code
    systemError = easy.systemError
    proxyStatus = easy.proxyStatus
    verifyResult = easy.verifyResult
    words = easy.errorWords.isEmpty ? code.words : easy.errorWords
  }
}

extension TransferFailure {
  /// What happened, for somebody who watches calls and not protocols.
  func sentence(for request: PlatformRequest, options: TransferOptions) -> Text {
    Text(sentence: options.credential.scrubbing(sentence(for: request.origin, options.caFile)))
  }

  private func sentence(for origin: Origin, _ caFile: String?) -> String {
    let place = origin.place
    guard proxyStatus < 300 else { return "The proxy refuses the way to \(place) (\(proxyStatus))" }
    return switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "No address is known for \(origin.host)"
    case CURLE_COULDNT_RESOLVE_PROXY: "No address is known for the proxy"
    case CURLE_COULDNT_CONNECT: unreachable(place)
    case CURLE_OPERATION_TIMEDOUT: "\(place) did not answer in time"
    case CURLE_PEER_FAILED_VERIFICATION: "The certificate of \(place) is not trusted: \(flaw)"
    case CURLE_SSL_CACERT_BADFILE: "The file of certificates \(caFile ?? "") cannot be read"
    case CURLE_SSL_CONNECT_ERROR: "No secure connection to \(place): \(words)"
    case CURLE_GOT_NOTHING: "\(place) hung up without an answer"
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      TransferFailure.brokenOff(origin).string
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: "\(place) does not speak HTTP"
    case CURLE_WRITE_ERROR, CURLE_OUT_OF_MEMORY, .tooLarge: "The answer of \(place) is too large"
    default: "The connection to \(place) failed: \(words)"
    }
  }

  /// That a connection ended in the middle of an answer.
  static func brokenOff(_ origin: Origin) -> Text {
    Text(sentence: "The connection to \(origin.place) broke off")
  }

  /// What is wrong with the certificate, and what may help.
  ///
  /// The numbers are OpenSSL's (`X509_V_ERR_…`), which mean nothing to other libraries. Where none
  /// fits, libcurl's own words have to do.
  private var flaw: String {
    switch verifyResult {
    case 9: "it is not valid yet; is this machine's clock right?"
    case 10: "it has expired; is this machine's clock right?"
    case 18, 19, 20, 21:
      "nobody known here vouches for it; if it is right, name its authority as ca_file"
    // Names are compared by libcurl itself.
    case _ where words.contains("target host name"):
      "it is made out to another host; is the address right?"
    default: words
    }
  }

  private func unreachable(_ place: String) -> String {
    switch systemError {
    case ECONNREFUSED: "Connection refused by \(place)"
    case EHOSTUNREACH, ENETUNREACH, ENETDOWN: "There is no way to \(place); is the network up?"
    default: "No connection to \(place): \(words)"
    }
  }
}

extension CURLcode {
  /// CURLE_TOO_LARGE of libcurl 8.6: a line of a head is longer than its buffer. Before, it was
  /// CURLE_OUT_OF_MEMORY.
  fileprivate static let tooLarge = CURLcode(rawValue: 100)
}

extension Origin {
  /// Host and port, for a person.
  var place: String { "\(host):\(port)" }
}
