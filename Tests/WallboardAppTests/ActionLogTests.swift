import Foundation
import Testing
@testable import WallboardApp
import WallboardBoard
import WallboardEvents

@Suite("The log")
struct ActionLogTests {
  @Test("tells faults of a minute up to a number, and then how many more there were")
  func faults() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      for number in 0..<50 { log.observe(fault(at: Int64(number) * 1_000)) }
      log.observe(.connection(ConnectionChange(.open, at: Timestamp(milliseconds: 59_000))))
      log.observe(fault(at: 60_000))
      let lines = try lines(of: folder + "/log")
      #expect(lines.count(where: { $0.contains("a number is missing") }) == 21)
      #expect(lines[ActionLog.faultsOfMinute].contains("notice"))
      #expect(
        lines[ActionLog.faultsOfMinute + 1].hasSuffix(
          "30 more were not understood in the minute from 1970-01-01T00:00Z"))
      #expect(lines.count == 23)
    }
  }

  @Test("tells how many more there were when the minute is over or the program ends")
  func lastFaults() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      for number in 0..<50 { log.observe(fault(at: Int64(number))) }
      log.observe(.heard(at: Timestamp(milliseconds: 59_999)))
      #expect(try lines(of: folder + "/log").count == 20)
      log.observe(.heard(at: Timestamp(milliseconds: 60_000)))
      #expect(try lines(of: folder + "/log").count == 21)
      for _ in 0..<30 { log.observe(fault(at: 61_000)) }
      log.note("ended")
      let last = try lines(of: folder + "/log").suffix(2)
      #expect(last.first?.contains("10 more were not understood in the minute from") == true)
      #expect(last.last?.hasSuffix("ended") == true)
    }
  }

  @Test("tells of a wrong clock when it is found and when it is right again, not of small steps")
  func clock() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      func observe(_ standing: ClockStanding, isNews: Bool) {
        let time = Timestamp(milliseconds: 0)
        log.observe(.clock(ClockChange(standing, isNews: isNews, step: 300, at: time)))
      }
      observe(.wrong(seconds: -150), isNews: true)
      observe(.wrong(seconds: -150), isNews: false)
      observe(.right, isNews: true)
      observe(.disputed(seconds: 90), isNews: true)
      let lines = try lines(of: folder + "/log")
      #expect(lines.count == 3)
      #expect(lines[0].hasSuffix("this machine's clock is 2m 30s behind the platform's"))
      #expect(lines[1].hasSuffix("this machine's clock is right again"))
      #expect(
        lines[2].hasSuffix(
          "the platform dates its answers 1m 30s behind this machine's clock, which is not believed"
        ))
    }
  }

  @Test("holds nothing of what an event says")
  func payloads() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      log.observe(fault(at: 0))
      log.note("began")
      let text = try String(contentsOfFile: folder + "/log", encoding: .utf8)
      #expect(text.contains("call.started was not understood: a number is missing"))
      #expect(text.contains("notice began") && !text.contains("SECRET"))
    }
  }

  @Test("tells of an event that was too large as of one that was not understood")
  func leftOut() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      for name in ["call.started", ""] {
        let event = MalformedEvent(
          id: nil, name: Text(name), receivedAt: Timestamp(milliseconds: 0), leftOut: 1_200_000)
        log.observe(.malformed(event))
      }
      let lines = try lines(of: folder + "/log")
      #expect(lines.first?.hasSuffix("call.started: an event of 1.2 MB was left out") == true)
      #expect(lines.last?.hasSuffix("an event: an event of 1.2 MB was left out") == true)
    }
  }

  @Test("tells what of a read was not understood")
  func reads() throws {
    try withTemporaryFolder { folder in
      let log = try ActionLog(path: folder + "/log")
      let notes = ReadNotes(faults: FieldFaults(["items[3].status: missing"]))
      let time = Timestamp(milliseconds: 0)
      log.observe(.read(.operators([], isComplete: true), notes, at: time))
      log.observe(.read(.operators([], isComplete: true), at: time))
      let lines = try lines(of: folder + "/log")
      #expect(lines.count == 1)
      #expect(
        lines.first?.hasSuffix(
          "the read of operators: 1 field not understood: items[3].status: missing") == true)
    }
  }

  private func fault(at milliseconds: Int64) -> Action {
    .malformed(
      MalformedEvent(
        id: nil, name: Text("call.started"), receivedAt: Timestamp(milliseconds: milliseconds),
        reason: Text("a number is missing"), data: Protected(Text("SECRET"))))
  }

  private func lines(of path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }
}
