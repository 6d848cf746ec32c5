/// What is told of a call afterwards. It is made of what happened on the call, before any fault and
/// whoever observed, by rules of its own: the observers' side has no part in it.
struct CallStory: Sendable {
  typealias Moment = StoryTurn.Moment

  private(set) var turns: [StoryTurn] = []
  private(set) var states: [String] = []
  private(set) var participants: [Participant] = []
  private(set) var bargeIns: [JSON] = []
  /// What was said while an operator spoke in the agent's place.
  private(set) var humanLines: [(role: JSON, words: JSON, moment: Moment)] = []
  private(set) var emotions: [JSON] = []
  /// The latest that succeeded.
  private(set) var forwarding: (target: JSON, moment: Moment)?
  private(set) var conference: JSON = nil
  private(set) var peakEmpathy = 0
  private(set) var empathicTurns = 0
  private var isTakenOver = false
  /// When the line began that the agent speaks.
  private var lineStart: Int?
  private let end: Int

  struct Participant: Sendable {
    let data: JSON
    let joined: Moment
    var left: Moment?
  }

  /// The story of a call that has ended at the time, in its own milliseconds, or is live.
  init(until end: Int? = nil) {
    self.end = end ?? .max
  }

  mutating func take(_ said: Said, number: Int) {
    // What ends a call is written out to its end, though the line is dead.
    let moment = Moment(time: min(said.time, end), number: number)
    let data = said.event.data
    switch said.event.name {
    case .sessionStart: states = [said.event.text("initial_state")]
    case .userTranscript: hear(data, from: said.since, moment)
    case .latency:
      let trigger = data["is_greeting"] == true ? "greeting" : "agent"
      copy(["engine_ms", "nav_ms", "render_ms", "audio_ttfb_ms"], from: data, trigger, moment)
      lineStart = nil
    case .agentTranscriptDelta: lineStart = lineStart ?? moment.time
    case .agentTranscript: finishLine(data, from: said.since ?? lineStart, moment)
    case .bargeIn: bargeIns.append(data.with("type", "barge_in"))
    case .toolCallStarted:
      let turn = openTurn("tool", moment)
      turns[turn].start(data)
    case .toolCallCompleted: complete(data)
    case .stateTransition: move(data, moment)
    case .emotion:
      emotions.append(data)
      set("emotion_label", data["segment_dominant"])
      set("emotion_valence", data["segment_valence"])
    case .compoundEmotion: set("compound_emotions", data["compounds"])
    case .empathyClassified: feelWith(data)
    case .participantJoined:
      conference = data["conference_sid"] ?? .null
      participants.append(Participant(data: data, joined: moment))
    case .participantLeft: leave(data, moment)
    case .speakerMuted: isTakenOver = data["muted"] == true
    case .forwardCallResolved where data["result"] == "connected":
      forwarding = (data["target_number"] ?? .null, moment)
    case .forwardCallResolved, .sessionInfo, .sessionEnd, .voiceContextApplied, .navTiming,
      .mediaAttached, .actorAllocated, .actorShutdown:
      break
    }
  }

  var finalState: String? {
    states.last
  }

  /// The turn that the agent's next line belongs to, which is another one after each line.
  private mutating func openTurn(_ trigger: String, _ moment: Moment) -> Int {
    if let last = turns.last, last["agent_transcript"] == .null { return turns.count - 1 }
    return begin(trigger, moment)
  }

  private mutating func begin(_ trigger: String, _ moment: Moment) -> Int {
    turns.append(StoryTurn(trigger, at: moment, in: states.last ?? ""))
    return turns.count - 1
  }

  private mutating func hear(_ data: JSON, from start: Int?, _ moment: Moment) {
    let turn = begin(data["is_barge_in"] == true ? "barge_in" : "user_speech", moment)
    turns[turn]["user_transcript"] = data["transcript"] ?? .null
    for key in ["speaker_id", "speaker_role", "stt_confidence", "eot_confidence", "state"] {
      turns[turn][key] = data[key] ?? .null
    }
    turns[turn]["user_speech_start_ms"] = JSON(start.map { min($0, end) })
    turns[turn]["user_speech_end_ms"] = .integer(moment.time)
    noteHumanLine(data, moment)
  }

  private mutating func finishLine(_ data: JSON, from start: Int?, _ moment: Moment) {
    let isOperators = data["speaker_role"] == .string(Cast.Role.operator.rawValue)
    let filler = data["filler_type"] ?? .null
    let turn =
      isOperators
      ? begin("operator", moment) : openTurn(filler == .null ? "agent" : "filler", moment)
    turns[turn]["agent_transcript"] = data["transcript"] ?? .null
    turns[turn]["agent_action"] = data["action"] ?? .null
    turns[turn]["interrupted"] = data["interrupted"] ?? false
    turns[turn]["filler_type"] = filler
    // Whose words are the user's, the turn has said already.
    if turns[turn]["user_transcript"] == .null {
      turns[turn]["speaker_id"] = data["speaker_id"] ?? .null
      turns[turn]["speaker_role"] = data["speaker_role"] ?? .null
    }
    turns[turn]["agent_speech_start_ms"] = JSON(start.map { min($0, end) })
    turns[turn]["agent_speech_end_ms"] = .integer(moment.time)
    lineStart = nil
    noteHumanLine(data, moment)
  }

  private mutating func noteHumanLine(_ data: JSON, _ moment: Moment) {
    guard isTakenOver else { return }
    humanLines.append((data["speaker_role"] ?? .null, data["transcript"] ?? .null, moment))
  }

  private mutating func copy(
    _ keys: [String], from data: JSON, _ trigger: String, _ moment: Moment
  ) {
    let turn = openTurn(trigger, moment)
    for key in keys { turns[turn][key] = data[key] ?? .null }
  }

  /// What is found out about a turn after its words.
  private mutating func set(_ key: String, _ value: JSON?) {
    guard !turns.isEmpty else { return }
    turns[turns.count - 1][key] = value ?? .null
  }

  private mutating func complete(_ data: JSON) {
    for turn in turns.indices.reversed() where turns[turn].complete(data) { return }
  }

  private mutating func move(_ data: JSON, _ moment: Moment) {
    if turns.isEmpty { _ = begin("state", moment) }
    turns[turns.count - 1].move(by: data)
    if case .string(let state)? = data["next_state"] { states.append(state) }
  }

  private mutating func feelWith(_ data: JSON) {
    guard case .integer(let tier)? = data["tier"] else { return }
    set("empathy_tier", .integer(tier))
    peakEmpathy = max(peakEmpathy, tier)
    empathicTurns += tier > 1 ? 1 : 0
  }

  private mutating func leave(_ data: JSON, _ moment: Moment) {
    let id = data["participant_id"]
    let index = participants.lastIndex { $0.left == nil && $0.data["participant_id"] == id }
    if let index { participants[index].left = moment }
  }
}
