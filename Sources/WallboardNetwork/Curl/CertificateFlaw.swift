/// What is wrong with a certificate, by the number that OpenSSL gives it (`X509_V_ERR_…` in its
/// "x509_vfy.h"). To other libraries the numbers mean nothing.
enum CertificateFlaw: Equatable {
  case notYetValid
  case expired
  case unknownAuthority
  case otherHost
  case revoked
  case other(Int)

  /// The flaw of a certificate that was refused with that number.
  init(verifyResult: Int) {
    self =
      switch verifyResult {
      case 9: .notYetValid
      case 10: .expired
      case 18...21: .unknownAuthority
      case 23: .revoked
      // libcurl compares the names itself, before it asks for the number: it is still none (0), or
      // "unspecified".
      case 0, 1, 62, 64: .otherHost
      default: .other(verifyResult)
      }
  }

  /// What is wrong, and what may help.
  var words: String {
    switch self {
    case .notYetValid: "it is not valid yet; is this machine's clock right?"
    case .expired: "it has expired; is this machine's clock right?"
    case .unknownAuthority:
      "nobody known here vouches for it; if it is right, name its authority as ca_file"
    case .otherHost: "it is made out to another host; is the address right?"
    case .revoked: "it was revoked"
    case .other(let number): "it is not as it has to be (OpenSSL's number \(number))"
    }
  }
}
