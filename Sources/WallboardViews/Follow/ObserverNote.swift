import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Puts the state of a followed call's connection into words.
struct ObserverNoteMaker: RegionMaker {
  let context: FrameContext

  private var story: StoryWords { StoryWords(context: context) }

  func note(of observation: Observation) -> ConnectionNote {
    var note = connection(of: observation)
    note.detail = note.detail ?? story.problem(of: observation)
    return note
  }

  private func connection(of observation: Observation) -> ConnectionNote {
    if let ending = observation.ending {
      return ConnectionNote(
        state: StyledText("\(glyphs.hollowDot) \(ending.sentence)", .ended), detail: nil)
    }
    if observation.isStoryAlone {
      return ConnectionNote(state: StyledText("\(glyphs.hollowDot) over", .ended), detail: nil)
    }
    switch observation.phase {
    case .connecting(let attempt):
      return ConnectionNote(
        state: StyledText("\(glyphs.halfDot) connecting", .connectionConnecting),
        detail: attempt > 1 ? "connecting, attempt \(attempt)" : nil)
    case .open:
      return ConnectionNote(
        state: isReplay
          ? StyledText("\(glyphs.filledDot) recorded\(quiet(observation))", .notice)
          : StyledText("\(glyphs.filledDot) live\(quiet(observation))", .connectionLive))
    case .waiting(let until, let attempt, let reason):
      return ConnectionNote(
        state: StyledText(
          "\(glyphs.warning) retry in \(Durations.countdown(to: until, from: live.now)) s",
          .connectionRetrying),
        detail: advised("r connects now (attempt \(attempt))", reason))
    case .refused(let reason):
      return stopped("refused", reason, "check the token and its rights, then press r")
    case .notFound(let reason): return stopped("not found", reason, "r looks again")
    case .stopped(let reason): return stopped("stopped", reason, "r starts again")
    case .ended:
      return ConnectionNote(
        state: StyledText("\(glyphs.hollowDot) feed ended", .ended),
        detail: "The platform closed the feed without saying how the call ended")
    }
  }

  /// How long nothing was heard, if that is worth a word; in steps, so that it does not tick.
  private func quiet(_ observation: Observation) -> String {
    let age = observation.lastHeardAt.map { live.now.seconds(since: $0) } ?? 0
    guard age >= Self.shortestQuiet else { return "" }
    return ", quiet \(Durations.stepped(age))"
  }

  /// In seconds: people pause that long while they speak.
  private static let shortestQuiet: Int64 = 20

  private func stopped(_ word: String, _ reason: BoundedString, _ advice: String) -> ConnectionNote
  {
    ConnectionNote(
      state: StyledText("\(glyphs.failure) \(word)", .connectionRefused),
      detail: advised(advice, reason))
  }

  /// What to do and why; over a recording only why.
  private func advised(_ advice: String, _ reason: BoundedString) -> String? {
    if isReplay { return reason.isEmpty ? nil : "\(reason)" }
    return reason.isEmpty ? advice : "\(advice): \(reason)"
  }

  /// What the pane shows before the first words.
  func placeholder(for observation: Observation) -> Placeholder {
    if observation.isStoryAlone { return story.placeholder(for: observation) }
    let before = story.before(observation).capitalizedFirst + "."
    guard observation.ending == nil else {
      return Placeholder(headline: StyledText("Nothing was received from this call"))
    }
    switch observation.phase {
    case .connecting: return Placeholder(headline: StyledText("Connecting…"), explanation: before)
    case .open:
      return Placeholder(
        headline: StyledText("Connected: waiting for the first words"), explanation: before)
    case .waiting, .stopped: return placeholder("Not connected", observation)
    case .refused: return placeholder("Following was refused", observation)
    case .notFound: return placeholder("The platform does not know this call", observation)
    case .ended: return placeholder("The feed ended without a word", observation)
    }
  }

  private func placeholder(_ headline: String, _ observation: Observation) -> Placeholder {
    Placeholder(headline: StyledText(headline), explanation: note(of: observation).detail ?? "")
  }
}
