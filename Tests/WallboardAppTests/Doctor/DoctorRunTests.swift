import TestSupport
import Testing
import WallboardScreen

@testable import WallboardApp

/// What is told where the platform is not reached: all that is known without it, in order.
@Suite("A doctor's run without a platform")
struct DoctorRunTests {
  private let port: HeldPort

  init() throws {
    port = try HeldPort()
  }

  private func findings(_ environment: [String: String]) -> [Finding] {
    let environment = ["XDG_CONFIG_HOME": "/nowhere", "WALLBOARD_TOKEN": "planted-token"]
      .merging(environment) { $1 }
    let check = SettingsCheck(flags: [:], environment: environment)
    var doctor = Doctor(check, environment: environment, version: "1", program: "1") { _ in }
    doctor.examine { TerminalFacts() }
    return doctor.report.findings
  }

  @Test("Token and workspace are told, and each check has its place")
  func notReached() throws {
    let findings = findings(["WALLBOARD_URL": "http://127.0.0.1:\(port.number)"])
    #expect(
      findings.map(\.check) == [
        .program, .settings, .proxy, .address, .token, .workspace, .stream, .terminal, .state,
        .timeZone,
      ])
    #expect(findings.contains(.ok(.token, "in WALLBOARD_TOKEN, an API key")))
    let places = try findings.map { try #require(DoctorCheck.allCases.firstIndex(of: $0.check)) }
    #expect(places == places.sorted())
  }

  @Test("A proxy that is dead, or none by its variable, has one line")
  func proxy() {
    for proxy in ["http://127.0.0.1:\(port.number)", "htp://127.0.0.1"] {
      let findings = findings([
        "https_proxy": proxy, "WALLBOARD_URL": "https://platform.invalid",
        "WALLBOARD_WORKSPACE": "00000000-0000-4000-8000-000000000001",
      ])
      #expect(findings.filter { $0.check == .proxy }.map(\.status) == [.failed], "\(findings)")
      #expect(findings.contains { $0.check == .token && $0.status == .ok })
      #expect(findings.contains { $0.check == .workspace && $0.status == .ok })
    }
  }

  @Test("A token that is not there is told after the proxy, in its place")
  func noToken() throws {
    let findings = findings(["WALLBOARD_TOKEN": ""])
    let places = try findings.map { try #require(DoctorCheck.allCases.firstIndex(of: $0.check)) }
    #expect(places == places.sorted())
    #expect(findings.contains { $0.check == .token && $0.status == .failed })
  }
}
