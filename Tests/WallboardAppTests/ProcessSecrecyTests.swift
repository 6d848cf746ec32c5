import TestSupport
import Foundation
import Testing

/// What other programs of the machine learn of this one.
@Suite("The process", .fewAtATime)
struct ProcessSecrecyTests {
  @Test("writes no core file, and lets nobody of its user read its memory")
  func dumps() async throws {
    let terminal = try TmuxSession("'\(Program.path)' demo", columns: 80, rows: 24)
    try await terminal.wait(for: "LIVE")
    let folder = "/proc/\(try terminal.processID)"
    let limits = try String(contentsOfFile: folder + "/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.contains("core file") })
    #expect(core.firstMatch(of: /size\s+0\s+0\s/) != nil)
    // Of a process that may not be dumped, the system itself owns what tells of it; of one that
    // belongs to the system, too.
    if geteuid() != 0 {
      let owner = try FileManager.default.attributesOfItem(atPath: folder + "/environ")
      #expect(owner[.ownerAccountID] as? Int == 0)
    }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }
}
