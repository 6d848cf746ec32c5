import EventFixtures
import TestSupport
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardRecording

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) {
    guard let identifier = Identifier(value) else { preconditionFailure("\(value) is no key") }
    self = identifier
  }
}

/// What recordings are made of.
enum Samples {
  /// What a recording of that privacy says in a line.
  static func line(_ text: String, _ privacy: RecordingHeader.Privacy) -> RecordedLine? {
    RecordingDecoder(privacy).line(text.utf8.span)
  }

  static let start = Timestamp(milliseconds: 1_766_000_000_500)
  static let call: CallSID = "call_sid-example"

  static func privacy(_ mode: PrivacyMode, _ key: PseudonymKey = PseudonymKey(1, 2)) -> Privacy {
    Privacy(mode: mode, pseudonyms: key)
  }

  static func header(_ privacy: RecordingHeader.Privacy = .open) -> RecordingHeader {
    privacy == .open ? openHeader : maskedHeader
  }

  // Each open header has a key of its own.
  private static let openHeader = RecordingHeader(
    workspace: "w", startedAt: start, privacy: .open, offsets: UTCOffsets(-34_200))
  private static let maskedHeader = RecordingHeader(
    workspace: "w", startedAt: start, privacy: .masked)

  /// An event of the stream as the network hands it on.
  static func event(
    _ name: String, _ payload: String, id: String? = nil, at time: Timestamp = start
  ) -> Input? {
    switch WorkspaceEventDecoder().decode(id: id, type: name, data: payload, at: time) {
    case .event(let event): .received(event)
    case .malformed(let event): .malformed(event)
    case .control: nil
    }
  }

  /// A message of a followed call.
  static func message(_ text: String, at time: Timestamp = start) -> Input {
    switch ObserverEventDecoder().decode(text, of: call, at: time) {
    case .event(let event): .observed(event)
    case .malformed(let event): .observedMalformed(call, event)
    }
  }

  /// The phases of the stream's connection, and those of a followed call's.
  static let phases: [ConnectionPhase] = [
    .connecting(attempt: 3), .unanswered, .open, .refused(reason: "no", until: nil),
    .stopped(reason: "over"),
    .waiting(until: start.advanced(seconds: 9), attempt: 2, reason: "lost"),
    .refused(reason: "no", until: start.advanced(seconds: 60)),
  ]
  static let observerPhases: [ObserverPhase] = [
    .connecting(attempt: 1), .open, .waiting(until: start, attempt: 4, reason: "cut"),
    .refused(reason: "no"), .notFound(reason: "gone"), .stopped(reason: "over"), .ended,
  ]

  /// A read of each kind: with all that it may tell, and with as little as possible.
  static let parts: [SnapshotPart] = [
    .services(["s-1": "Billing", "s-2": ""]), .services([:]), .calls([], isComplete: true),
    .calls([fullCall, CallSnapshot(callSID: "CA2")], isComplete: false),
    .operators(
      [fullOperator, OperatorSnapshot(operatorID: "o-2", status: OpenEnum("away")), lostOperator],
      isComplete: true),
    .escalations(
      [
        fullEscalation, EscalationSnapshot(callSID: "CA2", status: .known(.requested)),
        EscalationSnapshot(callSID: "CA3", status: nil),
      ],
      isComplete: true),
    .surfaces(
      [fullSurface, SurfaceSnapshot(surfaceID: "f-2", stage: .created)],
      isComplete: true),
  ]

  private static let fullCall = {
    var call = CallSnapshot(callSID: Samples.call)
    call.direction = .known(.inbound)
    call.serviceID = "s-1"
    call.serviceName = "Billing"
    call.callerID = Protected("SECRET +15550100")
    call.startedAt = start.advanced(seconds: -60)
    call.escalationActive = true
    call.riskLevel = OpenEnum("brand-new")
    call.priorityReasons = [.known(.longWait), OpenEnum("risk")]
    call.currentState = "greeting"
    call.emotion = "calm"
    call.turnCount = 12
    return call
  }()

  private static let fullOperator = {
    var person = OperatorSnapshot(operatorID: "o-1", status: .known(.busy))
    person.name = "Ada"
    person.type = "clinical"
    person.statusSince = start
    person.activeCallSID = call
    return person
  }()

  private static let lostOperator = {
    var person = OperatorSnapshot(operatorID: "o-3", status: nil)
    person.isCallUnreadable = true
    return person
  }()

  private static let fullEscalation = {
    var escalation = EscalationSnapshot(callSID: Samples.call, status: .known(.connected))
    escalation.escalationID = "x-1"
    escalation.trigger = .known(.caller)
    escalation.requestedAt = start
    escalation.connectedAt = start.advanced(seconds: 3)
    escalation.operatorID = "o-1"
    escalation.callerID = Protected("SECRET +15550100")
    escalation.direction = OpenEnum("sideways")
    escalation.callStartedAt = start
    return escalation
  }()

  private static let fullSurface = {
    var surface = SurfaceSnapshot(surfaceID: "f-1", stage: .inProgress)
    surface.entityID = "e-1"
    surface.title = "Consent"
    surface.stageSince = start
    surface.channel = "sms"
    surface.fieldsCount = 4
    return surface
  }()

