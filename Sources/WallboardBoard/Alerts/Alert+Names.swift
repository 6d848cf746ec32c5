import OrderedCollections
package import WallboardEvents

extension Alert {
  /// Whether all is kept of what its subject is called.
  var isNamed: Bool {
    if case .call = key.subject { return label != nil && caller != nil }
    return label != nil
  }

  /// Who or what it is about, such as a caller and a service, or the numbers of a rule; nothing
  /// where it is the workspace.
  package func names(in board: Board, _ disclosure: Disclosure) -> [String] {
    switch key.subject {
    case .workspace: return []
    case .rule: return Array(OrderedSet(reasons.map(\.reading)))
    case .call(let callSID):
      let call = board.calls[callSID]
      let caller = (call?.callerID ?? caller).map { $0.label("caller", disclosure) }
      let service = call.flatMap { board.serviceName(of: $0) } ?? label?.string
      return [caller ?? "call \(callSID.short)", service].compactMap(\.self)
    case .operator(let id):
      return [board.knownName(of: id)?.string ?? label?.string ?? id.short]
    case .surface(let id): return ["\(label?.string ?? "form") \(id.short)"]
    case .source(let source):
      return [label.flatMap { $0.isEmpty ? nil : $0.string } ?? source.short]
    }
  }
}

extension Text {
  /// The end of a key, enough to tell it from its neighbours.
  fileprivate var short: String {
    string.utf8.count <= 12 ? string : "…" + string.suffix(8)
  }
}
