package import WallboardEvents

/// How long each stage of a turn took, in milliseconds. What nobody tells is `nil`, and is guessed from
/// nothing else.
package struct TurnStages: Equatable, Sendable {
  package var callerSpeech: Double?
  /// From the end of what the caller said to the first that was heard of the AI's answer.
  package var answer: Double?
  package var engine: Double?
  /// Parts of the engine's time.
  package var navigation: Double?
  package var rendering: Double?
  package var firstAudio: Double?
  /// In order; at most ``Limits/turnParts``.
  package var tools: [ToolTime] = []
  package var agentSpeech: Double?

  /// How long one tool took.
  package struct ToolTime: Equatable, Sendable {
    /// `nil` where it could not be understood.
    package var name: BoundedString?
    package var milliseconds: Double
  }

  /// A turn of which nothing is known.
  package init() {}

  /// Whether anything is known but how long the caller spoke.
  var tellsAnswer: Bool {
    var silent = TurnStages()
    silent.callerSpeech = callerSpeech
    return self != silent
  }

  /// What the engine did beside its parts; all of it where they are not told, or add up to more.
  package var ownEngine: Double? {
    engine.map { max(0, partsFitEngine ? $0 - (navigation ?? 0) - (rendering ?? 0) : $0) }
  }

  private var partsFitEngine: Bool { (navigation ?? 0) + (rendering ?? 0) <= engine ?? 0 }

  /// From the end of what the caller said to the beginning of what the AI said, as far as it is known.
  package var pause: Double {
    let stages = [navigation, rendering, ownEngine, firstAudio].reduce(0) { $0 + ($1 ?? 0) }
    return max(answer ?? 0, stages + tools.reduce(0) { $0 + $1.milliseconds })
  }

  /// All of it, as far as it is known.
  package var length: Double { (callerSpeech ?? 0) + pause + (agentSpeech ?? 0) }
}

/// The turn of a followed call that goes on.
struct OpenTurn: Equatable, Sendable {
  var stages = TurnStages()
  /// Its entry, once it has one.
  var entry: EntryNumber?
}

extension TurnStages {
  /// The stages of a turn as the story tells it.
  init(_ turn: StoryTurn) {
    let times = turn.times
    callerSpeech = times.callerSpeech
    answer = times.answer
    engine = times.engine
    navigation = times.navigation
    rendering = times.rendering
    firstAudio = times.firstAudio
    tools = turn.tools.compactMap { tool in
      tool.durationMilliseconds.map { ToolTime(name: tool.name, milliseconds: $0) }
    }
    if tools.isEmpty, let length = times.tool {
      tools = [ToolTime(name: nil, milliseconds: length)]
    }
    agentSpeech = times.agentSpeech
  }

  /// Takes over what the platform measured.
  fileprivate mutating func take(_ latency: TurnLatency) {
    answer = latency.endToEndTTFBMilliseconds?.asStage
    engine = latency.engineMilliseconds?.asStage
    navigation = latency.navMilliseconds?.asStage
    rendering = latency.renderMilliseconds?.asStage
    firstAudio = latency.audioTTFBMilliseconds?.asStage
  }
}

extension Double {
  /// Nothing for what cannot be a time: no stage takes less than nothing, or a day.
  fileprivate var asStage: Double? { (0...86_400_000).contains(self) ? self : nil }
}

extension Observation {
  /// A caller has spoken, which begins a turn; where it was heard from its beginning on, it is known for
  /// how long.
  mutating func beginTurn(callerSpoke number: EntryNumber?) {
    openTurn = OpenTurn()
    openTurn.stages.callerSpeech = number.flatMap { speech($0) }
  }

  /// Notes how long the platform took to answer: this is the turn's place on the time line.
  mutating func noteLatency(_ latency: TurnLatency, at time: Timestamp, size: Int) {
    if openTurn.entry != nil { openTurn = OpenTurn() }
    openTurn.stages.take(latency)
    openTurn.entry = timeline.append(.turn(openTurn.stages), at: time, size: size)
    facts.heardSlowest.note(length: openTurn.stages)
    // Nobody waits for a greeting.
    if latency.isGreeting != true { facts.heardSlowest.note(answer: openTurn.stages, at: time) }
  }

  /// A tool of the turn is done. The time of one that another runs is within that one's.
  mutating func noteTool(_ run: ToolRun, at time: Timestamp) {
    guard let length = run.durationMilliseconds?.asStage else { return }
    let tool = TurnStages.ToolTime(name: run.name, milliseconds: length)
    facts.heardSlowest.note(tool, at: time)
    guard run.depth == 0, openTurn.stages.tools.count < Limits.turnParts else { return }
    openTurn.stages.tools.append(tool)
    updateTurn()
  }

  /// The AI has said its line, or an operator in its place, which ends the turn.
  mutating func endTurn(spoke number: EntryNumber, isAgent: Bool) {
    if isAgent {
      openTurn.stages.agentSpeech = speech(number)
      updateTurn()
    }
    openTurn = OpenTurn()
  }

  private mutating func updateTurn() {
    guard let entry = openTurn.entry else { return }
    facts.heardSlowest.note(length: openTurn.stages)
    timeline.change(entry) { [stages = openTurn.stages] in $0.content = .turn(stages) }
  }

  /// How long somebody was heard to say that: from the first to the last that came of it.
  private func speech(_ number: EntryNumber) -> Double? {
    guard let entry = timeline[number], case .utterance(let line) = entry.content,
      let end = line.endedAt, entry.at < end
    else { return nil }
    return Double(end.milliseconds(since: entry.at)).asStage
  }
}

/// The slowest of a call, slowest first; at most ``most`` of each.
package struct SlowestStages: Equatable, Sendable {
  package static let most = 3

  /// When a turn or a tool was, and how long it took in milliseconds.
  package struct Place: Equatable, Sendable {
    package var at: Timestamp
    package var milliseconds: Double
    /// Of a tool; `nil` for a turn, and for a name that could not be understood.
    package var name: BoundedString?
  }

  /// By how long the caller waited for the answer.
  package private(set) var turns: [Place] = []
  package private(set) var tools: [Place] = []
  /// In milliseconds, from end to end.
  private(set) var longestTurn = 0.0

  mutating func note(length stages: TurnStages) { longestTurn = max(longestTurn, stages.length) }

  mutating func note(answer stages: TurnStages, at time: Timestamp) {
    guard let answer = stages.answer else { return }
    Self.insert(Place(at: time, milliseconds: answer), into: &turns)
  }

  mutating func note(_ tool: TurnStages.ToolTime, at time: Timestamp) {
    Self.insert(Place(at: time, milliseconds: tool.milliseconds, name: tool.name), into: &tools)
  }

  func merging(_ other: SlowestStages) -> SlowestStages {
    var merged = self
    for place in other.turns { Self.insert(place, into: &merged.turns) }
    for place in other.tools { Self.insert(place, into: &merged.tools) }
    return merged
  }

  private static func insert(_ place: Place, into places: inout [Place]) {
    let index = places.firstIndex { $0.milliseconds < place.milliseconds } ?? places.count
    guard index < most else { return }
    places.insert(place, at: index)
    if places.count > most { places.removeLast() }
  }
}

extension SlowestStages {
  /// The slowest of a story's lines.
  init(_ lines: [StoryLines.Line]) {
    for line in lines {
      guard case .turn(let stages) = line.content else { continue }
      note(length: stages)
      note(answer: stages, at: line.at)
      for tool in stages.tools { note(tool, at: line.at) }
    }
  }
}
