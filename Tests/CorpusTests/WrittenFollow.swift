import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

extension Observation: WrittenFields {
  /// The time line, the facts and the counts stand on lines of their own.
  static var unwritten: Set<String> {
    [
      "timeline", "facts", "counts", "revision", "openAgentLine", "newestAgentLine", "partialLines",
      "runningTools", "endingEntry", "openTurn",
    ]
  }

  var fields: Fields {
    [
      ("callSID", callSID), ("phase", phase), ("followedSince", followedSince),
      ("lastHeardAt", lastHeardAt), ("openedAt", openedAt), ("lostAt", lostAt),
      ("ending", ending), ("gaps", gaps), ("failedTools", failedTools),
      ("story", story),
    ]
  }
}

extension StoryStanding: WrittenFields {
  var fields: Fields {
    [
      ("told", told?.callSID), ("faults", faults), ("problem", problem), ("isAsked", isAsked),
      ("askAt", askAt),
    ]
  }
}

extension StoryStanding.Problem: Written {
  var written: String? { "\(self)" }
}

extension TurnStages: WrittenFields {
  var fields: Fields {
    [
      ("callerSpeech", callerSpeech), ("answer", answer), ("engine", engine),
      ("navigation", navigation), ("rendering", rendering), ("firstAudio", firstAudio),
      ("tools", tools), ("agentSpeech", agentSpeech),
    ]
  }
}

extension TurnStages.ToolTime: WrittenFields {
  var fields: Fields { [("name", name), ("milliseconds", milliseconds)] }
}

extension SlowestStages: WrittenFields {
  var fields: Fields { [("turns", turns), ("tools", tools), ("longestTurn", longestTurn)] }
}

extension SlowestStages.Place: WrittenFields {
  var fields: Fields { [("at", at), ("milliseconds", milliseconds), ("name", name)] }
}

extension ObserverPhase: Written {
  var written: String? { "\(self)" }
}

extension CallEnding: WrittenFields {
  var fields: Fields {
    [("at", at), ("reason", reason), ("duration", duration)]
  }
}

extension ObservedFacts: WrittenFields {
  var fields: Fields {
    [
      ("direction", direction), ("serviceID", serviceID), ("callerID", callerID),
      ("startedAt", startedAt), ("currentState", currentState),
      ("participants", participants.map { "\($0): \($1.line)" }), ("media", media),
      ("isMuted", isMuted), ("mutedRole", mutedRole), ("dominantEmotion", dominantEmotion),
      ("emotionTrend", emotionTrend), ("valences", valences),
      ("compoundEmotions", compoundEmotions), ("empathy", empathy),
      ("voice", voice), ("latency", latency.map(EventText.init)), ("latencies", latencies),
      ("navigation", navigation.map(EventText.init)), ("heardBargeIns", heardBargeIns),
      ("toldBargeIns", toldBargeIns), ("heardTurns", heardTurns),
      ("toldTurns", toldTurns), ("heardSlowest", heardSlowest), ("toldSlowest", toldSlowest),
      ("runtime", runtime),
      ("forward", forward.map(EventText.init)),
    ]
  }
}

/// An event's fields as lines have them.
struct EventText: Written {
  let payload: any EventPayload

  init(_ payload: some EventPayload) {
    self.payload = payload
  }

  var written: String? { try? JSONLineEncoder(Shown.disclosure).line(payload) }
}

extension Participant: WrittenFields {
  var fields: Fields {
    [
      ("role", role), ("name", name), ("operatorID", operatorID), ("joinedAt", joinedAt),
      ("leftAt", leftAt),
    ]
  }
}

extension TimelineEntry: WrittenFields {
  var fields: Fields {
    [
      ("number", number), ("at", at), ("isTimed", isTimed),
      ("content", content), ("revision", revision), ("size", size),
    ]
  }
}

extension TimelineEntry.Content: Written {
  var written: String? {
    switch self {
    case .utterance(let utterance): utterance.written
    case .tool(let run): run.written
    case .turn(let stages): "turn \(stages.written ?? "")"
    case .event(let event): event.name
    case .malformed(let reason): "not understood: \(reason.written ?? "")"
    case .degraded(let name, let faults): "\(name): \(faults.written ?? "")"
    case .leftOut(let turns, let parts): "left out: \(turns) turns, \(parts) parts"
    case .gap(let seconds): "gap of \(seconds) s"
    case .ended(let ending): "ended \(ending.written ?? "")"
    }
  }
}

extension Utterance: WrittenFields {
  var fields: Fields {
    [
      ("speaker", speaker), ("text", text), ("state", state), ("isInterrupted", isInterrupted),
      ("isBargeIn", isBargeIn), ("filler", filler), ("unspoken", unspoken),
      ("graphState", graphState), ("endedAt", endedAt),
    ]
  }
}

extension Utterance.State: Written {
  var written: String? { "\(self)" }
}

extension Speaker: WrittenFields {
  var fields: Fields {
    [("role", role), ("id", id)]
  }
}

extension ToolRun: WrittenFields {
  var fields: Fields {
    [
      ("callID", callID), ("name", name), ("status", status), ("depth", depth),
      ("parentCallID", parentCallID), ("input", input), ("output", output), ("failure", failure),
      ("startedAt", startedAt), ("durationMilliseconds", durationMilliseconds),
      ("integrationName", integrationName), ("endpointName", endpointName),
      ("transport", transport),
    ]
  }
}

extension ToolRun.Status: Written {}
