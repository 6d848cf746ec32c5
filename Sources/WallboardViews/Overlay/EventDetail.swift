import WallboardBoard
import WallboardEvents
import WallboardScreen

/// All that an event told.
struct EventDetail: RegionMaker {
  let context: FrameContext

  func facts(of entry: ActivityEntry) -> [Fact] {
    var list = FactList(context)
    list.add("Event", entry.content.name, entry.isProblem ? .warning : .info)
    list.add("Happened", at: entry.at)
    list.add("Problem", entry.isProblem ? "yes" : nil, .warning)
    list.add("What", entry.summary(context.summaries))
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
