import OrderedCollections
import Testing
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

struct AlertWordsTests {
  /// The sentences of a board's alerts, the most urgent first.
  private func sentences(
    _ sample: SampleBoard, _ mode: PrivacyMode = .desk
  ) -> [String] {
    var sample = sample.seen(mode)
    sample.act(.frame(Frame(now: SampleBoard.now)))
    let state = sample.state
    let disclosure = state.settings.privacy.output
    let words = AlertWords(state.board, state.settings.alerts, disclosure)
    return (state.board.alerts.ranked + state.board.alerts.history).map(words.sentence)
  }

  @Test func everyKindIsTold() throws {
    #expect(
      try sentences(.everyAlert()) == [
        "Critical: caller A855 has been waiting for an operator for 2m 31s (Billing)",
        "Critical: the call with caller A855 has lasted 48m 20s (Billing)",
        "Critical: Dana Reed has been busy without a call for 45m",
        "Critical: no call has started for 96 times the usual pause, usually every 0:30",
        "Critical: the trigger Recall, monthly failed 3 of 3 times in the last hour",
        "Warning: the data source ehr-main failed 3 of 12 times in the last hour",
        "Warning: form e-2776 has been waiting to be sent or reviewed for 43m",
        "Warning: 9 of 120 emails and voicemails were not delivered in the last hour",
      ])
  }

  @Test("A caller at risk is told with what is the matter, and by whose rule")
  func risks() throws {
    var sample = try SampleBoard.open(silence: 60)
    sample.nameServices()
    try sample.call(21, ago: 50)
    sample.settle()
    var settings = AlertSettings()
    settings.callRules["Left alone"] = CallRule(
      try CallCondition("risk:critical and op:none"), .critical, for: 20)
    let board = sample.state.board
    let words = AlertWords(board, settings, sample.state.settings.privacy.output)
    let callSID = try #require(board.calls.keys.first { _ in true })
    let told = [
      (AlertKey(.criticalRisk, .call(callSID)), 1.0), (AlertKey(.safetyConcern, .call(callSID)), 1),
      (AlertKey(.callerUpset, .call(callSID)), 75), (AlertKey(.toolsFailing, .call(callSID)), 4),
      (AlertKey(.callRule, .ruleOfCall("Left alone", callSID)), 1),
    ].map { key, value in
      Alert(
        number: 1, key: key, severity: .warning, value: value, since: SampleBoard.now,
        raisedAt: SampleBoard.now)
    }
    #expect(
      told.map(words.sentence) == [
        "Warning: caller A855 is at critical risk, and no operator is speaking with them (Billing)",
        "Warning: there is a safety concern about caller A855 (Billing)",
        "Warning: caller A855 has been upset for 1m 15s (Billing)",
        "Warning: tools have failed 4× in the call with caller A855 (Billing)",
        "Warning: Left alone: caller A855 (Billing)",
      ])
    #expect(told.last.map(words.threshold) == "call: risk:critical and op:none")
  }

  @Test("The threshold is the one that it is past, not the next")
  func threshold() throws {
    let board = try SampleBoard.open().state.board
    let words = AlertWords(board, AlertSettings(), BoardSettings.test.privacy.output)
    let told = [Severity.warning, .critical].map { severity in
      Alert(
        number: 1, key: AlertKey(.escalationWaiting), severity: severity, value: 26,
        since: SampleBoard.now, raisedAt: SampleBoard.now)
    }
    #expect(told.map(words.threshold) == ["warning from 0:20", "critical from 1:00"])
  }

  @Test func nobodyIsNamedOnAWall() throws {
    let told = try sentences(.alarming(), .wall).joined(separator: "\n")
    #expect(!told.contains("+1555"))
    #expect(told.contains("caller "))
    #expect(try sentences(.alarming(), .open).joined().contains("+1555"))
  }

  @Test func whatIsOverSaysSo() throws {
    let over = try sentences(.alarming()).filter { $0.hasPrefix("Over") }
    #expect(over == ["Over after 1m 35s: Caller waiting, caller 130A (After hours)"])
  }

  @Test func thatNothingIsHeardIsTold() throws {
    let stale = try sentences(.stale()).first
    #expect(stale == "Warning: nothing has been received from the platform for 1m 41s")
  }

  @Test func aRuleOfNumbersTellsWhichPartsHold() throws {
    var sample = try SampleBoard.alarming()
    try sample.add(rule: "Nobody free", "longest_wait>1m and (live>0 or texts>99)", ago: 8, 1)
    let told = sentences(sample).filter { $0.contains("Nobody free") }
    #expect(
      told == ["Critical: Nobody free: longest_wait>1m (it is 8m24s), live>0 (it is 36)"])
    try sample.add(rule: "Nobody free", "live>999", ago: 0)
    #expect(sentences(sample).last == "Over after 8s: Nobody free")
  }

  @Test func theDetailOfARuleShowsHowItIsSet() throws {
    let name = "“Free” \"\u{1B}[31m\""
    var sample = try SampleBoard.alarming()
    try sample.add(rule: name, "live>0", ago: 8, 1)
    sample.showDetail(ofAlert: name)
    let rows = Picture.draw(sample, Size(width: 120, height: 40)).rows
    for row in [
      "What             The numbers are as a rule of yours in config.toml",
      "Numbers          live 36", "Raised when      live>0, after 5s",
      #"To change it     [alerts.rules."“Free” \"␛[31m\""]"#, #"when = "live>0""#,
      #"severity = "critical""#, #"for = "5s""#,
    ] {
      #expect(rows.contains { $0.contains(row) }, "\(row) in \(rows.joined(separator: "\n"))")
    }
  }
}
