import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("Alarms", .fewAtATime)
struct AlarmTests {
  private func alert(_ number: UInt64, _ severity: Severity = .warning) -> Alert {
    let now = Timestamp(milliseconds: 0)
    return Alert(
      number: number, key: AlertKey(.noOperatorOnline), severity: severity, value: 1, since: now,
      raisedAt: now)
  }

  private func alarm(
    _ script: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) -> Alarm {
    var settings = AlarmSettings()
    settings.sound = .command
    settings.command = ["/bin/sh", "-c", script, "sh"] + arguments
    return Alarm(settings, environment: environment)
  }

  /// Sees to the alarm until the condition holds, and returns what it said.
  @discardableResult
  private func tend(
    _ alarm: Alarm, until holds: () -> Bool = { false }
  ) async throws -> String? {
    var problem: String?
    try await waitUntil("the alarm", lookingEvery: .milliseconds(5)) {
      problem = alarm.tend(at: 0)
      return problem != nil || holds()
    }
    return problem
  }

  private func lines(_ path: String) -> [String] {
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  private func withFile(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test("A command runs once for an incident, and learns what it is about")
  func once() async throws {
    try await withFile { path in
      let alarm = alarm(
        """
        echo "$1|$2|$WALLBOARD_ALERT_KIND|$WALLBOARD_ALERT_SENTENCE|${WALLBOARD_TOKEN-none}" >> \(path)
        """, ["{severity}: {sentence}", "{other} {"], environment: ["WALLBOARD_TOKEN": "secret"])
      for severity in [Severity.warning, .warning, .critical] {
        #expect(!alarm.raise(alert(1, severity), sentence: "nobody; $(is) \u{1B}[31mthere"))
      }
      try await tend(alarm) { !lines(path).isEmpty }
      #expect(!alarm.raise(alert(2), sentence: "again"))
      try await tend(alarm) { lines(path).count == 2 }
      let first = try #require(lines(path).first)
      #expect(first.hasPrefix("warning: nobody; $(is) "))
      #expect(first.hasSuffix("|none"))
      #expect(first.contains("|{other} {|no_operator_online|nobody; $(is) "))
      #expect(!first.contains("\u{1B}"))
    }
  }

  @Test("One command runs at a time, and not more wait than a bound")
  func oneAtATime() async throws {
    try await withFile { path in
      let gate = path + ".open"
      defer { try? FileManager.default.removeItem(atPath: gate) }
      let alarm = alarm(
        "echo begin >> \(path); while [ ! -e \(gate) ]; do sleep 0.02; done; echo end >> \(path)")
      _ = alarm.raise(alert(0), sentence: "")
      try await tend(alarm) { lines(path) == ["begin"] }
      for number in 1...20 { _ = alarm.raise(alert(UInt64(number)), sentence: "") }
      for _ in 1...20 { #expect(alarm.tend(at: 0) == nil) }
      #expect(lines(path) == ["begin"])
      _ = FileManager.default.createFile(atPath: gate, contents: nil)
      let runs = Alarm.mostWaiting + 1
      try await tend(alarm) { lines(path).count == runs * 2 }
      #expect(lines(path) == Array(repeating: ["begin", "end"], count: runs).flatMap { $0 })
    }
  }

  @Test("What is critical takes the place of a warning that waits")
  func criticalDisplacesWarning() async throws {
    try await withFile { path in
      let alarm = alarm("echo \"$1\" >> \(path)", ["{sentence}"])
      for number in 0..<UInt64(Alarm.mostWaiting) {
        _ = alarm.raise(alert(number), sentence: "warning \(number)")
      }
      _ = alarm.raise(alert(98), sentence: "one too many")
      _ = alarm.raise(alert(99, .critical), sentence: "critical")
      try await tend(alarm) { lines(path).count == Alarm.mostWaiting }
      #expect(lines(path) == (1..<Alarm.mostWaiting).map { "warning \($0)" } + ["critical"])
    }
  }

  @Test("A command that fails, is not there or does not end is told of")
  func failures() async throws {
    let failing = alarm("exit 3")
    _ = failing.raise(alert(1), sentence: "")
    #expect(try await tend(failing) == "The alarm command failed with status 3")
    var settings = AlarmSettings()
    settings.sound = .command
    settings.command = ["/nonexistent/program"]
    let missing = Alarm(settings, environment: [:])
    _ = missing.raise(alert(1), sentence: "")
    #expect(
      missing.tend(at: 0) == "The alarm command could not be started: No such file or directory")
    let endless = alarm("while :; do sleep 1; done")
    _ = endless.raise(alert(1), sentence: "")
    #expect(endless.tend(at: 0) == nil)
    #expect(endless.tend(at: Alarm.patience + 1) == nil)
    #expect(try await tend(endless) == "The alarm command was ended by signal 9")
  }

  @Test("A bell rings once for an incident; silence is silent")
  func bell() {
    var settings = AlarmSettings()
    #expect(!Alarm(settings, environment: [:]).raise(alert(1), sentence: ""))
    settings.sound = .bell
    let alarm = Alarm(settings, environment: [:])
    #expect(alarm.raise(alert(1), sentence: ""))
    #expect(!alarm.raise(alert(1, .critical), sentence: ""))
    #expect(alarm.raise(alert(2), sentence: ""))
    #expect(alarm.tend(at: 0) == nil)
  }
}
