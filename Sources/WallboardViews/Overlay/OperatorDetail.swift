import WallboardBoard
import WallboardEvents
import WallboardScreen

/// All that is known of an operator.
struct OperatorDetail: RegionMaker {
  let context: FrameContext

  func facts(of person: Operator) -> [Fact] {
    var list = FactList(context)
    let status = person.statusPhrase(glyphs)
    list.add("Name", board.name(of: person.operatorID))
    list.add("Status", person.status?.words ?? "not told yet", status.role)
    list.add("Since", at: person.statusSince)
    list.add("Type", person.type?.string)
    if let callSID = person.callSID {
      list.heading("On a call")
      list.add("Service", board.calls.look(at: callSID) { board.serviceName(of: $0) } ?? nil)
      list.add("Mode", person.mode?.words)
      list.add("Joined", at: person.joinedAt)
      list.add("Call", callSID.rawValue, .identifier)
    }
    list.heading("Ids")
    list.add("Operator", person.operatorID.rawValue, .identifier)
    return list.facts
  }
}
