package import WallboardEvents

/// One run of one of the agent's tools.
package struct ToolRun: Equatable, Sendable {
  /// How a run stands.
  package enum Status: String, Sendable {
    case running, succeeded, failed
    /// The feed went on without it or came to its end, and nobody said how the run did.
    case unfinished
  }

  /// `nil` in the older shape (contract 8, C9).
  package var callID: Text?
  /// `nil` where it could not be understood.
  package var name: Text?
  package var status: Status
  /// How many runs this one is nested in, at most ``Limits/toolDepth``.
  package var depth = 0
  package var parentCallID: Text?
  package var input: Protected<ToolInput>?
  package var output: Protected<LongText>?
  package var failure: Protected<Text>?
  /// `nil` where its start never came.
  package var startedAt: Timestamp?
  /// The platform's own measure, or else the time between its two events; `nil` while it runs.
  package var durationMilliseconds: Double?
  package var integrationName: Text?
  package var endpointName: Text?
  /// How the tool is reached, such as `http`.
  package var transport: Text?

  /// A run that stands so.
  package init(callID: Text?, name: Text?, status: Status) {
    self.callID = callID
    self.name = name
    self.status = status
  }
}
