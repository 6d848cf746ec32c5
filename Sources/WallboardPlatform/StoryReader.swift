package import WallboardEvents

/// One call's whole story, `GET /calls/{call_id}`, as a value: send ``request``, pass the answer to
/// ``story(_:)``. A body is at most ``PlatformResponse/longestBody``.
package struct StoryReader: Sendable {
  package let request: PlatformRequest

  /// The platform takes a call's SID for its id, and the id of its entity (contract 3.4).
  package init(_ call: CallSID, from endpoints: PlatformEndpoints) {
    request = endpoints.read(["calls", call.rawValue])
  }

  /// What the answer to ``request`` amounts to.
  package func story(_ response: PlatformResponse) -> StoryAnswer {
    if response.status == 404 { return .notKnown }
    if let failure = response.failure { return .failed(failure) }
    var faults = FieldFaults()
    do throws(AttemptEnd) {
      let story: CallStory = try response.read("the call", &faults)
      return .story(story, faults)
    } catch {
      return .failed(error)
    }
  }
}

/// What came of asking for a story.
package enum StoryAnswer: Equatable, Sendable {
  /// The faults are the parts that were not understood.
  case story(CallStory, FieldFaults)
  /// The platform has no such call, or has not written down a live one yet.
  case notKnown
  case failed(AttemptEnd)
}
