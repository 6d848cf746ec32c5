package import WallboardEvents

/// What people wrote in a time.
package struct ShiftNotes: Sendable {
  /// Oldest first; the newest, at most ``Limits/notes``.
  package private(set) var all: [Note] = []

  mutating func add(_ note: Note) {
    all.append(note)
    all.removeFirst(max(0, all.count - Limits.notes))
  }
}
