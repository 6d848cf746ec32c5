import WallboardBoard
import WallboardEvents
import WallboardScreen

/// How a followed call's story stands, in words.
struct StoryWords: RegionMaker {
  let context: FrameContext

  /// What there is of what was said before the call was heard.
  func before(_ observation: Observation) -> String {
    let story = observation.story
    if story.told != nil {
      return observation.timeline.told > 0
        ? "what was said before stands above" : "nothing was said before"
    }
    switch story.problem {
    case _ where story.isAsked: return "what was said before is being loaded"
    case .notYet where story.askAt != nil:
      return "the platform has not written down yet what was said before"
    case .notYet: return "the platform has not written down what was said before"
    case .failed: return "what was said before could not be loaded"
    case nil: return "what was said before is not shown"
    }
  }

  /// What the pane of a call that is over shows before its story.
  func placeholder(for observation: Observation) -> Placeholder {
    let story = observation.story
    switch story.problem {
    case .failed(let reason):
      return Placeholder(
        headline: StyledText("What was said could not be loaded"),
        explanation: isReplay ? "\(reason)" : "r loads it again: \(reason)")
    case .notYet where story.askAt != nil:
      return Placeholder(
        headline: StyledText("The platform has not written this call down yet"),
        explanation: "It is asked again every minute.")
    case .notYet:
      return Placeholder(headline: StyledText("The platform has no story of this call"))
    case nil where story.told != nil:
      return Placeholder(headline: StyledText("Nothing was said on this call"))
    case nil: return Placeholder(headline: StyledText("Loading what was said…"))
    }
  }

  /// What is wrong with the story of a pane that shows something; `nil` for nothing.
  func problem(of observation: Observation) -> String? {
    guard observation.isStoryMissing, case .failed(let reason) = observation.story.problem
    else { return nil }
    let words = "What was said before could not be loaded"
    return isReplay ? "\(words): \(reason)" : "\(words), r loads it again: \(reason)"
  }
}
