/// What changes something on the platform (contract 4), by the end of its path.
enum Action: String {
  case join = "join-call"
  case switchMode = "switch-mode"
  case guide = "send-guidance"
  case leave = "leave-call"
  case wrapUp = "wrap-up"
  case approve, reject
  /// Of an operator's own entry, whose path ends with the operator's id.
  case update = ""

  /// Reads the parts of a path below `/v1/{workspace}/`: a collection, an id, an end.
  init?(path parts: [String]) {
    guard (2...3).contains(parts.count),
      let action = Action(rawValue: parts.dropFirst(2).first ?? ""),
      action.collection == parts[0], (action == .update) == (parts.count == 2)
    else { return nil }
    self = action
  }

  var method: String {
    self == .update ? "PATCH" : "POST"
  }

  var collection: String {
    switch self {
    case .approve, .reject: "surfaces"
    case .join, .switchMode, .guide, .leave, .wrapUp, .update: "operators"
    }
  }

  /// The name of the id in the path, as the platform's framework tells it.
  var idName: String {
    collection.dropLast() + "_id"
  }

  /// Who may do it, as the platform says it to who may not (contract 4 and 5).
  var permission: String {
    switch self {
    case .approve, .reject:
      "Missing permission ReviewQueue:Review. Required role: operator, member, admin or owner"
    case .join, .switchMode, .guide, .leave, .wrapUp, .update:
      "Missing permission Operator:Update. Required role: admin"
    }
  }
}

/// What came of a call that an operator handled.
enum WrapUpOutcome: String, CaseIterable {
  case resolved, escalated, transferred
}
