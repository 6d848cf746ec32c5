import DequeModule
import OrderedCollections
import TestSupport
import Testing

@testable import WallboardBoard
@testable import WallboardEvents

@Suite(.inTurn)
struct AlertPropertyTests {
  /// Rules under which a random log raises much.
  private static let rules: [AlertKind: AlertRule] = Dictionary(
    uniqueKeysWithValues: AlertKind.allCases.enumerated().map { index, kind in
      (
        kind,
        AlertRule(
          warning: kind.unit == .share ? 0.1 : 1, critical: index % 3 == 0 ? nil : 40,
          for: index % 2 == 0 ? 0 : 3)
      )
    })

  /// What waits to be raised, and is not judged meanwhile, takes no room from what is.
  @Test func aSilenceIsToldHoweverMuchWaits() {
    var settings = AlertSettings()
    settings.rules[.callTooLong] = AlertRule(warning: 1, critical: nil, for: 600)
    let calls = (0..<Limits.activeAlerts).compactMap { CallSID("call \($0)") }.map { id in
      AlertFinding(
        key: AlertKey(.callTooLong, .call(id)), severity: .warning, value: 2, start: second(0),
        since: nil)
    }
    let silence = AlertFinding(
      key: AlertKey(.streamStale), severity: .warning, value: 50, start: second(0), since: nil)
    var book = Incidents()
    #expect(book.take(calls, by: settings, at: second(1), isCurrent: true).isEmpty)
    let loud = book.take([silence] + calls, by: settings, at: second(2), isCurrent: false)
    #expect(loud == [silence.key])
    #expect(book.pending.count == Limits.activeAlerts)
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func incidentsAreKeptInOrderWhateverHappens(seed: UInt64) {
    var state = WallboardState(.test)
    state.settings.alerts.rules = Self.rules
    var alarms: [UInt64: Int] = [:]
    var lastAlarm: Int64?
    _ = reduce(into: &state, .connection(ConnectionChange(.open, at: second(0))))
    for (number, input) in RandomLog.inputs(4_000, seed: seed).enumerated() {
      // Without a stream nothing is looked at but the stream.
      if case .connection = input, number % 5 > 0 { continue }
      let effects = reduce(into: &state, input)
      for case .alarm(let alerts) in effects {
        #expect(!alerts.isEmpty)
        for alert in alerts {
          alarms[alert.number, default: 0] += 1
          #expect(state.board.alerts.active[alert.key] == alert)
        }
        #expect(lastAlarm != state.board.now.seconds, "one alarm a second")
        lastAlarm = state.board.now.seconds
      }
      guard case .frame = input else { continue }
      let broken = AlertInvariants.broken(in: state.board)
      guard broken.isEmpty else {
        Issue.record("seed \(seed), after action \(number) \(input): \(broken)")
        return
      }
    }
    #expect(alarms.values.allSatisfy { $0 <= 2 }, "raised, and become critical")
    let book = state.board.alerts
    #expect(Set((book.history + book.ranked).map(\.key.kind)).count > 5)
  }

  @Test func noMomentIsTooEarlyOrTooLate() {
    let moments = [Int64.min, .min + 1, -1, 0, 1, 700_000, .max - 1, .max]
      .map(Timestamp.init(milliseconds:))
    var events = RandomEvents(seed: 24)
    var state = WallboardState(.test)
    state.settings.alerts.rules = Self.rules
    for _ in 0..<1_000 {
      let (at, now) = (events.pick(moments), events.pick(moments))
      let received = ReceivedEvent(id: "0", at: at, receivedAt: now, event: events.event())
      let inputs: [Input] = [
        .connection(ConnectionChange(.open, at: at)), .received(received),
        .read(.operators([], isComplete: false), at: at), .frame(Frame(now: now)),
        .intent(events.pick([.acknowledge, .openAlert, .back])),
      ]
      for input in inputs { _ = reduce(into: &state, input) }
      #expect(AlertInvariants.broken(in: state.board).isEmpty)
    }
  }
}

/// What holds of the alerts whatever came before.
enum AlertInvariants {
  static func broken(in board: Board) -> [String] {
    var rules = Invariants()
    let book = board.alerts
    rules.require(book.active.count <= Limits.activeAlerts, "active alerts")
    rules.require(book.history.count <= Limits.alertHistory, "history")
    rules.require(book.pending.count <= Limits.activeAlerts, "pending")
    rules.require(book.outcomes.records.count <= Limits.failingThings, "failing things")
    rules.require(Set(book.numbers).count == book.numbers.count, "each number once")
    rules.require(
      book.numbers.count == book.active.count + book.history.count, "all are listed")
    rules.require(book.active.allSatisfy { $0 == $1.key }, "each stands under its key")
    rules.require(book.active.values.allSatisfy { $0.resolvedAt == nil }, "what lasts is not over")
    rules.require(book.history.allSatisfy { $0.resolvedAt != nil }, "what is over was resolved")
    rules.require(Set(book.pending.keys).isDisjoint(with: book.active.keys), "pending or raised")
    let isOrdered = zip(book.ranked, book.ranked.dropFirst()).allSatisfy { $0.urgency < $1.urgency }
    rules.require(isOrdered, "the most urgent first")
    return rules.broken
  }
}
