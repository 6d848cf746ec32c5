import Glibc
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews
import WallboardWire

extension Bench {
  /// Ten million events and a million calls through one process, then a call that is followed for a
  /// day; `short` is a tenth of the events and the same day. Ends with status 1 when the memory grew.
  static func soak(short: Bool) throws {
    let share = short ? 10 : 1
    let observed = ObserverWorkload(count: 0)
    var day = Soak()
    var call = Soak(observed.following)
    let results = [
      try day.live(through: 10_000_000 / share),
      call.hear(24 * 60 * 60 * 4, of: observed.callSID),
    ]
    results.forEach { print($0.line) }
    guard results.allSatisfy(\.isFlat) else { exit(1) }
  }
}

/// What a program that runs for weeks goes through, as fast as it can be gone through: every byte is
/// parsed, decoded and folded, and the board is drawn once for every second of its own time.
private struct Soak {
  /// By how much the memory may grow from the first reading on, in bytes.
  static let tolerance = 1 << 20
  /// How far apart the readings of the memory are, in events; at the first one everything that is
  /// bounded is full, the ``Limits/endedCallKeys`` too, of which an event in nine adds one.
  static let interval = 200_000

  private let size = Size(width: 160, height: 50)
  private var state: WallboardState
  private var painter = DashboardPainter(.benchmark)
  private var readings: [Int] = []

  init(_ state: WallboardState = WallboardState(.benchmark)) {
    self.state = state
  }

  /// Folds and draws so many workspace events; a line of figures.
  mutating func live(through events: Int) throws -> SoakResult {
    var day = EndlessDay()
    var parser = ServerSentEventParser()
    let decoder = WorkspaceEventDecoder()
    while day.events < events {
      let chunk = day.next(EndlessDay.eventsPerSecond)
      let now = Timestamp(
        milliseconds: EndlessDay.start
          + Int64(day.events / EndlessDay.eventsPerSecond) * 1000)
      try parser.feed(chunk.span) { output in
        if case .event(let block) = output { fold(decoder.decode(block, at: now)) }
      }
      draw(at: now)
      if day.events.isMultiple(of: Self.interval) { read() }
    }
    let counts = state.board.counts
    precondition(counts.events + counts.malformed == day.events && counts.duplicates == 0)
    return SoakResult(
      name: "soak", events: day.events, calls: state.board.endedCalls.count, resident: readings)
  }

  /// Hears so many messages of the call that is followed.
  mutating func hear(_ messages: Int, of callSID: CallSID) -> SoakResult {
    let decoder = ObserverEventDecoder()
    var (told, turn) = (0, 0)
    while told < messages {
      turn += 1
      for message in ObserverWorkload.turn(turn) {
        let at = ObserverWorkload.time(of: told)
        guard case .event(let event) = decoder.decode(message, of: callSID, at: at) else {
          preconditionFailure("the message is of the contract")
        }
        _ = reduce(into: &state, .observed(event))
        told += 1
        if told.isMultiple(of: 4) { draw(at: at) }
        if told.isMultiple(of: Self.interval) { read() }
      }
    }
    read()
    return SoakResult(name: "soak-observed", events: told, calls: 0, resident: readings)
  }

  private mutating func fold(_ outcome: StreamOutcome) {
    switch outcome {
    case .event(let event): _ = reduce(into: &state, .received(event))
    case .malformed(let event): _ = reduce(into: &state, .malformed(event))
    case .control: break
    }
  }

  private mutating func draw(at now: Timestamp) {
    let frame = Frame(
      now: now, visibleRows: Dashboard.layout(state, size: size).visibleRows,
      panes: painter.panePositions(state, size: size, utcOffset: 0))
    _ = reduce(into: &state, .frame(frame))
    _ = painter.draw(state, size: size, utcOffset: 0)
  }

  private mutating func read() {
    ResidentMemory.bytes.map { readings.append($0) }
  }
}

/// What a ``Soak`` ended with.
private struct SoakResult {
  let name: String
  let events: Int
  /// Calls that ended.
  let calls: Int
  /// Bytes after every ``Soak/interval`` events, and at the end.
  let resident: [Int]

  /// By how much the memory ever grew since everything that is bounded was full.
  var growth: Int { (resident.max() ?? 0) - (resident.first ?? 0) }
  var isFlat: Bool { !resident.isEmpty && growth <= Soak.tolerance }

  /// The figures, as a line of JSON.
  var line: String {
    let kilobytes = resident.map { $0 / 1024 }
    return #"{"bench":"\#(name)","events":\#(events),"calls":\#(calls),"#
      + #""resident_kb":{"settled":\#(kilobytes.first ?? 0),"max":\#(kilobytes.max() ?? 0),"#
      + #""end":\#(kilobytes.last ?? 0)},"growth_kb":\#(growth / 1024),"flat":\#(isFlat)}"#
  }
}
