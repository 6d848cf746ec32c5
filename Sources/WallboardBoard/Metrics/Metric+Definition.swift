import WallboardEvents

extension Metric {
  /// What it counts or measures, in a sentence or two.
  package var definition: String {
    switch self {
    case .waiting:
      "Callers who have asked for a human and whom no operator has taken over yet."
    case .longestWait:
      "How long the caller who has waited longest for a human has waited. "
        + "0 while nobody waits; unknown while nobody can tell since when."
    case .answerSpeed:
      "The mean time from the request for a human until an operator took the call over, of the "
        + "callers who were answered. Callers whom an operator spoke with already did not wait and "
        + "are not counted; nor are those who still wait."
    case .live: "Calls that have started and not ended, whoever speaks on them."
    case .longestCall:
      "How long the call that has lasted longest has lasted; since it was first heard of, where "
        + "nobody told its start."
    case .withOperator: "Live calls on which an operator speaks in the agent's place."
    case .escalationRate:
      "Of the calls that were live at any time in the last hour (those that ended in it, and those "
        + "that are live now), the share that asked for a human. What is left is contained by the "
        + "agent."
    case .abandonmentRate:
      "Of the calls that ended in the last hour, the share that ended as abandoned, or whose "
        + "caller hung up while waiting for a human."
    case .handleTime:
      "The mean length of the calls that ended, from their start to their end, whether an agent or "
        + "an operator spoke. Work after the call is not told and not in it."
    case .online: "Operators who are signed in and free to take a call."
    case .busy: "Operators who are signed in and not free."
    case .offline: "Operators who are registered and not signed in."
    case .occupancy:
      "The time that operators spent on calls, listening or speaking, as a share of the time that "
        + "they were signed in (online, busy or on a call)."
    case .toReview: "Forms that patients handed in and a reviewer has to decide about."
    case .openSurfaces:
      "Forms that were made and are not through yet: not approved, rejected or archived."
    case .surfaceCompletion:
      "Forms that patients handed in, as a share of the forms that were made, both in the last "
        + "hour. A form that was made earlier counts when it comes back, so that clearing a "
        + "backlog can lead past 100 %."
    case .texts: "Text sessions that have started and not ended."
    case .replyP50:
      "Half of the agent's replies on followed calls came within this time: from the end of the "
        + "caller's turn until the agent was heard. Greetings are not counted."
    case .replyP95:
      "95 of 100 of the agent's replies on followed calls came within this time: from the end of "
        + "the caller's turn until the agent was heard. Greetings are not counted."
    case .toolFailureRate:
      "Of the agent's tool runs that ended on followed calls and in the background of text "
        + "sessions, the share that failed."
    case .problems:
      "Events that somebody should look into: failures of pipelines, triggers, deliveries, tools "
        + "and calls, events that could not be understood, or not in all, and gaps in the stream."
    case .alerts: "Alerts that last, whether somebody took note of them or not."
    case .startedToday: "Calls that have started."
    case .endedToday: "Calls that have ended."
    case .escalatedToday: "Requests for a human. One call can make several."
    case .abandonedToday:
      "Calls that ended as abandoned, or whose caller hung up while waiting for a human."
    case .eventsPerSecond: "Events of the stream, as the mean over the last ten seconds."
    case .silence: "The time since a call last started."
    case .stale:
      "The time since anything was heard from the platform, a heartbeat included. What is shown "
        + "is as old as that."
    }
  }

  /// From where the board knows it.
  package var source: String {
    switch self {
    case .waiting, .longestWait:
      "call.escalated, operator.joined_call and the like; the read of the open escalations"
    case .answerSpeed: "call.escalated to operator.joined_call or operator.mode_changed"
    case .live, .longestCall, .silence: "call.started and call.ended; the read of the calls"
    case .withOperator:
      "operator.joined_call, operator.mode_changed, operator.left_call; the reads of the operators "
        + "and the open escalations"
    case .escalationRate: "call.escalated and call.ended; the read of the calls"
    case .abandonmentRate, .handleTime, .endedToday, .abandonedToday: "call.ended"
    case .online, .busy, .offline: "operator.status_changed; the read of the operators"
    case .occupancy:
      "operator.status_changed, operator.joined_call, operator.left_call, looked at every second"
    case .toReview, .openSurfaces: "the surface events; the read of the open surfaces"
    case .surfaceCompletion: "surface.created and surface.submitted"
    case .texts: "text.started and text.completed"
    case .replyP50, .replyP95: "latency, from the observer of each followed call"
    case .toolFailureRate:
      "tool_call_completed, from the observer of each followed call; text.background_result"
    case .problems: "the activity feed"
    case .alerts: "the rules under [alerts] in config.toml"
    case .startedToday: "call.started"
    case .escalatedToday: "call.escalated"
    case .eventsPerSecond, .stale: "the connection to the stream"
    }
  }
}
