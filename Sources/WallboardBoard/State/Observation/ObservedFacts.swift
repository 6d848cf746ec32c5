package import DequeModule
package import OrderedCollections
package import WallboardEvents

/// What is known of a followed call beside its time line.
package struct ObservedFacts: Equatable, Sendable {
  package var direction: Open<Direction>?
  package var serviceID: ServiceID?
  package var callerID: Protected<PersonalIdentifier>?
  package var startedAt: Timestamp?
  /// The state of the conversation graph.
  package var currentState: Text?
  /// By `participant_id`, in order of their coming; at most ``Limits/participants``.
  package var participants: OrderedDictionary<Text, Participant> = [:]
  /// Whose audio reached the runtime.
  package var media: [Open<ParticipantRole>] = []
  /// `nil` until somebody is muted.
  package var isMuted: Bool?
  package var dominantEmotion: Text?
  package var emotionTrend: Open<EmotionTrend>?
  /// From -1 (unpleasant) to 1, oldest first; at most ``Limits/readings``.
  package var valences: Deque<Double> = []
  package var compoundEmotions: [Text] = []
  package var empathy: Open<EmpathyTier>?
  /// How the agent speaks, such as `calm`.
  package var voice: Text?
  /// The newest turn's.
  package var latency: TurnLatency?
  /// Milliseconds until the agent was heard, turn by turn, oldest first; at most
  /// ``Limits/readings``.
  package var latencies: Deque<Double> = []
  package var navigation: NavigationTiming?
  /// Times that somebody spoke while another was speaking: as many as were heard, or as the
  /// platform says, which counts from the beginning of the call.
  package var bargeIns: Int { max(heardBargeIns, toldBargeIns) }
  var heardBargeIns = 0
  var toldBargeIns = 0
  /// Lines that were spoken, fillers apart, by who spoke.
  package var turns = 0
  package var runtime: Text?
  /// The newest forward.
  package var forward: ForwardCallResolved?

  /// Nothing is known.
  package init() {}
}

/// Somebody on a followed call.
package struct Participant: Equatable, Sendable {
  package var role: Open<ParticipantRole>?
  package var name: Protected<PersonalIdentifier>?
  package var operatorID: OperatorID?
  package var joinedAt: Timestamp?
  /// `nil` while on the call.
  package var leftAt: Timestamp?

  /// A participant of that role.
  package init(role: Open<ParticipantRole>?) {
    self.role = role
  }
}
