import DequeModule
import WallboardEvents

/// The surfaces that were longest without an event, the longest first, as far as they were looked for.
///
/// To look through all of them for every one that is forgotten would cost more than anything else on a
/// full board. An event makes a surface newer than all that are here: the first that none has touched
/// since is the one.
struct QuietSurfaces: Equatable, Sendable {
  private struct Candidate: Equatable, Sendable {
    let id: SurfaceID
    let touched: Revision
  }

  /// How many are found at once.
  private static let mostCandidates = 1_024

  private var candidates: Deque<Candidate> = []

  /// The one longest without an event; of those without any the first. It is not among them any more.
  mutating func next(in surfaces: Table<SurfaceID, Surface>) -> SurfaceID? {
    if let known = nextUntouched(in: surfaces) { return known }
    find(in: surfaces)
    return nextUntouched(in: surfaces)
  }

  /// Forgets what was found: surfaces came that no event has touched.
  mutating func reset() {
    candidates = []
  }

  private mutating func nextUntouched(in surfaces: Table<SurfaceID, Surface>) -> SurfaceID? {
    while let candidate = candidates.popFirst() {
      let touched = surfaces.look(at: candidate.id) { $0.touched }
      if touched == candidate.touched { return candidate.id }
    }
    return nil
  }

  private mutating func find(in surfaces: Table<SurfaceID, Surface>) {
    var all: [Candidate] = []
    all.reserveCapacity(surfaces.count)
    surfaces.forEachRow { all.append(Candidate(id: $0.surfaceID, touched: $0.touched)) }
    // Places are sorted, not candidates: to move an id costs more than to look.
    let places = all.indices.sorted { (all[$0].touched, $0) < (all[$1].touched, $1) }
    candidates = Deque(places.prefix(Self.mostCandidates).map { all[$0] })
  }
}
