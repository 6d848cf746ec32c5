import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardScreen
import WallboardWire

extension FuzzTarget {
  /// What a person types as a filter: an error, or something that can be asked of every row.
  static let filter = FuzzTarget(
    "filter", rounds: 300,
    seeds: [
      "state:waiting -op:none", "age > 4m and (care or not kim)",
      "wait>=1h30m dir=inbound,outbound",
      "\"facturation été\" id:ca", "!((a))", "severity:critical kind:call", "value!=85%",
    ],
    words: Panel.allCases.flatMap(\.fields).map(\.rawValue) + [
      "and ", "or ", "not ", ">=", "!=", "==", ",", "((((((((", "--------", "none", "any",
      "e\u{301}",
    ]
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let board = sampleBoard
    for panel in Panel.allCases {
      do throws(FilterError) {
        let filter = try Filter(text, for: panel)
        try? require(filter.fits(panel), "a filter of a panel does not fit it")
        for row in board.rows(of: panel) {
          _ = board.passes(row, filter, of: panel, Samples.privacy(.desk).output)
        }
      } catch {
        guard error.description.isEmpty else { continue }
        throw Finding(description: "no reason is given")
      }
    }
  }

  /// A terminal's input: the same keys however it is cut; nothing that was pasted steers anything.
  static let keys = FuzzTarget(
    "keys", rounds: 2_000,
    seeds: [
      "q", "\u{1B}[<0;10;5M\u{1B}[<65;80;24M", "\u{1B}[200~age>5m\u{1B}[201~", "\u{1B}OP\u{1B}[15~",
      "\u{1B}]11;rgb:0/0/0\u{1B}\\q", "\u{1B}P>|tmux\u{1B}\\", "\u{1B}[M !\"", "\u{1B}\u{1B}x",
      "日本é\u{7F}\r", "\u{1B}[1;5C\u{1B}[[A", "\u{1B}[97:65:97;2:1;65u\u{1B}[27;5;99~",
      "\u{1B}[57399;129:3u\u{1B}[0;;20320:22909u",
    ],
    words: [
      "\u{1B}[", "\u{1B}[<", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]", "\u{1B}\\", "\u{1B}O", ";",
      ":", "u",
    ]
  ) { bytes in
    let reading = try Cuts.agree(on: bytes, KeyReading.init)
    try requireKeysOfSlowLine(bytes)
    // Escape may stand for itself in front of each byte, and a paste may end without one.
    try require(reading.keys.count <= bytes.count + 1, "more keys than bytes")
    for case .paste(let text) in reading.keys {
      let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
      try require(isPlain && !text.isEmpty && text.utf8.count <= 4_096, "a paste that steers")
    }
  }

  /// Whatever is given up between two pieces: nothing traps, is held back for ever, or comes of nothing.
  private static func requireKeysOfSlowLine(_ bytes: [UInt8]) throws {
    for length in 1...3 {
      var decoder = KeyDecoder()
      var (keys, rest) = (0, bytes[...])
      while !rest.isEmpty {
        keys += decoder.decode(Array(rest.prefix(length)), after: .milliseconds(40)).count
        rest = rest.dropFirst(length)
        keys += decoder.giveUpAll().count
        try require(decoder.patience, is: nil, "something is waited for though it was given up")
      }
      try require(keys <= bytes.count, "more keys than bytes")
    }
  }

  /// Headers and other short values.
  static let values = FuzzTarget(
    "values", rounds: 1_500,
    seeds: [
      "120", "Fri, 31 Dec 1999 23:59:59 GMT", "Friday, 31-Dec-99 23:59:59 GMT", "1h30m", "250ms",
      "Fri Dec 31 23:59:59 1999", "2026-08-03T10:00:00.123+02:00", "https://host:8443/prefix/",
      "http://[::1]:80", "text/event-stream; charset=utf-8", "wss://host/",
      #"{"detail":[{"loc":["body",1],"msg":"no"}]}"#, #"{"detail":{"message":"no"}}"#,
      "00000000-0000-4000-8000-000000000001", "wait desc",
    ], words: jsonWords + [":", "//", "@", "%2F", "?", "#", "-", "T", "Z", "GMT"]
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let delay = RetryAfter.delay(from: text, now: 1_766_000_000) {
      try require(delay >= .zero && delay <= RetryAfter.cap, "a wait of \(delay)")
    }
    _ = (Timestamp(iso8601: text), MediaType.isEventStream(text), SortOrder(text))
    if let length = TimeLength(text) {
      try require((0...TimeLength.longest).contains(length.milliseconds), "a length of time")
    }
    if let sentence = ErrorBody.sentence(from: bytes) {
      let length = sentence.string.unicodeScalars.count
      try require(length <= BoundedString.sentenceLength, "a sentence of \(length) characters")
    }
    for address in [try? PlatformAddress(text), try? PlatformAddress(webSocket: text)] {
      guard let address else { continue }
      try require(PlatformAddress(address.description), is: address, "an address as it is written")
    }
  }

  private static let sampleBoard: Board = {
    var state = WallboardState(BoardSettings(privacy: Samples.privacy(.desk)))
    for source in SnapshotSource.allCases {
      guard let page = Samples.pages[source], let endpoints = try? Samples.endpoints() else {
        continue
      }
      var reader = SnapshotReader(source, from: endpoints)
      let answer = PlatformResponse(status: 200, body: Array(page.utf8), arrival: Samples.moment)
      // The second answer is the end of a list whose first says that there is more.
      for _ in 0..<2 {
        guard case .finished(let part) = reader.receive(answer) else { continue }
        _ = reduce(into: &state, .read(part, at: Samples.moment))
      }
    }
    return state.board
  }()
}

private struct KeyReading: Equatable {
  var keys: [Key] = []

  init(_ pieces: [[UInt8]]) throws {
    var decoder = KeyDecoder(
      sequences: KeySequences([
        (Array("\u{1B}[[A".utf8), .function(1)), (Array("\u{1B}[5^".utf8), .pageUp),
      ]))
    for piece in pieces { keys += decoder.decode(piece) }
    keys += decoder.giveUpAll()
    try require(decoder.patience, is: nil, "something is waited for though it was given up")
  }
}

extension KeyDecoder {
  /// What began the answer that is expected is given up a second time, once its end has not come late
  /// either.
  fileprivate mutating func giveUpAll() -> [Key] {
    giveUp() + (patience == nil ? [] : giveUp())
  }
}
