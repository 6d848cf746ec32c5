import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardSystem

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The board in sentences")
struct PlainTests {
  private let billing: ServiceID
  private let call: CallSID
  private let ada: OperatorID
  private let escalation: EscalationID

  init() throws {
    billing = try #require(ServiceID("svc-billing"))
    call = try #require(CallSID("CA000000000000000000000000000042ad8c"))
    ada = try #require(OperatorID("op-ada-lovelace"))
    escalation = try #require(EscalationID("esc-1"))
  }

  /// Hands over what a test has put in.
  private final class Script: Feed {
    var inputs: [Input] = []

    func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure) {
      defer { inputs = [] }
      for input in inputs { try take(input) }
    }

    func send(_ command: NetworkCommand) {}

    var now: Timestamp { Clock.now }
  }

  /// A board that is told in sentences.
  private struct Telling {
    let script = Script()
    let reader: FeedReader
    let narrator: PlainNarrator
    private var count: Int64 = 0

    init(_ mode: PrivacyMode = .desk, filter: String = "") throws {
      let privacy = Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2))
      reader = FeedReader(
        feed: script, wakeup: try Wakeup(), settings: BoardSettings(privacy: privacy))
      narrator = PlainNarrator(
        filter: PlainFilter(
          filters: try StartFilter(filter).filters, disclosure: privacy.output),
        disclosure: privacy.output, staleAfter: 45)
      reader.witness = narrator
    }

    /// What is said of these events, each a second after the other.
    mutating func tell(_ events: WorkspaceEvent..., isReplayed: Bool = false) -> [String] {
      for event in events {
        if !isReplayed { count += 1 }
        let time = Timestamp(milliseconds: 1_785_744_000_000 + count * 1_000)
        script.inputs.append(
          .received(
            ReceivedEvent(
              id: BoundedString("\(count)"), at: time, receivedAt: time, event: event,
              fingerprint: UInt64(count))))
      }
      return tell()
    }

    mutating func tell(_ inputs: Input...) -> [String] {
      script.inputs += inputs
      return tell()
    }

    private func tell() -> [String] {
      reader.next(within: 0)
      return narrator.take().map(\.text)
    }
  }

  private var started: WorkspaceEvent {
    .callStarted(
      CallStarted(
        callSID: call, direction: .known(.inbound), serviceID: billing,
        callerID: Protected("+15550123")))
  }

  private var escalated: WorkspaceEvent {
    .callEscalated(
      CallEscalated(
        callSID: call, escalationID: escalation, trigger: .known(.caller),
        reason: Protected(BoundedString("chest pain"))))
  }

  private var ended: WorkspaceEvent {
    .callEnded(
      CallEnded(
        callSID: call, direction: .known(.inbound), durationSeconds: 352.4,
        completionReason: .known(.callerHangup), escalated: true))
  }

  private var tookOver: WorkspaceEvent {
    .operatorJoinedCall(
      OperatorJoinedCall(callSID: call, operatorID: ada, mode: .known(.takeover)))
  }

  @Test("A call's way is told from its start to its end, masked")
  func masked() throws {
    var telling = try Telling()
    let key = PseudonymKey(1, 2).pseudonym(of: "+15550123")
    let name = "aller \(key) on service illing"
    #expect(telling.tell(started) == ["New inbound call: c\(name)."])
    #expect(telling.tell(escalated) == ["C\(name) wants a person (reason masked)."])
    #expect(telling.tell(tookOver) == ["Operator velace is speaking with c\(name)."])
    #expect(
      telling.tell(
        .operatorLeftCall(OperatorLeftCall(callSID: call, operatorID: ada))
      ) == ["Operator velace left c\(name)."])
    #expect(
      telling.tell(ended) == ["C\(name): call ended after 5 min 52 s, caller hung up."])
    #expect(telling.tell(ended) == [])
  }

  @Test("Who hangs up while waiting for an operator is said to have done so")
  func hungUpWaiting() throws {
    var telling = try Telling()
    _ = telling.tell(started)
    _ = telling.tell(escalated)
    let told = telling.tell(ended)
    #expect(
      told.count == 1 && told[0].hasSuffix("call ended after 5 min 52 s, hung up waiting."),
      "\(told)")
  }

  @Test("With everything open, names and reasons are said")
  func open() throws {
    var telling = try Telling(.open)
    #expect(telling.tell(started) == ["New inbound call: +15550123 on service illing."])
    #expect(
      telling.tell(escalated) == ["+15550123 on service illing wants a person (chest pain)."])
  }

  @Test("Marks that nobody can hear are words, or left out")
  func audible() {
    #expect(
      PlainWords.audible("caller 7F3A · Billing: …42ad8c failed 3×, ▒▒▒▒")
        == "caller 7F3A, Billing: 42ad8c failed 3 times, masked")
  }

  @Test("What is replayed after a reconnect is not told again")
  func replayed() throws {
    var telling = try Telling()
    #expect(telling.tell(started).count == 1)
    #expect(telling.tell(started, isReplayed: true) == [])
    #expect(telling.tell(ended).count == 1)
    #expect(telling.tell(ended, isReplayed: true) == [])
  }

  @Test("A filter is asked what is told, at a call's end too; the connection always is")
  func filtered() throws {
    var outbound = try Telling(filter: "dir:outbound")
    #expect(outbound.tell(started, escalated, ended) == [])
    let change = ConnectionChange(.open, at: Clock.now)
    #expect(outbound.tell(.connection(change)) == ["Connected: live updates are on."])
    var inbound = try Telling(filter: "dir:inbound")
    #expect(inbound.tell(started, escalated, ended).count == 3)
  }

  @Test("The connection is told once for each change")
  func connection() throws {
    var telling = try Telling()
    let now = Clock.now
    func change(_ phase: ConnectionPhase, _ seconds: Int64) -> Input {
      .connection(ConnectionChange(phase, at: now.advanced(milliseconds: seconds * 1_000)))
    }
    func waiting(_ reason: String) -> ConnectionPhase {
      .waiting(until: now, attempt: 1, reason: BoundedString(reason))
    }
    #expect(telling.tell(change(.connecting(attempt: 1), 0)) == [])
    #expect(telling.tell(change(waiting("no route"), 0)) == ["Not connected: no route."])
    #expect(telling.tell(change(.open, 0)) == ["Connected: live updates are on."])
    #expect(telling.tell(change(waiting("reset"), -90)) == ["Connection lost: reset."])
    #expect(telling.tell(change(waiting("reset"), -80)) == [])
    #expect(telling.tell(change(waiting("no route"), -70)) == ["Not connected: no route."])
    #expect(
      telling.tell(change(.open, -60)) == [
        "Connected again after 30 s; what happened in between was missed.",
        "Nothing received for 1 min: what was said may be out of date.",
      ])
    #expect(telling.tell(.heard(at: now)) == ["Live updates are back."])
  }

  @Test("A wrong clock is told once, and when it is right again")
  func clock() throws {
    var telling = try Telling()
    func change(_ standing: ClockStanding, isNews: Bool = true) -> Input {
      .clock(ClockChange(standing, isNews: isNews, at: Clock.now))
    }
    #expect(
      telling.tell(change(.wrong(seconds: -150))) == [
        "This machine's clock is 2 min 30 s behind the platform's; all times follow the platform's."
      ])
    #expect(telling.tell(change(.wrong(seconds: -150), isNews: false)) == [])
    #expect(telling.tell(change(.right)) == ["This machine's clock is right again."])
    #expect(
      telling.tell(change(.disputed(seconds: 7))) == [
        "The platform dates its answers 7 s behind this machine's clock, which is not believed;"
          + " waits may be wrong."
      ])
  }

  @Test("Callers of whom only a read tells are told of, too")
  func reads() throws {
    var telling = try Telling()
    _ = telling.tell(started)
    var found = EscalationSnapshot(callSID: call, status: .known(.requested))
    found.escalationID = escalation
    found.requestedAt = Clock.now.advanced(milliseconds: -95_000)
    let sentences = telling.tell(
      .readStarted(.escalations, at: Clock.now),
      .read(.escalations([found], isComplete: true), at: Clock.now))
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasSuffix("has been waiting for an operator for 1 min 35 s.") == true)
  }
}
