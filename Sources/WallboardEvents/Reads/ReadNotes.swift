/// What is to be said of a read beside what it found.
package struct ReadNotes: Equatable, Sendable {
  /// What of it was not understood, or only by a mend.
  package var faults: FieldFaults
  /// Whether all is there that has a place on the board, although something that is missing may not be
  /// over. A complete list needs no such word.
  package var tellsAll: Bool

  /// All was understood.
  package init(faults: FieldFaults = FieldFaults(), tellsAll: Bool = false) {
    self.faults = faults
    self.tellsAll = tellsAll
  }
}
