@testable import WallboardBoard
@testable import WallboardEvents

extension CallStory {
  /// A story that began at second 0, of turns a few seconds apart.
  static func telling(_ turns: StoryTurn...) -> CallStory {
    var story = CallStory()
    story.startedAt = second(0)
    story.turns = turns
    return story
  }

  /// The same of a call that ended then.
  func ended(at seconds: Int64) -> CallStory {
    var story = self
    story.endedAt = second(seconds)
    story.completionReason = .known(.completed)
    story.durationSeconds = Double(seconds)
    return story
  }
}

extension StoryTurn {
  /// What the caller said from one second to another, and what the AI answered; the AI speaks for a
  /// second, a second later.
  static func said(
    _ caller: BoundedString?, _ agent: BoundedString?, from start: Double, to end: Double,
    tools: [StoryTool] = []
  ) -> StoryTurn {
    var turn = StoryTurn()
    turn.userTranscript = caller.map { Protected($0) }
    turn.agentTranscript = agent.map { Protected($0) }
    turn.tools = tools
    turn.times.callerStart = caller == nil ? nil : start * 1_000
    turn.times.callerEnd = caller == nil ? nil : end * 1_000
    turn.times.agentStart = agent == nil ? nil : (end + 1) * 1_000
    turn.times.agentEnd = agent == nil ? nil : (end + 2) * 1_000
    turn.at = second(Int64(end))
    return turn
  }
}

extension StoryTool {
  static func run(_ name: BoundedString, _ id: BoundedString?, _ milliseconds: Double?) -> StoryTool
  {
    var tool = StoryTool()
    (tool.name, tool.callID, tool.durationMilliseconds, tool.succeeded) = (
      name, id, milliseconds, true
    )
    return tool
  }
}

extension Scene {
  /// The platform's answer to the question for a call's story.
  mutating func tell(
    _ story: CallStory, _ faults: FieldFaults = FieldFaults(), of call: CallSID = "A",
    at seconds: Int64
  ) {
    act(.past(.story(call, story, faults), at: second(seconds)))
  }

  mutating func tellNoStory(of call: CallSID = "A", at seconds: Int64) {
    act(.past(.noStory(call), at: second(seconds)))
  }

  /// Frames a second apart, and the stories that they ask for.
  mutating func asked(from first: Int64, to last: Int64) -> [(at: Int64, call: CallSID)] {
    (first...last).flatMap { time in
      frame(at: time).compactMap { effect in
        guard case .network(.ask(.story(let call))) = effect else { return nil }
        return (time, call)
      }
    }
  }

  /// What was said, as words alone.
  var words: [String] { story().filter { !$0.hasPrefix("turn: ") } }
}
