import Testing
import TestSupport
import WallboardWire

@Suite("Server-Sent Events: any bytes, cut anyhow", .inTurn)
struct ServerSentEventPropertyTests {
  /// Pieces that are likely to matter to the parser, whole or torn.
  private static let pieces: [[UInt8]] =
    [
      "data", "data:", "data: {\"a\":1}", "event: call.started", "id: 17", "id", "id: 0",
      "retry: 30",
      "retry: x", ": heartbeat 1", ":", "\n", "\n", "\n\n", "\r", "\r\n", "\r\n\r\n", " ", "\u{0}",
      "\u{FEFF}", "\u{E9}", "\u{1F4DE}", "unknown: field",
      "data: " + String(repeating: "x", count: 40),
    ].map { Array($0.utf8) } + [[0xEF], [0xBB], [0xFF], [0xF0, 0x9F], [0x80]]

  private static func stream(using generator: inout SplitMix64) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      bytes += pieces.randomElement(using: &generator) ?? []
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) where !bytes.isEmpty {
      bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
        in: 0...255, using: &generator)
    }
    return bytes
  }

  @Test("every chunking gives the same outputs and the same failure", arguments: UInt64(1)...40)
  func chunkingChangesNothing(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let bytes = Self.stream(using: &generator)
      let limit = Bool.random(using: &generator) ? 48 : 1 << 20
      let patience = Bool.random(using: &generator) ? 96 : 1 << 20
      func read(_ nextLength: () -> Int) -> Reading {
        Reading(bytes, limit: limit, patience: patience, inPiecesOf: nextLength)
      }
      let whole = read { .max }
      #expect(read { 1 } == whole)
      let most = Int.random(in: 2...17, using: &generator)
      #expect(read { .random(in: 1...most, using: &generator) } == whole)
    }
  }

  @Test("random bytes never trap", arguments: UInt64(1)...8)
  func randomBytes(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let whole = Reading(bytes, limit: 4_096)
    #expect(Reading(bytes, limit: 4_096) { 1 } == whole)
    #expect(Reading(bytes, limit: 4_096) { .random(in: 1...900, using: &generator) } == whole)
  }

  @Test("an event's fields come back out, whatever they hold", arguments: UInt64(1)...20)
  func roundTrip(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("ab: \u{E9}\u{1F4DE}\t{}\"")
    func text() -> String {
      String(
        (0..<Int.random(in: 1...20, using: &generator)).compactMap { _ in
          alphabet.randomElement(using: &generator)
        })
    }
    for _ in 0..<50 {
      let lines = (0..<Int.random(in: 1...4, using: &generator)).map { _ in text() }
      let event = ServerSentEvent(id: text(), type: text(), data: lines.joined(separator: "\n"))
      let written =
        "id: \(event.id ?? "")\nevent: \(event.type)\n"
        + lines.map { "data: \($0)\n" }.joined() + "\n"
      #expect(Reading(written).outputs == [.event(event)])
    }
  }
}
