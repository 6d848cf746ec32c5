import Foundation
import TestSupport
import Testing
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

/// The report of the recorded hour against what its lines say, counted by rules of their own.
@Suite("The report of the recorded hour") struct HourReportTests {
  private let report: ShiftReport
  private let events: [Event]

  private struct Event {
    let at: Int64
    let name: String
    let data: [String: Any]

    func text(_ key: String) -> String { data[key] as? String ?? "" }
  }

  init() throws {
    let hour = try Data(
      contentsOf: Repository.root.appending(path: "Tests/Recordings/hour.ndjson"))
    let tape = try Tape(Array(hour))
    var player = try tape.player
    // The tape closes the file.
    withExtendedLifetime(tape) {
      player.beginReport()
      player.playToEnd()
    }
    report = try #require(player.report)
    events = try hour.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      guard let object, object["from"] as? String == "workspace", object["duplicate"] == nil
      else { return nil }
      return Event(
        at: Int64(object["id"] as? String ?? "") ?? 0, name: object["event"] as? String ?? "",
        data: object["data"] as? [String: Any] ?? [:])
    }
  }

  private func named(_ name: String) -> [Event] { events.filter { $0.name == name } }

  private func counts(_ names: [String]) -> [String: Int] {
    Dictionary(grouping: names) { $0 }.mapValues(\.count)
  }

  /// Waits as the events tell them: milliseconds, and how they ended.
  private func waits() -> (over: [(length: Int64, end: String)], open: [Int64]) {
    var asked: [String: Int64] = [:]
    var speaking: [String: Set<String>] = [:]
    var over: [(Int64, String)] = []
    for event in events {
      let (call, person) = (event.text("call_sid"), event.text("operator_id"))
      switch event.name {
      case "call.escalated":
        if speaking[call, default: []].isEmpty, asked[call] == nil { asked[call] = event.at }
      case "operator.joined_call", "operator.mode_changed":
        guard event.text("mode") == "takeover" else {
          speaking[call, default: []].remove(person)
          continue
        }
        speaking[call, default: []].insert(person)
        if let since = asked.removeValue(forKey: call) {
          over.append((event.at - since, "answered"))
        }
      case "operator.left_call": speaking[call, default: []].remove(person)
      case "call.ended":
        if let since = asked.removeValue(forKey: call) {
          over.append((event.at - since, event.text("completion_reason")))
        }
      default: break
      }
    }
    return (over, Array(asked.values))
  }

  @Test("has its calls by how they ended")
  func calls() {
    let calls = report.calls
    let ended = named("call.ended")
    #expect(calls.ended == ended.count && calls.started == named("call.started").count)
    var reasons = counts(ended.map { $0.text("completion_reason") })
    // One caller hung up while waiting.
    let hungUp = waits().over.count { $0.end == "caller_hangup" }
    #expect(hungUp == 1)
    reasons["caller_hangup", default: 0] -= hungUp
    reasons["abandoned", default: 0] += hungUp
    #expect(calls.reasons.counts == reasons && calls.hungUp == reasons["abandoned"])
    let transferred = ["transferred", "forwarded", "warm_transfer_completed"]
    #expect(calls.transferred == transferred.reduce(0) { $0 + (reasons[$1] ?? 0) })
    #expect(calls.escalatedEnds == ended.count { $0.data["escalated"] as? Bool == true })
    let lengths = ended.compactMap { $0.data["duration_seconds"] as? Double }
    #expect(abs((calls.lengths.value ?? 0) - lengths.reduce(0, +) / Double(lengths.count)) < 1e-6)
    #expect(calls.longest == lengths.max())
  }

  @Test("has its waits")
  func waited() {
    let (over, open) = waits()
    let answered = over.filter { $0.end == "answered" }
    #expect(over.count == 30 && open.count == 1)
    let waits = report.waits
    #expect(waits.count == over.count + open.count && waits.open == open.count)
    #expect(waits.answered == answered.count && waits.notKnown == 0)
    #expect(waits.hungUp == over.count { $0.end == "abandoned" || $0.end == "caller_hangup" })
    #expect(waits.unanswered == over.count { $0.end == "timeout" })
    let sum = answered.reduce(0) { $0 + $1.length }
    #expect(
      abs((waits.answers.value ?? 0) - Double(sum) / Double(answered.count) / 1_000) < 1e-6)
    let longest = over.map(\.length).max() ?? 0
    #expect(abs((waits.longest.elements.first?.wait.waited ?? 0) - longest / 1_000) <= 1)
    #expect(
      waits.longest.elements.filter { $0.wait.end == .answered }.allSatisfy { $0.answeredBy != nil }
    )
    #expect(
      report.calls.triggers.counts == counts(named("call.escalated").map { $0.text("trigger") }))
  }

  @Test("has its operators, forms and failures")
  func others() {
    let joins = counts(named("operator.joined_call").map { $0.text("operator_id") })
    for person in report.operators.all {
      #expect(person.calls == joins[person.operatorID.rawValue] ?? 0, "\(person.operatorID)")
      let sum = person.available + person.busy + person.offline + person.notKnown
      #expect(abs(sum - report.coverage.seconds * 1_000) < 1_000)
      #expect(person.speaking <= person.onCalls)
    }
    #expect(report.operators.all.count == 12)
    #expect(report.counts[.surfaceSubmitted] == named("surface.submitted").count)
    let lost = ["failed", "not_delivered"]
    let voicemails = named("channel.voicemail_status").filter { $0.text("status") != "skipped" }
    let failed =
      named("channel.email_bounced").count + named("channel.email_rejected").count
      + voicemails.count { lost.contains($0.text("status")) }
    #expect(report.failures[.deliveries].failed == failed)
    #expect(
      report.failures[.deliveries].total == named("channel.email_bounced").count
        + named("channel.email_rejected").count + named("channel.email_delivered").count
        + voicemails.count)
    #expect(report.failures[.triggers].failed == named("trigger.failed").count)
    #expect(report.counts.events == events.count)
  }

  @Test("was seen as a whole, and has the alerts that its board has")
  func seen() {
    #expect(report.coverage.gaps.count == 0)
    #expect(report.coverage.seenSeconds == report.coverage.seconds)
    #expect(report.coverage.seconds == 3_624)
    #expect(
      report.incidents.alerts.count == Set(report.incidents.alerts.elements.map(\.number)).count)
  }
}
