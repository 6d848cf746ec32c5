import WallboardEvents
import WallboardScreen

/// A part of a story as rows of text, which may still steer a terminal.
struct StorySection: Equatable {
  let title: String
  let columns: [String]
  var rows: [[String]] = []
}

/// A call's story for people: what is known of the call, who said what, who took part, and what was slow.
struct StorySections {
  /// How many slow turns are told.
  private static let mostSlowTurns = 5

  private let story: CallStory
  private let faults: FieldFaults
  private let service: String?
  private let disclosure: Disclosure

  init(
    _ story: CallStory, _ faults: FieldFaults, service: String?, _ disclosure: Disclosure
  ) {
    self.story = story
    self.faults = faults
    self.service = service
    self.disclosure = disclosure
  }

  /// Those that have something to tell.
  var all: [StorySection] {
    [facts] + [conversation, participants, segments, slowTurns].filter { !$0.rows.isEmpty }
  }

  private var facts: StorySection {
    let key = story.callSID?.rawValue ?? story.entityID?.rawValue
    let known: [(String, String?)] = [
      ("began", story.startedAt?.dayAndClock), ("ended", story.endedAt?.dayAndClock),
      ("lasted", story.durationSeconds?.stopwatch), ("direction", story.direction?.spoken),
      ("service", service), ("AI", story.agentName?.string),
      ("caller", story.person?.label("caller", disclosure)),
      ("how it ended", story.completionReason?.spoken ?? story.status?.spoken),
      ("last step", story.finalState?.spoken), ("steps", steps),
      ("person asked for", story.escalation.flatMap(words)),
      ("transfer", story.transfer.map(words)),
      ("safety", story.safety.flatMap(words)), ("mood", story.emotions.map(words)),
      ("quality", story.qualityScore?.hundredths),
      ("recorded", story.hasRecording.map { $0 ? "yes" : "no" }),
      ("problem", story.error?.words(disclosure)),
      ("turns", "\(story.turns.count)"), ("missing", missing),
      ("not understood", faults.isEmpty ? nil : faultWords),
    ]
    return StorySection(
      title: "Call " + (key ?? "without an ID"), columns: [],
      rows: known.compactMap { name, value in value.map { [name, $0] } })
  }

  private var steps: String? {
    story.statesVisited.isEmpty
      ? nil : story.statesVisited.map(\.spoken).joined(separator: " → ")
  }

  private var missing: String? {
    let parts = story.turns.reduce(0) { $0 + $1.missingParts }
    let words = [
      story.missingTurns > 0 ? story.missingTurns.counted("turn") : nil,
      parts > 0 ? parts.counted("tool or step", "tools or steps") : nil,
    ].compactMap(\.self)
    guard !words.isEmpty else { return nil }
    return words.joined(separator: ", ") + ": not understood, or more than are kept"
  }

  private var faultWords: String {
    "\(faults.summary): \(faults.sentences.map(\.string).joined(separator: "; "))"
  }

