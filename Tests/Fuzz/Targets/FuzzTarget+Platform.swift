import EventFixtures
import FoundationEssentials
import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardWire

extension FuzzTarget {
  /// Blocks of the workspace's stream: the name, the id, and the payload, on three lines. Each is an
  /// outcome, is written as one line of JSON and folded into a board.
  static let events = FuzzTarget(
    "events", rounds: 700,
    seeds: EventFixture.all.map { "\($0.name)\n1766000000000\n\($0.payload)" }
      + ["message\n\n{\"event_type\":\"surface.updated\"}", "error\n0\n{\"code\":429}"],
    words: jsonWords
  ) { bytes in
    var reader = ByteReader(bytes)
    let (type, id) = (reader.line(), reader.line())
    let data = String(decoding: reader.remainder(), as: UTF8.self)
    let outcome = WorkspaceEventDecoder().decode(
      id: id.isEmpty ? nil : id, type: type, data: data, at: Samples.moment)
    switch outcome {
    case .event(let event):
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.received(event))
    case .malformed(let event):
      try require(!event.reason.isEmpty, "no reason is given")
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.malformed(event))
    case .control: break
    }
  }

  /// Messages of an observer socket.
  static let observer = FuzzTarget(
    "observer", rounds: 700, seeds: Samples.messages, words: jsonWords
  ) { bytes in
    guard let callSID = Samples.callSID else { return }
    let outcome = ObserverEventDecoder().decode(
      String(decoding: bytes, as: UTF8.self), of: callSID, at: Samples.moment)
    switch outcome {
    case .event(let event):
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.observed(event))
    case .malformed(let event):
      try require(!event.reason.isEmpty, "no reason is given")
      try isOneLine { try EventLineEncoder($0).line(for: event) }
      try outlive(.observedMalformed(callSID, event))
    }
  }

  /// A REST read: which one, and the bodies of its answers on a line each, the last one again and
  /// again. It comes to an end.
  static let reads = FuzzTarget(
    "reads", rounds: 700,
    seeds: SnapshotSource.allCases.enumerated().map { index, source in
      "\(index)\(Samples.pages[source] ?? "")"
    },
    words: jsonWords + ["has_more", "continuation_token", "\n"]
  ) { bytes in
    var input = ByteReader(bytes)
    guard let source = input.pick(SnapshotSource.allCases) else { return }
    var reader = SnapshotReader(source, from: try Samples.endpoints())
    var body = input.bytes(upTo: UInt8(ascii: "\n"))
    for _ in 0...(4 * SnapshotReader.mostPages) {
      let answer = PlatformResponse(status: 200, body: body, arrival: Samples.moment)
      switch reader.receive(answer) {
      case .request: break
      case .finished(let part): return try outlive(.read(part, at: Samples.moment))
      case .failed: return
      }
      if !input.isAtEnd { body = input.bytes(upTo: UInt8(ascii: "\n")) }
    }
    throw Finding(description: "a read without an end")
  }

  static let jsonWords = [
    "null", "true", "1e999", "-0.0", "99999999999999999999", "1.5", "\\ud800", "\\u0000", "[[[[",
    "{\"a\":", "\"\"", "\"call_sid\":", "\"type\":", ",", "\u{202E}", "\u{1B}[2J", "\u{9B}",
  ]

  /// A line of JSON says the same to whoever reads it, and steers no terminal.
  private static func isOneLine(_ line: (Disclosure) throws -> String) throws {
    for mode in [PrivacyMode.open, .desk] {
      let text = try line(Samples.privacy(mode).output)
      let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      try require(isPlain, "a control character in \(text.debugDescription)")
      _ = try JSONValue(json: text.utf8.span, deepest: 2 * JSONReader.deepest)
    }
  }

  /// Folds it into a board on which its call is followed.
  private static func outlive(_ action: Action) throws {
    var state = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
    if let callSID = Samples.callSID { _ = reduce(into: &state, .intent(.follow(callSID))) }
    _ = reduce(into: &state, action)
    _ = reduce(into: &state, .frame(Frame(now: Samples.moment)))
    try BoardBounds.check(state)
  }
}
