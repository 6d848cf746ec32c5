import Testing
import WallboardEvents
import WallboardNetwork

@testable import WallboardApp
@testable import WallboardPlatform

/// What is said of each thing that a probe may see, without any network.
@Suite("What the doctor says of the platform")
struct ConnectionFindingsTests {
  private let address: PlatformAddress
  private let plain: PlatformAddress

  init() throws {
    address = try PlatformAddress("https://platform.example")
    plain = try PlatformAddress("http://127.0.0.1:8787")
  }

  private func response(_ status: Int, _ body: String = "{}") -> PlatformResponse {
    PlatformResponse(
      status: status, body: Array(body.utf8), arrival: Timestamp(milliseconds: 0))
  }

  private func answer(
    _ result: Result<PlatformResponse, AttemptEnd>, at place: FailurePlace? = nil
  ) -> ProbedAnswer {
    ProbedAnswer(result: result, failurePlace: place, duration: .milliseconds(12))
  }

  @Test(
    "An answer is the platform's, or nobody's",
    arguments: [
      (200, "{}", Finding.Status.ok), (401, "", .ok), (403, "", .ok), (429, "", .warning),
      (500, "", .warning), (503, "", .warning), (404, "", .failed), (204, "", .failed),
      (200, "<html>", .failed), (200, "", .failed), (200, " \n{\"x\":1}", .ok),
    ])
  func reach(status: Int, body: String, expected: Finding.Status) {
    let finding = Finding.reach(address, answer(.success(response(status, body))))
    #expect(finding.check == .address && finding.status == expected)
    #expect((finding.cure == nil) == (expected == .ok))
    #expect(!finding.isRefusal, "the token's line says that")
  }

  @Test(
    "What fails on the way is told where it fails",
    arguments: [
      (FailurePlace.proxy, DoctorCheck.proxy), (.security, .tls), (.address, .address),
    ])
  func way(place: FailurePlace, check: DoctorCheck) {
    let finding = Finding.reach(address, answer(.failure(.transport("It broke.")), at: place))
    #expect(finding.check == check && finding.status == .failed)
    #expect(finding.words.contains("It broke") && !finding.words.hasSuffix("."))
  }

  @Test(
    "A certificate is right until a week before its end",
    arguments: [(8, Finding.Status.ok), (6, .warning), (0, .warning)])
  func certificate(days: Int, status: Finding.Status) {
    let certificate = ServerCertificate(
      issuer: "CN = R3", expiresAt: Timestamp(milliseconds: Int64(1_000 + days * 86_400) * 1_000))
    let finding = Finding.tls(address, certificate, trusts: "the system's authorities", now: 1_000)
    #expect(finding.check == .tls && finding.status == status)
    #expect(finding.words.contains("CN = R3") && finding.words.contains("1970-01-"))
  }

  @Test("Without a certificate to look at it is trusted all the same; plain HTTP is a warning")
  func noCertificate() {
    #expect(Finding.tls(address, nil, trusts: "~/ca.pem", now: 0).status == .ok)
    #expect(Finding.tls(plain, nil, trusts: "", now: 0).status == .warning)
  }

  @Test(
    "A proxy is told as it will be used",
    arguments: [
      ([:], Finding.Status.ok, "none"),
      (
        ["https_proxy": "http://ada:secret@proxy:3128"], .ok,
        "http://proxy:3128, as https_proxy says"
      ),
      (["HTTPS_PROXY": "http://p:1", "no_proxy": "example"], .ok, "none: what HTTPS_PROXY says"),
      (["HTTPS_PROXY": "htp://ada:secret@p"], .failed, "HTTPS_PROXY: "),
    ] as [([String: String], Finding.Status, String)])
  func proxy(environment: [String: String], status: Finding.Status, words: String) {
    let finding = Finding.proxy(ProxyEnvironment(environment), to: [address])
    #expect(finding.check == .proxy && finding.status == status)
    #expect(finding.words.hasPrefix(words) && !finding.words.contains("secret"))
  }