  private func words(_ escalation: StoryEscalation) -> String? {
    guard escalation.isAny else { return nil }
    return [
      escalation.trigger?.spoken, escalation.concept?.words(disclosure),
      escalation.requestedAt.map { "at \($0.clock)" },
      escalation.connectedAt.map { "an operator came at \($0.clock)" },
      escalation.waitSeconds.map { "after \($0.stopwatch)" },
      escalation.completedAt.map { "over at \($0.clock)" },
      escalation.status.map { "now \($0.spoken)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func words(_ transfer: StoryTransfer) -> String {
    [
      "to " + (transfer.target?.label("number", disclosure) ?? "somebody"),
      transfer.isWarm == true ? "warm" : nil, transfer.at.map { "at \($0.clock)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func words(_ safety: StorySafety) -> String? {
    guard safety.isAny else { return nil }
    return
      ([
        safety.peakConcernLevel.map { "concern level \($0)" },
        safety.concernTurnCount.map { "in \($0.counted("turn"))" }, safety.trajectory?.spoken,
      ].compactMap(\.self) + safety.concerns.compactMap { $0.concept?.words(disclosure) })
      .joined(separator: ", ")
  }

  private func words(_ emotions: Protected<StoryEmotions>) -> String {
    guard let shown = emotions.reveal(disclosure) else { return emotions.description }
    return [
      shown.dominant?.spoken, shown.finalTrend.map { "\($0.spoken) at the end" },
      shown.peakNegativeEmotion.map { "worst: \($0.spoken)" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

// MARK: - Who said what

extension StorySections {
  private var conversation: StorySection {
    var section = StorySection(title: "Who said what", columns: ["at", "who", "what"])
    for turn in story.turns { section.rows += rows(of: turn) }
    return section
  }

  private func rows(of turn: StoryTurn) -> [[String]] {
    var rows: [[String]] = []
    // Where the platform does not say when speech began, the turn's own time stands at its first line.
    var stamp = turn.at.flatMap(sinceStart)
    func add(_ start: Double?, _ who: String, _ what: String) {
      let time = start.map { ($0 / 1_000).stopwatch } ?? stamp
      stamp = nil
      rows.append([time ?? "", who, what])
    }
    if let words = turn.userTranscript {
      let who = turn.speakerRole?.spoken ?? ParticipantRole.caller.spoken
      add(turn.times.callerStart, who, words.words(disclosure))
    }
    for tool in turn.tools { add(nil, "tool", self.words(tool)) }
    for step in turn.transitions { add(nil, "step", self.words(step)) }
    if let words = turn.agentTranscript {
      add(
        turn.times.agentStart, ParticipantRole.agent.spoken,
        words.words(disclosure) + (turn.interrupted == true ? " (interrupted)" : ""))
    } else if let action = turn.agentAction {
      add(turn.times.agentStart, ParticipantRole.agent.spoken, "(\(action.words(disclosure)))")
    }
    return rows
  }

  private func sinceStart(_ time: Timestamp) -> String? {
    guard let start = story.startedAt else { return time.clock }
    return time < start ? nil : time.seconds(since: start).stopwatch
  }

  private func words(_ tool: StoryTool) -> String {
    let outcome = tool.hasFailed ? "failed" : tool.succeeded == true ? "succeeded" : "ran"
    let time = tool.durationMilliseconds.map { " after \($0.inMilliseconds)" } ?? ""
    let reason = tool.errorMessage.map { ": \($0.words(disclosure))" } ?? ""
    return "\(tool.name?.spoken ?? "a tool") \(outcome)\(time)\(tool.hasFailed ? reason : "")"
  }

  private func words(_ step: StoryTransition) -> String {
    "\(step.fromState?.spoken ?? "?") → \(step.toState?.spoken ?? "?")"
      + (step.annotation.map { ": \($0.words(disclosure))" } ?? "")
  }
}

// MARK: - People

extension StorySections {
  private var participants: StorySection {
    StorySection(
      title: "Who took part", columns: ["who", "name", "joined", "left"],
      rows: story.participants.map { person in
        let name = person.displayName ?? person.phoneNumber
        return [
          person.role?.spoken ?? "?", name?.label("participant", disclosure) ?? "",
          person.joinedAt?.clock ?? "", person.leftAt?.clock ?? "",
        ]
      })
  }

  private var segments: StorySection {
    StorySection(
      title: "While an operator spoke", columns: ["at", "who", "what"],
      rows: story.humanSegments.map { segment in
        [
          segment.at.flatMap(sinceStart) ?? "", segment.speakerRole?.spoken ?? "?",
          segment.transcript?.words(disclosure) ?? "",
        ]
      })
  }
}

// MARK: - What was slow

extension StorySections {
  /// By how long the caller waited for an answer, or else by how long the AI's engine took. A stage of
  /// which no time is known stays blank.
  private var slowTurns: StorySection {
    var timed: [(index: Int, time: Double)] = []
    for (index, turn) in story.turns.enumerated() {
      if let time = turn.times.answer ?? turn.times.engine { timed.append((index, time)) }
    }
    timed.sort { $0.time == $1.time ? $0.index < $1.index : $0.time > $1.time }
    return StorySection(
      title: "The slowest turns",
      columns: [
        "turn", "answer", "engine", "navigation", "rendering", "first audio", "slowest tool",
      ],
      rows: timed.prefix(Self.mostSlowTurns).map { row(ofSlow: story.turns[$0.index], $0.index) })
  }

  private func row(ofSlow turn: StoryTurn, _ index: Int) -> [String] {
    let times = turn.times
    let stages = [times.answer, times.engine, times.navigation, times.rendering, times.firstAudio]
    return ["\(index + 1)"] + stages.map { $0?.inMilliseconds ?? "" } + [slowestTool(of: turn)]
  }

  private func slowestTool(of turn: StoryTurn) -> String {
    let timed = turn.tools.compactMap { tool in
      tool.durationMilliseconds.map { (tool.name?.spoken ?? "a tool", $0) }
    }
    return timed.max { $0.1 < $1.1 }.map { "\($0.0) \($0.1.inMilliseconds)" }
      ?? turn.times.tool?.inMilliseconds ?? ""
  }
}

// MARK: - As text

extension StorySections {
  /// For a terminal.
  var lines: [String] {
    all.enumerated().flatMap { index, section in
      var table = TextTable(section.columns)
      for row in section.rows { table.add(row) }
      return (index == 0 ? [] : [""]) + [TextSafety.clean(section.title).marked]
        + table.lines.map { "  " + $0 }
    }
  }

  /// For a document.
  var markdown: [String] {
    all.enumerated().flatMap { index, section in
      let title = index == 0 ? "# " : "## "
      return (index == 0 ? [] : [""]) + [title + Markdown.text(section.title), ""]
        + Markdown.rows(section)
    }
  }
}

extension Markdown {
  fileprivate static func rows(_ section: StorySection) -> [String] {
    guard !section.columns.isEmpty else {
      return section.rows.map { "- " + $0.map(text).joined(separator: ": ") }
    }
    return table(section.columns, section.rows)
  }
}
