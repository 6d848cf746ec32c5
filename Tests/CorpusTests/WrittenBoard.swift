@testable import WallboardBoard
@testable import WallboardEvents

extension Operator: WrittenFields {
  static var unwritten: Set<String> { ["touched"] }

  var fields: Fields {
    [
      ("operatorID", operatorID), ("name", name), ("type", type), ("status", status),
      ("statusSince", statusSince), ("callSID", callSID), ("mode", mode), ("joinedAt", joinedAt),
      ("awaitedCallSID", awaitedCallSID),
    ]
  }
}

extension Surface: WrittenFields {
  static var unwritten: Set<String> { ["touched"] }

  var fields: Fields {
    [
      ("surfaceID", surfaceID), ("entityID", entityID), ("title", title), ("channel", channel),
      ("stage", stage), ("stageSince", stageSince), ("fieldsCount", fieldsCount),
      ("fieldsSaved", fieldsSaved), ("reviewRequired", reviewRequired), ("reason", reason),
      ("originalSurfaceID", originalSurfaceID), ("stageReadAt", stageReadAt),
    ]
  }
}

extension SurfaceStage: Written {}

extension TextSession: WrittenFields {
  var fields: Fields {
    [
      ("sessionID", sessionID), ("serviceID", serviceID), ("channelKind", channelKind),
      ("entityID", entityID), ("startedAt", startedAt),
    ]
  }
}

extension EndedTextSessions: WrittenFields {
  var fields: Fields {
    [("count", count), ("durationSum", durationSum), ("turnCountSum", turnCountSum)]
  }
}

extension Connection: WrittenFields {
  var fields: Fields {
    [
      ("phase", phase), ("since", since), ("trouble", trouble), ("lastHeardAt", lastHeardAt),
      ("lastEventID", lastEventID), ("reconnects", reconnects), ("gaps", gaps),
      ("gapEndedAt", gapEndedAt), ("isReadAlone", isReadAlone), ("wasOpen", wasOpen),
    ]
  }
}

extension ConnectionPhase: Written {
  var written: String? { "\(self)" }
}

extension ReadStatus: WrittenFields {
  static var unwritten: Set<String> { ["startedRevision", "faults"] }

  var fields: Fields {
    [
      ("isReading", isReading), ("outcome", outcome), ("succeededAt", succeededAt),
      ("startedAt", startedAt), ("tellsAll", tellsAll ? nil : tellsAll),
    ]
  }
}

extension ReadStatus.Outcome: Written {
  var written: String? {
    switch self {
    case .succeeded: "succeeded"
    case .failed(let reason, let retryAt): "failed: \(reason), \(retryAt.written ?? "never")"
    }
  }
}

extension SnapshotSource: Written {}

extension EventCounts: WrittenFields {
  static var unwritten: Set<String> { ["byKind", "unknownFamilies"] }

  var fields: Fields {
    [
      ("events", events), ("byType", byType), ("unknown", unknown), ("malformed", malformed),
      ("degraded", degraded == 0 ? nil : degraded), ("tooLarge", tooLarge == 0 ? nil : tooLarge),
      ("duplicates", duplicates),
      ("extraFields", extraFields),
    ]
  }
}

extension ObserverEventCounts: WrittenFields {
  var fields: Fields {
    [
      ("events", events), ("byType", byType), ("unknown", unknown), ("malformed", malformed),
      ("degraded", degraded > 0 ? degraded : nil), ("extraFields", extraFields),
    ]
  }
}

extension FieldFaults: Written {
  var written: String? { isEmpty ? nil : "\(count) \(sentences.written ?? "")" }
}

extension DayTotals: WrittenFields {
  var fields: Fields {
    [
      ("day", day), ("callsStarted", callsStarted), ("callsEnded", callsEnded),
      ("escalations", escalations), ("abandoned", abandoned),
    ]
  }
}

extension ActivityEntry: WrittenFields {
  static var unwritten: Set<String> { ["content"] }

  /// What the event holds stands in the text of the events.
  var fields: Fields {
    [("sequence", sequence), ("at", at), ("name", content.name), ("faults", faults)]
  }
}

extension Activity: WrittenFields {
  static var unwritten: Set<String> { ["lines", "problemLines", "nextSequence"] }

  var fields: Fields {
    [("problemCount", problemCount)]
  }
}

extension Call: WrittenFields {
  static var unwritten: Set<String> { ["touched"] }

  var fields: Fields {
    [
      ("callSID", callSID), ("origin", origin), ("direction", direction),
      ("serviceID", serviceID), ("serviceName", serviceName), ("callerID", callerID),
      ("startedAt", startedAt), ("firstSeenAt", firstSeenAt), ("escalation", escalation),
      ("operators", operators), ("wrapUpReason", wrapUpReason), ("riskLevel", riskLevel),
      ("priorityReasons", priorityReasons), ("currentState", currentState), ("emotion", emotion),
      ("turnCount", turnCount),
    ]
  }
}

extension Call.Origin: Written {}

extension Escalation: WrittenFields {
  var fields: Fields {
    [
      ("escalationID", escalationID), ("status", status), ("trigger", trigger),
      ("reason", reason), ("requestedAt", requestedAt), ("connectedAt", connectedAt),
      // Nearly all that an event told of have a reason.
      ("isTold", isTold && reason == nil ? true : nil),
    ]
  }
}

extension CallOperator: WrittenFields {
  var fields: Fields {
    [("operatorID", operatorID), ("mode", mode), ("joinedAt", joinedAt)]
  }
}

extension EndedCall: WrittenFields {
  var fields: Fields {
    [
      ("callSID", callSID), ("direction", direction), ("duration", duration),
      ("completionReason", completionReason), ("escalated", escalated), ("endedAt", endedAt),
      ("gaveUp", gaveUp),
    ]
  }
}

extension EndedCalls: WrittenFields {
  static var unwritten: Set<String> { ["recent", "known"] }

  var fields: Fields {
    [
      ("count", count), ("byCompletionReason", byCompletionReason), ("escalated", escalated),
      ("durationSum", durationSum),
    ]
  }
}

extension DepartedCall: WrittenFields {
  var fields: Fields {
    [("call", call), ("ending", ending), ("since", since)]
  }
}
