package import WallboardEvents

/// The notes that people wrote, those of earlier runs among them.
package struct Notes: Equatable, Sendable {
  /// Oldest first; at most ``Limits/notes``.
  package private(set) var kept: [Note] = []
  /// Those that are kept in the file and could not be read.
  package private(set) var unreadable = 0

  /// None is known.
  package init() {}

  /// How long a note is shown without being asked for, in milliseconds: a shift.
  private static let fresh: Int64 = 12 * 3_600_000

  /// The notes of the last shift, newest first.
  package func fresh(at now: Timestamp) -> [Note] {
    kept.reversed().filter { now.milliseconds(since: $0.at) < Self.fresh }
  }

  /// Those about a call, oldest first.
  package func about(_ callSID: CallSID) -> [Note] {
    kept.filter { $0.subject.callSID == callSID }
  }

  mutating func add(_ note: Note) {
    kept.append(note)
    kept.removeFirst(max(0, kept.count - Limits.notes))
  }

  mutating func replace(by notes: [Note], unreadable: Int) {
    kept = Array(notes.suffix(Limits.notes))
    self.unreadable = unreadable
  }
}

extension WallboardState {
  /// Begins a note about what has the cursor, or about this moment.
  mutating func beginNote() {
    guard view.wall == nil else {
      return view.announce("Notes are written at a desk, not on a wall")
    }
    guard !settings.isReplay else { return view.announce("A recording takes no notes") }
    view.prompt = Prompt(.note(noteSubject))
  }

  private var noteSubject: NoteSubject {
    if case .detail(let row) = view.overlay { return subject(of: row) }
    guard let pane = view.pane else { return subject(of: view.panels[view.focus]?.current) }
    let line = pane.position.cursor?.entry
    let said = line.flatMap { shownObservation(of: pane.callSID)?.timeline[$0] }
    return NoteSubject(said?.at ?? board.now, pane.callSID)
  }

  private func subject(of row: RowID?) -> NoteSubject {
    switch row {
    case .call(let callSID): return NoteSubject(board.now, callSID)
    case .alert(let number):
      guard let key = board.alerts.alert(number)?.key else { break }
      return NoteSubject(board.now, key.subject.callSID, alert: BoundedString(key.kind.rawValue))
    case .operator, .surface, .activity, .metric, nil: break
    }
    return NoteSubject(board.now)
  }

  /// Has a note written; one without words is none.
  mutating func acceptNote(_ prompt: Prompt, about subject: NoteSubject) -> [Effect] {
    let text = prompt.text.trimmingSpaces
    view.prompt = nil
    guard !text.isEmpty else { return [] }
    view.unwritten = prompt
    return [.writeNote(Note(at: board.now, subject, Protected(BoundedString(text))))]
  }

  /// Opens a note again that could not be written: its words are not lost.
  mutating func reopenNote(because reason: String) {
    guard var prompt = view.unwritten else { return }
    prompt.problem = reason
    view.unwritten = nil
    view.prompt = prompt
  }

  /// Takes a note that was written, or that a recording tells of.
  mutating func take(_ note: Note) {
    board.notes.add(note)
    heldBoard?.notes.add(note)
    guard view.unwritten != nil else { return }
    view.unwritten = nil
    view.announce("Note kept for whoever comes next: :notes shows it")
  }

  mutating func take(notes: [Note], unreadable: Int, at time: Timestamp) {
    let isFirst = board.notes.kept.isEmpty
    board.notes.replace(by: notes, unreadable: unreadable)
    heldBoard?.notes = board.notes
    // What somebody left behind is said once, when the board opens.
    let count = board.notes.fresh(at: time).count
    guard isFirst, count > 0 else { return }
    view.announce("\(count.counted("note")) of the last 12 hours: :notes shows them")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}

extension NoteSubject {
  /// What the alert is called that it is about.
  package var alertTitle: String? {
    alert.map { AlertKind(rawValue: $0.string)?.title ?? $0.string }
  }
}
