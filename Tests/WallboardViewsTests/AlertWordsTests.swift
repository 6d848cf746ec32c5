import OrderedCollections
import Testing
import WallboardCore
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
        "Critical: caller A855 has waited for a human for 2m 31s (Billing)",
        "Critical: caller A855 has lasted for 48m 20s (Billing)",
        "Critical: no call has started for 96 times the usual pause, usually every 0:30",
        "Critical: Dana Reed has been busy without a call for 45m",
        "Critical: the trigger Recall, monthly has failed 3 times in 10 minutes",
        "Warning: form e-2776 has waited for the house for 43m",
        "Warning: the data source ehr-main has failed once in 10 minutes",
        "Warning: messages were not delivered, once in 10 minutes",
      ])
  }

  @Test func nobodyIsNamedOnAWall() throws {
    let told = try sentences(.alarming(), .wall).joined(separator: "\n")
    #expect(!told.contains("+1555"))
    #expect(told.contains("caller "))
    #expect(try sentences(.alarming(), .open).joined().contains("+1555"))
  }

  @Test func whatIsOverSaysSo() throws {
    let over = try sentences(.alarming()).filter { $0.hasPrefix("Over") }
    #expect(over == ["Over after 1m 35s: Waits for a human, caller 130A (After hours)"])
  }

  @Test func thatNothingIsHeardIsTold() throws {
    let stale = try sentences(.stale()).first
    #expect(stale == "Warning: nothing has been heard from the platform for 1m 41s")
  }

  /// A board with a rule of a person's own.
  private func ruled(_ name: String, _ condition: String) throws -> SampleBoard {
    var sample = try SampleBoard.alarming()
    sample.state.settings.alerts.numberRules[name] = NumberRule(
      try Check(condition), .critical, for: 5)
    for ago in [8, 1] as [Int64] { sample.act(.frame(Frame(now: SampleBoard.ago(ago)))) }
    return sample
  }

  @Test func aRuleOfNumbersTellsWhichPartsHold() throws {
    var sample = try ruled("Nobody free", "longest_wait>1m and (live>0 or texts>99)")
    let told = try sentences(sample).filter { $0.contains("Nobody free") }
    #expect(told == ["?"])
    sample.state.settings.alerts.numberRules["Nobody free"] = NumberRule(try Check("live>999"))
    sample.act(.frame(Frame(now: SampleBoard.ago(0))))
    #expect(sentences(sample).last == "Over after 8s: Nobody free")
  }

  @Test func theDetailOfARuleShowsHowItIsSet() throws {
    let name = "“Free” \"\u{1B}[31m\""
    var sample = try ruled(name, "live>0").with(.focus(.alerts))
    sample.frame(
      size: Size(width: 120, height: 40), settings: Picture.settings(), at: SampleBoard.now)
    let number = try #require(
      sample.state.board.alerts.ranked.first { $0.title == name }?.number)
    sample.state.view.show(.detail(.alert(number)))
    print(Picture.draw(sample, Size(width: 120, height: 40)))
  }
}
