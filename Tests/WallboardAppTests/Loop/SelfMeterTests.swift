import Foundation
import Testing

@testable import WallboardApp
@testable import WallboardBoard

@Suite("The meter")
struct SelfMeterTests {
  private static let second: Int64 = 1_000_000_000

  @Test("tells what was written a second, of the last whole window")
  func rates() {
    var meter = SelfMeter()
    for tick in 1...21 as ClosedRange<Int64> {
      meter.note(tick <= 11 ? 100 : 900, at: tick * Self.second)
      meter.noteFrame(at: tick * Self.second)
    }
    let words = meter.words(Board(), resident: 31 << 20, at: 22 * Self.second)
    #expect(words.hasPrefix("writes 820 B/s · 1.0 frames/s · 31 MB · 0 reconnects · 0 of"))
  }

  @Test("has an answer from the start, and knows the memory of the process")
  func start() throws {
    var meter = SelfMeter()
    let words = meter.words(Board(), at: 5)
    let memory = try #require(words.firstMatch(of: /(\d+) MB/)?.1)
    #expect(try #require(Int(memory)) > 1)
  }

  @Test("says how long a picture takes that goes in parts")
  func slowLine() {
    var meter = SelfMeter()
    meter.note(0, at: 0)
    for tick in 1...20 as ClosedRange<Int64> {
      meter.noteFrame(isWhole: false, endsRound: tick % 5 == 0, at: tick * Self.second)
    }
    #expect(meter.secondsToPicture(at: 21 * Self.second) == 5)
    let words = meter.words(Board(), resident: 0, at: 21 * Self.second)
    #expect(words.contains(" · slow line: 1 frame in 5 s · "))
    for tick in 22...50 as ClosedRange<Int64> {
      meter.noteFrame(isWhole: false, endsRound: false, at: tick * Self.second)
    }
    // None for so long.
    #expect(meter.secondsToPicture(at: 50 * Self.second) == 30)
    for tick in 51...70 as ClosedRange<Int64> { meter.noteFrame(at: tick * Self.second) }
    #expect(meter.secondsToPicture(at: 70 * Self.second) == nil)
  }
}

struct ResidentMemoryTests {
  @Test func whatNobodyWroteTo() {
    let text = """
      55d0-55d8 r-xp 00002000 fe:00 1234                       /usr/bin/wall board
      Rss:                  40 kB
      Anonymous:             0 kB
      Swap:                  0 kB
      VmFlags: rd ex mr mw me sd
      55d8-55d9 r--p 0000a000 fe:00 1234                       /usr/bin/wall board
      Anonymous:             4 kB
      Swap:                  0 kB
      55da-55db r--p 0000c000 fe:00 1234                       /usr/bin/wall board
      Anonymous:             0 kB
      Swap:                  4 kB
      55d9-55da rw-p 0000b000 fe:00 1234                       /usr/bin/wall board
      Anonymous:             0 kB
      Swap:                  0 kB
      6000-7000 rw-p 00000000 00:00 0                          [heap]
      Anonymous:            80 kB
      Swap:                  0 kB
      7ff0-7ff1 r-xp 00000000 00:00 0                          [vdso]
      Anonymous:             0 kB
      Swap:                  0 kB
      9000-9001 r-xp 00000000 fe:00 1234                       /cut/off
      Anonymous:             0 kB
      8000-7000 r-xp 00000000 fe:00 1                          /backwards
      """
    let mappings = MemoryMapping.all(in: text)
    #expect(mappings.map(\.start) == [0x55d0, 0x55d8, 0x55da, 0x55d9, 0x6000, 0x7ff0])
    #expect(mappings.map(\.length) == [8, 1, 1, 1, 0x1000, 1])
    #expect(mappings.map(\.isUnwrittenFile) == [true, false, false, false, false, false])
  }

  @Test func whatIsGivenBackComesAgain() throws {
    let content = Data((0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try content.write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let mapped = try Data(contentsOf: path, options: .alwaysMapped)
    #expect(mapped == content)
    #expect(try residentKilobytes(of: path.lastPathComponent) == 1_024)
    ResidentMemory.giveBackUnwritten()
    #expect(try residentKilobytes(of: path.lastPathComponent) == 0)
    #expect(mapped == content)
  }

  /// What smaps tells of the mapping of a file of that name.
  private func residentKilobytes(of name: String) throws -> Int? {
    let lines = try TextFile.read("/proc/self/smaps", atMost: 1 << 22).split(separator: "\n")
    let head = try #require(lines.firstIndex { $0.hasSuffix(name) })
    let line = try #require(lines[head...].first { $0.hasPrefix("Rss:") })
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}
