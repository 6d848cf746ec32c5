import WallboardBoard
import WallboardEvents
import WallboardScreen

/// How a followed call's connection stands, in words.
struct ObserverNote: Equatable {
  /// The word, with a mark so that colour is not needed.
  let state: StyledText
  /// What to do, then the reason, which is cut where there is no room; `nil` while there is nothing
  /// to explain.
  var detail: String?
}

/// Puts into words how a followed call is heard.
struct ObserverNoteMaker: RegionMaker {
  let context: FrameContext

  func note(of observation: Observation) -> ObserverNote {
    if let ending = observation.ending {
      return ObserverNote(
        state: StyledText("\(glyphs.hollowDot) \(ending.sentence)", .ended), detail: nil)
    }
    switch observation.phase {
    case .connecting(let attempt):
      return ObserverNote(
        state: StyledText("\(glyphs.halfDot) connecting", .connectionConnecting),
        detail: attempt > 1 ? "connecting, attempt \(attempt)" : nil)
    case .open:
      return ObserverNote(
        state: isReplay
          ? StyledText("\(glyphs.filledDot) recorded\(quiet(observation))", .notice)
          : StyledText("\(glyphs.filledDot) live\(quiet(observation))", .connectionLive))
    case .waiting(let until, let attempt, let reason):
      return ObserverNote(
        state: StyledText(
          "\(glyphs.warning) retry in \(ConnectionNoteMaker(context: context).secondsLeft(until: until)) s",
          .connectionRetrying),
        detail: advised("r connects now (attempt \(attempt))", reason))
    case .refused(let reason):
      return stopped("refused", reason, "check the token and its rights, then press r")
    case .notFound(let reason): return stopped("not found", reason, "r looks again")
    case .stopped(let reason): return stopped("stopped", reason, "r starts again")
    case .ended:
      return ObserverNote(
        state: StyledText("\(glyphs.hollowDot) feed ended", .ended),
        detail: "The platform closed the feed; how the call ended it did not say")
    }
  }

  /// How long nothing has been told, once it is worth a word; in steps, so that it does not tick.
  private func quiet(_ observation: Observation) -> String {
    let age = observation.lastHeardAt.map { live.now.seconds(since: $0) } ?? 0
    guard age >= Self.shortestQuiet else { return "" }
    return ", quiet \(age < 60 ? "\(age / 10 * 10) s" : Durations.coarse(age))"
  }

  /// Seconds for which people pause while they speak, and no more.
  private static let shortestQuiet: Int64 = 20

  private func stopped(_ word: String, _ reason: BoundedString, _ advice: String) -> ObserverNote {
    ObserverNote(
      state: StyledText("\(glyphs.failure) \(word)", .connectionRefused),
      detail: advised(advice, reason))
  }

  /// What to do, and why; of a recording only why.
  private func advised(_ advice: String, _ reason: BoundedString) -> String? {
    if isReplay { return reason.isEmpty ? nil : "\(reason)" }
    return reason.isEmpty ? advice : "\(advice): \(reason)"
  }

  /// What stands in the place of the words that have not come.
  func silence(of observation: Observation) -> Placeholder {
    let before = "What was said before is not shown."
    guard observation.ending == nil else {
      return Placeholder(headline: StyledText("Nothing was heard of this call"))
    }
    switch observation.phase {
    case .connecting: return Placeholder(headline: StyledText("Connecting…"), explanation: before)
    case .open:
      return Placeholder(
        headline: StyledText("Connected: waiting for the first words"), explanation: before)
    case .waiting, .stopped: return silence("Not connected", observation)
    case .refused: return silence("Following was refused", observation)
    case .notFound: return silence("The platform does not know this call", observation)
    case .ended: return silence("The feed ended without a word", observation)
    }
  }

  private func silence(_ headline: String, _ observation: Observation) -> Placeholder {
    Placeholder(headline: StyledText(headline), explanation: note(of: observation).detail ?? "")
  }
}
