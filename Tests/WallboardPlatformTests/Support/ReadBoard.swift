import Testing
import WallboardBoard
import WallboardEvents
import WallboardPlatform

/// A board that is told of events and reads in their bytes, by a stream that is open.
struct ReadBoard {
  private(set) var state = WallboardState(
    BoardSettings(privacy: Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))))
  private var time = arrival

  var board: Board { state.board }

  init() {
    act(.connection(ConnectionChange(.open, at: time)))
    act(.heard(at: time))
  }

  /// An event comes.
  mutating func tell(_ type: String, _ data: String) throws {
    time = time.advanced(milliseconds: 1_000)
    let outcome = WorkspaceEventDecoder().decode(
      id: "\(time.milliseconds)", type: type, data: data, at: time)
    guard case .event(let event) = outcome else { throw NotExpected() }
    act(.received(event))
  }

  /// A read is sent, and answered by those bodies.
  @discardableResult
  mutating func read(_ source: SnapshotSource, _ bodies: String...) throws -> [String] {
    try read(source, bodies.map { Array($0.utf8) })
  }

  @discardableResult
  mutating func read(_ source: SnapshotSource, _ bodies: [[UInt8]]) throws -> [String] {
    time = time.advanced(milliseconds: 1_000)
    act(.readStarted(source, at: time))
    var reading = try Reading(source)
    var step = SnapshotStep.request(reading.reader.request)
    for body in bodies { step = reading.answer(body) }
    guard case .finished(let part) = step else { throw NotExpected() }
    act(.read(part, reading.reader.notes, at: time))
    return reading.reader.notes.faults.sentences.map(\.string)
  }

  /// Whether the condition holds; `nil` where that is not known.
  func holds(_ condition: String) throws -> Bool? {
    switch try Check(condition).verdict(on: board, staleAfter: 60) {
    case .holds: true
    case .fails: false
    case .unknown: nil
    }
  }

  func call(_ id: String) throws -> Call? { board.calls[try #require(CallSID(id))] }

  func status(_ id: String) throws -> String? { try call(id)?.escalation?.status.word }

  private mutating func act(_ action: Action) {
    _ = reduce(into: &state, action)
  }
}