  /// Whatever a recording may hold beside the events of the fixtures.
  static let others: [RecordedLine] =
    [
      Input.heard(at: start), .following(call, isOn: true, at: start),
      .following(call, isOn: false, at: start),
      .readFailed(.calls, reason: "HTTP 500", retryAt: start, at: start),
      .readFailed(.surfaces, reason: "", retryAt: nil, at: start),
    ].compactMap { RecordedLine($0) }
    + phases.compactMap {
      RecordedLine(.connection(ConnectionChange($0, at: start)))
    }
    + observerPhases.compactMap {
      RecordedLine(.observer(ObserverChange(call, $0, at: start)))
    }
    + parts.flatMap {
      [Input.readStarted($0.source, at: start), .read($0, at: start)]
    }.compactMap { RecordedLine($0) } + [.bookmark(at: start)]

  /// What the contract does not have, and what cannot be understood.
  static let oddities: [Input] = [
    event(
      "call.teleported", #"{"a":"SECRET","b":{"c":["SECRET",1,null,true]}}"#, id: "1766000000400"),
    event("call.teleported", #""SECRET""#), event("call.teleported", #""""#),
    event("call.teleported", "7"),
    event("call.started", #"{"call_sid":"CA1"}"#, id: "x"), event("call.started", "SECRET"),
    event("call.ended", #"{"call_sid":true,"reason":"SECRET"}"#), event("", ""),
    message(#"{"type":"brand_new","what":"SECRET"}"#), message("SECRET"), message(""),
    message(#"{"type":"user_transcript","transcript":["SECRET"]}"#),
    .malformed(
      MalformedEvent(id: "x", name: "call.started", receivedAt: start, leftOut: 1_200_000)),
  ].compactMap(\.self)
}

extension Samples {
  /// What the platform may say of what is over: each field of a story, with words in each place.
  static var past: [PastAnswer] {
    let words = Protected<BoundedString>("SECRET words")
    let person = Protected<PersonalIdentifier>("+1555SECRET")
    var tool = StoryTool()
    (tool.name, tool.callID, tool.durationMilliseconds, tool.succeeded) = (
      "find", "t1", 12.5, false
    )
    (tool.errorMessage, tool.output) = (words, Protected("SECRET output"))
    tool.input = Protected(ToolInput(.string("SECRET input")))
    (tool.isOutputCut, tool.outputLength, tool.integrationName) = (true, 900, "ehr")
    (tool.endpointName, tool.protocol) = ("search", "http")
    var step = StoryTransition()
    (step.fromState, step.toState, step.annotation) = ("greeting", "triage", words)
    var turn = StoryTurn()
    (turn.id, turn.trigger, turn.at, turn.state) = ("turn-1", "barge_in", start, "triage")
    (turn.userTranscript, turn.agentTranscript, turn.agentAction) = (words, words, words)
    (turn.interrupted, turn.fillerType, turn.speakerRole) = (
      true, .known(.working), .known(.caller)
    )
    (turn.speakerID, turn.emotionLabel, turn.emotionValence) = (person, "calm", -0.5)
    (turn.tools, turn.transitions, turn.missingParts) = ([tool], [step], 3)
    (turn.times.callerStart, turn.times.callerEnd, turn.times.engine) = (1, 2.5, 300)
    (turn.times.agentStart, turn.times.agentEnd, turn.times.firstAudio) = (3, 4, 5)
    (turn.times.navigation, turn.times.rendering, turn.times.tool) = (6, 7, 8)
    var story = CallStory()
    (story.entityID, story.callSID, story.serviceID, story.agentName) = ("e1", call, "s1", "Ada")
    (story.callerID, story.phoneNumber, story.error) = (person, person, words)
    (story.startedAt, story.endedAt, story.durationSeconds) = (start, start, 61.5)
    (story.turns, story.missingTurns, story.statesVisited) = ([turn], 4, ["greeting"])
    (story.completionReason, story.direction, story.qualityScore) = (
      .known(.completed), .known(.inbound), 0.75
    )
    var mood = StoryEmotions()
    (mood.dominant, mood.averageValence) = ("SECRET", 0.25)
    story.emotions = Protected(mood)
    var transfer = StoryTransfer()
    (transfer.target, transfer.at, transfer.isWarm) = (person, start, true)
    story.transfer = transfer
    var nurse = StoryParticipant()
    (nurse.participantID, nurse.role, nurse.displayName) = (person, .known(.operator), person)
    (nurse.joinedAt, nurse.leftAt) = (start, start)
    story.participants = [nurse]
    var escalation = StoryEscalation()
    (escalation.status, escalation.requestedAt, escalation.concept) = (
      .known(.connected), start, words
    )
    story.escalation = escalation
    var safety = StorySafety()
    var concern = StoryConcern()
    (concern.concept, concern.at) = (words, start)
    (safety.peakConcernLevel, safety.concerns) = (2, [concern])
    story.safety = safety
    var segment = StorySegment()
    (segment.transcript, segment.at, segment.speakerRole) = (words, start, .known(.operator))
    story.humanSegments = [segment]
    var ended = PastCall()
    (ended.callSID, ended.callerID, ended.startedAt, ended.turns) = (call, person, start, 7)
    let faults = FieldFaults(["turns[3].at: missing"], count: 40)
    let later = start.advanced(milliseconds: 30_000)
    return [
      .story(call, story, FieldFaults()), .story(call, story, faults), .noStory(call),
      .calls(
        PastCallPage(
          isFirst: true, calls: [ended], unreadable: 2, total: 812, next: .page, faults: faults)),
      .calls(
        PastCallPage(isFirst: false, calls: [ended], unreadable: 0, total: nil, next: .tooMany)),
      .failed(.story(call), reason: "no", retryAt: later),
      .failed(.calls(isFirst: false), reason: "no", retryAt: later),
    ]
  }
}
