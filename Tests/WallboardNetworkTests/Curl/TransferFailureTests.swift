import CCurl
import Glibc
import Testing
import WallboardEvents
@testable import WallboardNetwork
import WallboardPlatform

@Suite("What a transfer that failed is told as")
struct TransferFailureTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: CURLcode
    let sentence: String
    var change: @Sendable (inout TransferFailure) throws -> Void = { _ in }

    var testDescription: String { sentence }
  }

  private func sentence(_ failure: TransferFailure) throws -> String {
    let request = try PlatformRequest(webSocket: "wss://platform.example/x")
    return failure.sentence(for: request, options: try EngineHarness.options()).string
  }

  static let cases = [
    Case(
      code: CURLE_COULDNT_RESOLVE_HOST, sentence: "No address was found for platform.example"),
    Case(
      code: CURLE_COULDNT_CONNECT, sentence: "Connection refused by platform.example:443",
      change: { $0.systemError = ECONNREFUSED }),
    Case(
      code: CURLE_COULDNT_CONNECT,
      sentence: "platform.example:443 cannot be reached; is the network up?",
      change: { $0.systemError = EHOSTUNREACH }),
    Case(
      code: CURLE_COULDNT_CONNECT,
      sentence: "No connection to platform.example:443: Connection timed out",
      change: { $0.systemError = ETIMEDOUT }),
    Case(code: CURLE_COULDNT_CONNECT, sentence: "No connection to platform.example:443"),
    Case(
      code: CURLE_OPERATION_TIMEDOUT, sentence: "platform.example:443 did not answer in time"),
    Case(
      code: CURLE_OPERATION_TIMEDOUT,
      sentence: "The proxy p.example:3128 did not answer in time",
      change: { $0.proxy = try ProxyAddress("http://p.example:3128") }),
    Case(
      code: CURLE_OPERATION_TIMEDOUT,
      sentence: "The proxy p.example:3128 could not reach platform.example:443 in time",
      change: { $0.proxy = try ProxyAddress("socks5h://p.example:3128") }),
    Case(
      code: CURLE_COULDNT_CONNECT, sentence: "Connection refused by the proxy p.example:3128",
      change: { failure in
        failure.proxy = try ProxyAddress("socks5h://p.example:3128")
        failure.systemError = ECONNREFUSED
      }),
    Case(
      code: CURLE_PROXY,
      sentence: "The proxy p.example:3128 refused to connect to platform.example:443",
      change: { failure in
        failure.proxy = try ProxyAddress("socks5h://p.example:3128")
        failure.proxyError = CURLPX_REPLY_NOT_ALLOWED
      }),
    Case(
      code: CURLE_RECV_ERROR,
      sentence: "The proxy p.example:3128 refused to connect to platform.example:443 (403)",
      change: { failure in
        failure.proxy = try ProxyAddress("http://p.example:3128")
        failure.proxyStatus = 403
      }),
    Case(
      code: CURLE_PEER_FAILED_VERIFICATION,
      sentence: "The certificate of platform.example:443 is not trusted: it has been revoked",
      change: { $0.certificateFlaw = .revoked }),
    Case(
      code: CURLE_GOT_NOTHING,
      sentence: "platform.example:443 closed the connection without an answer"),
    Case(
      code: CURLE_PARTIAL_FILE, sentence: "The connection to platform.example:443 was lost"),
    // CURLE_TOO_LARGE, which older headers do not name.
    Case(
      code: CURLcode(rawValue: 100), sentence: "The answer from platform.example:443 is too large"),
  ]

  @Test("each code has its sentence, whatever the library says", arguments: cases)
  func sentences(of row: Case) throws {
    var failure = TransferFailure(row.code)
    try row.change(&failure)
    #expect(try sentence(failure) == row.sentence)
  }

  @Test(
    "OpenSSL's numbers are flaws",
    arguments: [
      (0, .otherHost), (1, .otherHost), (2, .other(2)), (9, .notYetValid), (10, .expired),
      (18, .unknownAuthority), (19, .unknownAuthority), (20, .unknownAuthority),
      (21, .unknownAuthority), (22, .other(22)), (23, .revoked), (62, .otherHost),
      (63, .other(63)), (64, .otherHost), (-1, .other(-1)),
    ] as [(Int, CertificateFlaw)])
  func flaws(number: Int, flaw: CertificateFlaw) {
    #expect(CertificateFlaw(verifyResult: number) == flaw)
  }
}
