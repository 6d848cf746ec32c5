package import WallboardEvents

extension ActivityEntry {
  /// What happened, in a few words for a person, and whether all of it was understood. The text still
  /// has to be made safe for a terminal.
  package func summary(_ context: SummaryContext) -> String {
    let words = content.summary(context)
    guard !faults.isEmpty else { return words }
    return words.isEmpty ? faults.summary : "\(words) (\(faults.summary))"
  }
}

extension ActivityEntry.Content {
  /// What the line is filed under: the event's wire name, or a word for what is no event.
  package var name: String {
    switch self {
    case .event(let event): event.name
    case .malformed(let name, _): name.isEmpty ? "malformed" : name.string
    case .leftOut(let name, _): name.isEmpty ? "too large" : name.string
    case .read(let source): "read of \(source.rawValue)"
    case .gap: "gap"
    case .reconnected: "reconnected"
    }
  }

  fileprivate func summary(_ context: SummaryContext) -> String {
    switch self {
    case .event(let event): event.summary(context)
    case .malformed(_, let reason): "not understood: \(reason)"
    case .leftOut(_, let bytes): MalformedEvent.sentence(leftOut: bytes)
    case .read: ""
    case .gap(let seconds): "nothing was heard for \(seconds) s: events are missing here"
    case .reconnected(let seconds): "connected again after \(seconds) s"
    }
  }
}
