import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct FoldPropertyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func theBoardAgreesWithItselfAfterAnything(seed: UInt64) {
    var state = WallboardState(.test)
    for (number, input) in RandomLog.inputs(4_000, seed: seed).enumerated() {
      _ = reduce(into: &state, input)
      var broken = Invariants.broken(in: state.board)
      if case .frame = input { broken += Invariants.broken(in: state.view, of: state.shown) }
      guard broken.isEmpty else {
        Issue.record("seed \(seed), after action \(number) \(input): \(broken)")
        return
      }
    }
    #expect(state.board.counts.events > 1_800)
  }

  @Test(arguments: [4, 14] as [UInt64])
  func anEventTouchesWhatItChangesUnlessItIsAName(seed: UInt64) {
    var board = Board()
    var state = WallboardState(.test)
    for (number, input) in RandomLog.inputs(4_000, seed: seed).enumerated() {
      _ = reduce(into: &state, input)
      defer { board = state.board }
      guard case .received = input, board.backgroundRevision == state.board.backgroundRevision
      else { continue }
      let (old, new) = (board, state.board)
      let isTouched =
        new.calls.allSatisfy { [nil, $1].contains(old.calls[$0]) || $1.touched == new.revision }
        && new.operators.allSatisfy {
          [nil, $1].contains(old.operators[$0]) || $1.touched == new.revision
        }
        && new.surfaces.allSatisfy {
          [nil, $1].contains(old.surfaces[$0]) || $1.touched == new.revision
        }
      #expect(isTouched, "seed \(seed), after action \(number)")
    }
  }

  @Test(arguments: [5, 6] as [UInt64])
  func theSameLogGivesTheSameState(seed: UInt64) {
    let log = RandomLog.inputs(4_000, seed: seed)
    var (first, second) = (WallboardState(.test), WallboardState(.test))
    var effects: ([[Effect]], [[Effect]]) = ([], [])
    for input in log { effects.0.append(reduce(into: &first, input)) }
    for input in log { effects.1.append(reduce(into: &second, input)) }
    let isSame = first == second && effects.0 == effects.1
    #expect(isSame)
  }

  @Test(arguments: [7, 8, 9] as [UInt64])
  func anOverlapReplayedIsCountedAndChangesNothingElse(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let log = RandomLog.events(4_000, seed: seed)
    var state = WallboardState(.test)
    for (number, input) in log.enumerated() {
      _ = reduce(into: &state, input)
      guard number % 500 == 499 else { continue }
      var expected = state
      let overlap = log[Int.random(in: 0...number, using: &random)...number]
      for replayed in overlap { _ = reduce(into: &state, replayed) }
      expected.board.counts.duplicates += overlap.count
      // Compared outside of the expectation, which would print both boards.
      let isUnchanged = state == expected
      #expect(isUnchanged, "seed \(seed), overlap of \(overlap.count) after event \(number)")
    }
  }

  @Test(arguments: [10, 11] as [UInt64])
  func noReadIsAskedForWithin30SecondsOrWhileDown(seed: UInt64) {
    var state = WallboardState(.test)
    var lastAsked: [SnapshotSource: Timestamp] = [:]
    for input in RandomLog.inputs(4_000, seed: seed) {
      let wasReadAlone = state.board.connection.isReadAlone
      let effects = reduce(into: &state, input)
      let phase = state.board.connection.phase
      // What was read before the stream was answered is read again without a pause.
      if wasReadAlone, phase == .open { lastAsked = [:] }
      guard case .network(.read(let sources))? = effects.first else { continue }
      #expect(phase == .open || phase == .unanswered)
      for source in sources {
        let asked = state.board.reads[source]?.startedAt
        if let last = lastAsked[source], let asked {
          #expect(asked.milliseconds - last.milliseconds >= 30_000)
        }
        lastAsked[source] = asked
      }
    }
    #expect(!lastAsked.isEmpty)
  }

  @Test func noMomentIsTooEarlyOrTooLate() {
    let moments = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max].map(Timestamp.init(milliseconds:))
    var events = RandomEvents(seed: 12, hasNaN: true)
    var state = WallboardState(.test)
    for _ in 0..<2_000 {
      let (at, now) = (events.pick(moments), events.pick(moments))
      let received = ReceivedEvent(id: "0", at: at, receivedAt: now, event: events.event())
      let frame = Frame(now: now, utcOffset: events.pick([.min, 0, .max]))
      let source = events.pick(SnapshotSource.allCases)
      let inputs: [Input] = [
        .received(received), .heard(at: at), .frame(frame), .intent(.showIdentifiers),
        .connection(ConnectionChange(.open, at: at)), .readStarted(source, at: at),
        .readFailed(source, reason: "503", retryAt: at, at: now),
      ]
      for input in inputs { _ = reduce(into: &state, input) }
      for call in state.board.calls.values { _ = call.escalation?.waited(at: now) }
      _ = state.board.rate.perSecond(at: at)
      #expect(Invariants.broken(in: state.board).isEmpty)
    }
  }

  @Test func everyEventHasASummaryWhateverItsNumbers() {
    var events = RandomEvents(seed: 13, hasNaN: true)
    let privacy = Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2))
    let context = SummaryContext(names: Board(), disclosure: privacy.output, for: .people)
    for _ in 0..<2_000 {
      let event = events.event()
      #expect(!event.summary(context).isEmpty)
    }
  }

  @Test func listsThatNothingFinishesAreBounded() {
    var scene = Scene()
    for number in 0...Limits.operators {
      scene.tell(.status(OperatorID(stringLiteral: "O\(number)"), .online), at: 1)
    }
    for number in 0...Limits.surfaceFields {
      scene.tell(.saved(BoundedString("\(number)"), "S"), at: 1)
    }
    for number in 0...(2 * Limits.countedNames) {
      scene.tell(.unknown(BoundedString("family\(number).event")), at: 1)
    }
    let names = (0...Limits.services).map {
      (ServiceID(stringLiteral: "V\($0)"), BoundedString("name"))
    }
    scene.read(.services(Dictionary(uniqueKeysWithValues: names)), at: 2)
    #expect(Invariants.broken(in: scene.board).isEmpty)
    #expect(scene.board.operators.count == Limits.operators)
    scene.tell(.joined("one too many", "A"), at: 3)
    #expect(Invariants.broken(in: scene.board).isEmpty)
  }
}
