/// By how much the times of events are ahead of their arrivals: milliseconds that are offsets of the
/// platform's clock at the least, for no event arrives before it happened.
///
/// Of every ten seconds the largest counts. What is replayed after a reconnect comes at once, so
/// that it fills one of them at the most.
struct EventLeads: Sendable {
  /// How many stretches with events are remembered, and of how many milliseconds each is.
  private static let most = 8
  private static let stretch: Int64 = 10_000
  /// Stretches after which what was noted says nothing of the clocks any more.
  private static let longest: Int64 = 60
  /// As many stretches have to say the same, for a single event may claim any time.
  private static let fewest = 3

  private var leads: [(stretch: Int64, lead: Int64)] = []

  /// Notes an event; whether it says something new.
  mutating func note(_ lead: Int64, at uptime: Int64) -> Bool {
    let stretch = uptime / Self.stretch
    leads.removeAll { stretch - $0.stretch > Self.longest }
    guard let last = leads.last, last.stretch == stretch else {
      leads.append((stretch, lead))
      if leads.count > Self.most { leads.removeFirst() }
      return true
    }
    guard lead > last.lead else { return false }
    leads[leads.count - 1].lead = lead
    return true
  }

  /// The lead of the event that came the soonest after it happened; `nil` while few have come.
  var largest: Int64? { leads.count < Self.fewest ? nil : leads.map(\.lead).max() }

  /// What several stretches prove the offset to be at the least.
  var proven: Int64? {
    leads.count < Self.fewest ? nil : leads.map(\.lead).sorted(by: >)[Self.fewest - 1]
  }

  /// Whether events come about when they happen, with that offset; `nil` while few have come. What a
  /// date says may be so though events are slow; what has nothing else to show has to fit exactly.
  func fit(_ offset: Int64, isExact: Bool = false) -> Bool? {
    guard let largest, let proven else { return nil }
    return proven - offset <= Self.difference
      && offset - largest <= (isExact ? Self.difference : Self.mostLate)
  }

  /// Milliseconds that the clocks of two machines of the platform may differ by.
  private static let difference: Int64 = 2_000
  /// Milliseconds that the quickest of many events may need on its way.
  private static let mostLate: Int64 = 10_000
}
