package import WallboardEvents

/// What somebody said.
package struct Utterance: Equatable, Sendable {
  /// How certain its text is.
  package enum State: Equatable, Sendable {
    /// It grows, word by word.
    case speaking
    /// A guess that will be replaced.
    case partial
    case final
    /// The end of it never came.
    case cutOff
  }

  package var speaker: Speaker
  /// `nil` where it could not be understood.
  package var text: Protected<Text>?
  package var state: State
  package var isInterrupted = false
  /// Whether it began while another was speaking.
  package var isBargeIn = false
  package var filler: Open<FillerType>?
  /// What a barge-in kept from being said.
  package var unspoken: [Protected<Text>] = []
  /// The state of the conversation graph.
  package var graphState: Text?
  /// When it was complete; `nil` before.
  package var endedAt: Timestamp?

  /// Something said.
  package init(speaker: Speaker, text: Protected<Text>?, state: State) {
    self.speaker = speaker
    self.text = text
    self.state = state
  }
}

/// Who speaks.
package struct Speaker: Hashable, Sendable {
  package var role: Open<ParticipantRole>
  package var id: Text?

  /// A speaker of that role.
  package init(_ role: Open<ParticipantRole>, id: Text? = nil) {
    self.role = role
    self.id = id
  }
}