  @Test("A read that is refused names the role, and refuses the token")
  func read() throws {
    let good = ProbedRead(
      source: .surfaces, statuses: [200], end: nil, duration: .milliseconds(40))
    #expect(
      Finding.read(good)
        == .ok(
          .read, "surfaces: status 200 in 40 ms (needs surfaces:read, which viewers and above have)"
        ))
    let end = AttemptEnd.status(403, retryAfter: nil, detail: nil)
    let bad = Finding.read(
      ProbedRead(source: .services, statuses: [403], end: end, duration: .milliseconds(1)))
    #expect(bad.status == .failed && bad.isRefusal && bad.words.contains("needs Service.view"))
    let other = ProbedRead(
      source: .calls, statuses: [404, 200], end: nil, duration: .milliseconds(1_540))
    #expect(Finding.read(other).words.hasPrefix("calls: status 404, then 200 in 1.5 s"))
  }

  @Test(
    "What comes back to a handshake means something",
    arguments: [
      (ProbedObserver.open, Finding.Status.ok, false),
      (.ended(.closed(4004, reason: nil), wasOpen: true), .ok, false),
      (.ended(.closed(4029, reason: nil), wasOpen: true), .warning, false),
      (
        .ended(.attempt(.status(404, retryAfter: nil, detail: nil)), wasOpen: false), .warning,
        false
      ),
      (
        .ended(.attempt(.status(200, retryAfter: nil, detail: nil)), wasOpen: false), .failed, false
      ),
      (.ended(.attempt(.status(401, retryAfter: nil, detail: nil)), wasOpen: false), .failed, true),
      (.ended(.closed(4001, reason: nil), wasOpen: true), .failed, true),
      (.ended(.closed(3003, reason: nil), wasOpen: true), .failed, true),
      (
        .ended(.unsendableToken(UnsendableToken(characters: ["/"])), wasOpen: false), .failed, false
      ),
      (.ended(.violation("x"), wasOpen: false), .failed, false),
      (.unanswered, .failed, false),
    ])
  func observer(observer: ProbedObserver, status: Finding.Status, isRefusal: Bool) {
    let finding = Finding.observer(observer)
    #expect(finding.check == .observer && finding.status == status)
    #expect(finding.isRefusal == isRefusal)
  }

  @Test("A clock is right, wrong by so much, or nobody knows")
  func clock() {
    #expect(Finding.clock(.right).status == .ok)
    #expect(Finding.clock(nil).status == .warning)
    #expect(Finding.clock(.wrong(seconds: 3_600)).words.contains("is 1h ahead"))
    #expect(Finding.clock(.wrong(seconds: -90)).words.contains("is 1m30s behind"))
    #expect(Finding.clock(.disputed(seconds: 200_000)).words.contains("2 days earlier"))
  }
}

@Suite("What the doctor says of the stream")
struct StreamFindingsTests {
  private let refusal = AttemptEnd.status(403, retryAfter: nil, detail: nil)

  @Test("It is there when its first bytes are")
  func stream() {
    let open = StreamSighting(status: 200, firstFrame: .milliseconds(9))
    #expect(Finding.stream(open) == .ok(.stream, "status 200, first frame after 9 ms"))
    #expect(open.isOpen)
    let held = Finding.stream(StreamSighting(status: 200))
    #expect(held.status == .failed && held.cure?.contains("proxy_buffering") == true)
    let refused = Finding.stream(StreamSighting(status: 403, end: refusal))
    #expect(refused.status == .failed && refused.isRefusal)
  }

  @Test("A heartbeat comes in time, or it is told what came instead")
  func heartbeat() {
    var stream = StreamSighting(status: 200, firstFrame: .milliseconds(9))
    #expect(Finding.heartbeat(stream).status == .warning)
    #expect(Finding.heartbeat(stream).cure != nil)
    stream.events = 3
    #expect(Finding.heartbeat(stream).status == .warning && Finding.heartbeat(stream).cure == nil)
    stream.heartbeat = .seconds(8)
    #expect(Finding.heartbeat(stream) == .ok(.heartbeat, "the first after 8.0 s"))
    stream.heartbeat = nil
    stream.end = .ended(after: .seconds(3))
    #expect(Finding.heartbeat(stream).status == .failed)
  }

  @Test("It is taken up again where it was, as far as anything came")
  func resume() {
    let open = StreamSighting(status: 200, firstFrame: .milliseconds(9))
    #expect(Finding.resume(open, isAfterEvent: true).words.hasSuffix("after the last event"))
    #expect(Finding.resume(open, isAfterEvent: false).status == .ok)
    #expect(Finding.resume(StreamSighting(), isAfterEvent: true).status == .failed)
    #expect(Finding.resume(StreamSighting(end: refusal), isAfterEvent: true).status == .failed)
  }
}
