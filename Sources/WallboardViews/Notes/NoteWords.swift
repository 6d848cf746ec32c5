import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Notes in words. What somebody wrote is shown as what is said on a followed call is: at a desk, and
/// never on a wall.
struct NoteWords: RegionMaker {
  let context: FrameContext

  /// What a note is about, such as `caller waiting, call …166299`.
  func subject(_ subject: NoteSubject) -> String {
    let call = subject.callSID.map { "call \($0.short)" }
    let words = [subject.alertTitle, call].compactMap(\.self).joined(separator: ", ")
    return words.isEmpty ? "at \(timeOfDay(subject.moment))" : words
  }

  func text(of note: Note) -> String { note.text.words(context.paneDisclosure) }

  /// Adds notes, each with when it was written and what it is about.
  func add(_ notes: some Sequence<Note>, to list: inout FactList) {
    for note in notes {
      let about = subject(note.subject)
      list.add(stamp(note.at), "\(about): \(text(of: note))")
    }
  }

  /// The list of all of them, newest first.
  var facts: [Fact] {
    var list = FactList(context)
    add(board.notes.kept.reversed(), to: &list)
    if board.notes.unreadable > 0 {
      list.add("", "\(board.notes.unreadable.counted("line")) could not be read", .warning)
    }
    guard list.facts.isEmpty else { return list.facts }
    return Fact.gone("No notes. m writes one: about a call, an alert, or this moment.")
  }

  /// The time of today, the day of earlier ones.
  private func stamp(_ time: Timestamp) -> String {
    let local = LocalTime(time, utcOffset: settings.utcOffset)
    let today = LocalTime(now, utcOffset: settings.utcOffset)
    return local.date == today.date
      ? timeOfDay(time) : "\(local.date.suffix(5)) \(local.clock.prefix(5))"
  }
}
