import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func facts(of person: Operator) -> [Fact] {
    var list = FactList(self)
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

  func facts(of surface: Surface) -> [Fact] {
    var list = FactList(self)
    list.add("Form", surface.title?.string)
    list.add("Stage", surface.stage.word, surface.stage.role)
    list.add("Since", at: surface.stageSince)
    list.add("Channel", surface.channel?.string)
    list.add("Review", surface.reviewRequired.map { $0 ? "required" : "not required" })
    list.add("Rejected for", surface.reason?.words(disclosure), .masked)
    list.heading("Fields")
    let count = surface.fieldsCount.map(String.init) ?? "an unknown number"
    let saved = surface.savedCount.map(String.init) ?? "an unknown number"
    list.add("Saved", "\(saved) of \(count)")
    list.add("", surface.fieldsSaved.map(\.string).joined(separator: ", "))
    list.heading("Ids")
    list.add("Surface", surface.surfaceID.rawValue, .identifier)
    list.add("Entity", surface.entityID?.rawValue, .identifier)
    list.add("Made from", surface.originalSurfaceID?.rawValue, .identifier)
    return list.facts
  }

  func facts(of entry: ActivityEntry) -> [Fact] {
    var list = FactList(self)
    list.add("Event", entry.content.name, entry.isProblem ? .warning : .info)
    list.add("Happened", at: entry.at)
    list.add("Problem", entry.isProblem ? "yes" : nil, .warning)
    let context = SummaryContext(names: board, disclosure: disclosure)
    list.add("What", entry.summary(context))
    if case .event(let event) = entry.content, let payload = event.payload {
      list.heading("Fields")
      for field in EventFields(disclosure).fields(of: payload) { list.add(field.name, field.value) }
    }
    if !entry.faults.isEmpty {
      list.heading("Not understood")
      for sentence in entry.faults.sentences { list.add("", sentence.string, .warning) }
      let rest = entry.faults.count - entry.faults.sentences.count
      list.add("", rest > 0 ? "and \(rest) more" : nil)
    }
    return list.facts
  }
}
