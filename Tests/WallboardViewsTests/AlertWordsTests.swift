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
}
