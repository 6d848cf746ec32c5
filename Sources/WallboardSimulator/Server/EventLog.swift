/// The events that a stream can still be resumed from, in the order of their ids.
struct EventLog: Sendable {
  static let memoryMilliseconds = 5 * 60 * 1000
  static let memoryEvents = 200_000

  private var events: [SimulatedEvent] = []
  /// How many events at the front are forgotten already and only wait for their removal.
  private var forgotten = 0

  mutating func append(_ new: [SimulatedEvent]) {
    events += new
    forget()
  }

  /// What came after the event of the id, and with an overlap some events before that.
  func events(after id: Int, overlap: Int = 0) -> ArraySlice<SimulatedEvent> {
    events[max(forgotten, index(after: id) - overlap)...]
  }

  private func index(after id: Int) -> Int {
    var low = forgotten
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].id > id { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Removes in large portions: moving up what remains costs as much for one as for many.
  private mutating func forget() {
    guard let newest = events.last?.id else { return }
    forgotten = max(
      index(after: newest - Self.memoryMilliseconds), events.count - Self.memoryEvents)
    guard forgotten > 1000, forgotten > events.count / 2 else { return }
    events.removeFirst(forgotten)
    forgotten = 0
  }
}
