import Testing
import WallboardEvents

@testable import WallboardApp
@testable import WallboardPlatform

@Suite("What the doctor says of the token")
struct TokenFindingsTests {
  private let key: Credential
  private let access: Credential
  private let own: WorkspaceID
  private let other: WorkspaceID

  init() throws {
    key = try Credential(token: "sk_live_secret")
    access = try Credential(token: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.secret")
    own = try #require(WorkspaceID("00000000-0000-4000-8000-000000000001"))
    other = try #require(WorkspaceID("11111111-0000-4000-8000-000000000002"))
  }

  private func finding(_ credential: Credential, _ identity: ProbedIdentity) -> Finding {
    Finding.token(credential, from: "in WALLBOARD_TOKEN", identity, now: 1_000_000)
  }

  private func expires(in seconds: Int64) -> ProbedIdentity {
    .known(expiresAt: Timestamp(milliseconds: (1_000_000 + seconds) * 1_000), own)
  }

  @Test(
    "It is told when it ends, a warning from a day before on",
    arguments: [
      (30 * 86_400, Finding.Status.ok, "expires in 30 days"),
      (86_401, .ok, "expires in 24h"), (86_400, .warning, "expires in 24h"),
      (100, .warning, "expires in 1m40s"), (0, .failed, "expired on"), (-5, .failed, "expired on"),
    ] as [(Int64, Finding.Status, String)])
  func end(seconds: Int64, status: Finding.Status, words: String) {
    let finding = finding(key, expires(in: seconds))
    #expect(finding.status == status && finding.words.contains(words), "\(finding.words)")
    #expect(finding.words.hasPrefix("in WALLBOARD_TOKEN, an API key"))
    #expect(finding.isRefusal == (status == .failed))
  }

  @Test("A key that is refused fails; of an access token nobody knows unless the stream accepts it")
  func refused() {
    #expect(finding(key, .refused("No")).isRefusal)
    let refused = finding(access, .refused("No"))
    #expect(refused.status == .warning && !refused.isRefusal)
    #expect(refused.words.contains("an access token (JWT); auth/me does not accept it: No"))
    let accepted = Finding.token(
      access, from: "in WALLBOARD_TOKEN", .refused("No"), isAccepted: true, now: 0)
    #expect(accepted.status == .ok && accepted.words.contains("the stream accepts it"))
    #expect(finding(key, .unknown("Late")).status == .warning)
    #expect(finding(access, .unknown("Late")).status == .ok)
  }

  @Test("Without the platform it is told what the token is, and an access token's own end")
  func notAsked() throws {
    #expect(finding(key, .notAsked) == .ok(.token, "in WALLBOARD_TOKEN, an API key"))
    // {"sub":"ü?>","exp":1000100.5} and {"exp":999999}
    for (claims, status, words) in [
      ("eyJzdWIiOiLDvD8-IiwiZXhwIjoxMDAwMTAwLjV9", Finding.Status.ok, "expires on 1970-01-12"),
      ("eyJleHAiOjk5OTk5OX0", .warning, "expired on 1970-01-12"),
    ] {
      let token = try Credential(token: "eyJhbGciOiJub25lIn0.\(claims).s")
      for identity in [ProbedIdentity.notAsked, .unknown("Late")] {
        let finding = finding(token, identity)
        #expect(finding.status == status && finding.words.hasSuffix("by its own words it \(words)"))
        #expect(!finding.isRefusal && (finding.cure == nil) == (status == .ok))
      }
    }
    #expect(Finding.workspace(own, from: "--workspace", .notAsked).status == .ok)
    #expect(Finding.workspace(nil, from: nil, .notAsked).status == .warning)
  }

  @Test("The workspace is the token's own, or another, or not known")
  func workspace() {
    let known = expires(in: 99_999)
    #expect(Finding.workspace(nil, from: nil, known).status == .ok)
    #expect(Finding.workspace(own, from: "--workspace", known).status == .ok)
    let wrong = Finding.workspace(other, from: "config.toml:3", known)
    #expect(wrong.status == .failed && wrong.isRefusal)
    #expect(wrong.words.contains("config.toml:3") && !wrong.words.contains(other.rawValue))
    #expect(Finding.workspace(other, from: "--workspace", .unknown("x")).status == .ok)
    #expect(Finding.workspace(nil, from: nil, .unknown("x")).status == .failed)
  }
}

@Suite("A report")
struct DoctorReportTests {
  private func report(_ findings: [Finding]) throws -> DoctorReport {
    var scrubber = ReportScrubber(environment: ["HOME": "/home/ada", "USER": "ada"])
    scrubber.hide(try Credential(token: "the-token"))
    var report = DoctorReport(scrubber: scrubber, version: "1.0")
    for finding in findings { report.append(finding) }
    return report
  }

  @Test("ends with 0, 1 where something failed, 2 where the token was refused")
  func status() throws {
    let fine: [Finding] = [.ok(.token, "x"), .warning(.tls, "y")]
    #expect(try report(fine).end.status == 0)
    #expect(try report(fine + [.failed(.clock, "z")]).end.status == 1)
    let refused = Finding.failed(.stream, "z", isRefusal: true)
    #expect(try report(fine + [.failed(.clock, "z"), refused]).end.status == 2)
  }

  @Test("has a line for each thing, and says what to do")
  func lines() throws {
    let report = try report([])
    #expect(
      report.line(of: .failed(.stream, "it is not there", cure: "look again"))
        == "failed   stream      it is not there. To do: look again")
    #expect(report.line(of: .ok(.timeZone, "UTC")) == "ok       time zone   UTC")
  }

  @Test("holds nothing private, and nothing that steers a terminal")
  func scrubbed() throws {
    let report = try report([])
    let words = "the-token in /home/ada/x and /srv/ada/y and /home/eve/z and /Users/bob \u{1B}[31m"
    let line = report.line(of: .ok(.token, words))
    for secret in ["the-token", "ada", "eve", "bob", "\u{1B}"] {
      #expect(!line.contains(secret), "\(line)")
    }
    #expect(line.contains("~/x") && line.contains("/srv/…/y"))
  }

  @Test("is one object of JSON, too")
  func json() throws {
    let report = try report([.failed(.stream, "the-token", cure: "look"), .ok(.clock, "x")])
    #expect(
      try JSONLineEncoder().line(report)
        == #"{"checks":[{"check":"stream","status":"failed","to_do":"look","what":"[token]"},"#
        + #"{"check":"clock","status":"ok","to_do":null,"what":"x"}],"#
        + #""schema":"wallboard.doctor/1","status":"failed","version":"1.0"}"#)
  }
}
