import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Everything that an event said.
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

/// The fields of an event, found by reflection: one rule for all kinds of events rather than a list
/// of fields for each.
///
/// Reflection cannot show what must stay hidden: a ``Protected`` value mirrors as its mask, and its
/// plain value comes out through the disclosure alone.
struct EventFields {
  private let disclosure: Disclosure

  init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
  }

  /// Every field of the event that has a value, with its name in words.
  func fields(of payload: any WorkspaceEventPayload) -> [(name: String, value: String)] {
    Mirror(reflecting: payload).children.compactMap { child in
      guard let name = child.label, let value = text(of: child.value) else { return nil }
      return (Self.words(name), value)
    }
  }

  private func text(of value: Any) -> String? {
    switch value {
    case let person as Protected<PersonalIdentifier>: person.label("person", disclosure)
    case let words as Protected<BoundedString>: words.words(disclosure)
    case let content as Protected<JSONValue>:
      content.reveal(disclosure)?.description ?? content.description
    case let list as [BoundedString]: list.map(\.string).joined(separator: ", ")
    case let described as any CustomStringConvertible: described.description
    // Casts look into optionals, so this is `nil`.
    default: nil
    }
  }

  /// `durationSeconds` as `duration seconds`, `callSID` as `call ID`, `surfaceID` as `form ID`.
  private static func words(_ name: String) -> String {
    var words = ""
    var wasLowercase = false
    for letter in name {
      if letter.isUppercase, wasLowercase { words.append(" ") }
      words += letter.lowercased()
      wasLowercase = !letter.isUppercase
    }
    words.replace("surface", with: "form")
    for ending in [" sid", " id"] where words.hasSuffix(ending) {
      return words.dropLast(ending.count) + " ID"
    }
    return words
  }
}
