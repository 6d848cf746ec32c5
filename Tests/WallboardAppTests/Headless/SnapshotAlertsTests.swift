import Testing
import WallboardSystem

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("Alerts without a screen")
struct SnapshotAlertsTests {
  /// A feed that hands over one batch after the other, within one second.
  private final class Script: Feed {
    private var batches: [[Input]]

    init(_ batches: [[Input]]) {
      self.batches = batches
    }

    func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure) {
      guard !batches.isEmpty else { return }
      for input in batches.removeFirst() { try take(input) }
    }

    func send(_ command: NetworkCommand) {}

    var now: Timestamp { SnapshotAlertsTests.start }
  }

  private static let start = Timestamp(milliseconds: 1_766_000_000_000)
  private static let privacy = Privacy(mode: .desk, pseudonyms: PseudonymKey(1, 2))

  /// A call at critical risk, a caller who has waited for a minute and a half, and a form.
  private func batches(reads: Int = SnapshotSource.allCases.count) throws -> [[Input]] {
    let start = Self.start
    var risk = CallSnapshot(callSID: try #require(CallSID("CA1")))
    risk.riskLevel = .known(.critical)
    var waiting = EscalationSnapshot(
      callSID: try #require(CallSID("CA2")), status: .known(.requested))
    waiting.escalationID = EscalationID("E1")
    waiting.trigger = .known(.caller)
    waiting.requestedAt = start.advanced(milliseconds: -90_000)
    var form = SurfaceSnapshot(surfaceID: try #require(SurfaceID("F1")), stage: .opened)
    form.title = "Consent to treat"
    let parts: [SnapshotPart] = [
      .services([:]), .operators([], isComplete: true), .surfaces([form], isComplete: true),
      .calls([risk, CallSnapshot(callSID: waiting.callSID)], isComplete: true),
      .escalations([waiting], isComplete: true),
    ]
    let answers = parts.prefix(reads).flatMap { part -> [Input] in
      [.readStarted(part.source, at: start), .read(part, at: start)]
    }
    return [[.connection(ConnectionChange(.open, at: start))], answers]
  }

  private func reader(_ batches: [[Input]]) throws -> FeedReader {
    FeedReader(
      feed: Script(batches), wakeup: try Wakeup(), settings: BoardSettings(privacy: Self.privacy))
  }

  private func check(_ text: String, _ batches: [[Input]], _ moment: SnapshotMode.Moment) throws
    -> HeadlessEnd
  {
    try SnapshotMode(
      reader(batches), at: moment, as: .verdict(try Check(text)),
      disclosure: Self.privacy.output
    ).run()
  }

  @Test("A check counts the alerts about what was just loaded")
  func checked() throws {
    #expect(try check("alerts==0", batches(), .complete) == .unmet)
    #expect(try check("alerts==2", batches(), .complete) == .done)
  }

  @Test("Before all has been loaded nobody knows how many there are")
  func unknown() throws {
    let moment = SnapshotMode.Moment.after(milliseconds: 20)
    #expect(try check("alerts==0", batches(reads: 2), moment) == .unknown)
    #expect(try check("alerts==0 and live>5", batches(reads: 4), moment) == .unmet)
  }

  @Test("The text begins with the alerts, and says why a call needs somebody and what a form is")
  func text() throws {
    let reader = try reader(batches())
    for _ in 0..<2 { reader.next(within: 0) }
    let lines = SnapshotText(reader.state.board, reader.state.settings, Self.privacy.output).lines
    #expect(lines[2...3] == ["", "Alerts (2)"])
    #expect(lines[4].hasPrefix("  Critical: "), "\(lines)")
    #expect(lines[4].hasSuffix("has been waiting for an operator for 1m 30s."), "\(lines)")
    #expect(lines[5].contains("is at critical risk"), "\(lines)")
    #expect(
      lines.contains { $0.contains("WAITING 1:30") && $0.hasSuffix("CA2   caller wants a person") },
      "\(lines)")
    #expect(lines.contains { $0.contains("live") && $0.contains("critical risk") }, "\(lines)")
    #expect(lines.contains { $0.contains("Consent to treat  F1") }, "\(lines)")
  }

  @Test("The text does not say that there are none before all has been loaded")
  func early() throws {
    let reader = try reader(batches())
    reader.next(within: 0)
    let lines = SnapshotText(reader.state.board, reader.state.settings, Self.privacy.output).lines
    #expect(lines.contains("Alerts: not known"))
  }

  @Test("The first summary in sentences counts the alerts that were told before it")
  func plain() throws {
    let reader = try reader(batches())
    let narrator = PlainNarrator(
      filter: PlainFilter(filters: [:], disclosure: Self.privacy.output),
      disclosure: Self.privacy.output, staleAfter: 45)
    reader.witness = narrator
    for _ in 0..<2 { reader.next(within: 0) }
    let told = narrator.take()
    let summary = try #require(told.firstIndex { $0.topic == .summary })
    #expect(told[summary].text.hasSuffix("; 2 alerts."), "\(told[summary].text)")
    #expect(told[..<summary].count { $0.topic == .alert } == 2)
  }
}
