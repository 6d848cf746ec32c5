import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A line that is typed, and a remark on it.
struct PromptWords: Equatable {
  /// The prompt's purpose, before the text.
  let prefix: String
  let text: String
  /// How many it finds, or why it cannot be used.
  var note: StyledText?

  /// Divides a field. The text gets room first, then the note, then space for more text.
  func places(in field: Rect, _ lettering: Lettering) -> (typed: Rect, note: Rect, rest: Rect) {
    let noteWidth = note.map { lettering.width(of: $0.text) } ?? 0
    let needed = lettering.width(of: prefix + text) + 2
    let least = min(max(24, needed), max(24, field.width / 2))
    let spare = field.width - (note == nil ? 0 : noteWidth + 2)
    var rest = field
    let typed = rest.cut(max(least, min(spare, field.width / 2)), from: .left)
    _ = rest.cut(2, from: .left)
    let note = rest.cut(noteWidth, from: .left)
    _ = rest.cut(3, from: .left)
    return (typed, note, rest)
  }

  /// Draws the text, or its end if it is too long, and the cursor.
  func drawTyped(in field: Rect, on canvas: inout Canvas) {
    var rest = canvas.draw([StyledText(prefix, .hintKey)], in: field)
    let shown = canvas.lettering.shown(TextSafety.clean(text).text)
    rest = canvas.draw([StyledText(shown.end(columns: rest.width - 1), .input)], in: rest)
    canvas.draw(StyledText(" ", .input, emphasis: .reverse), in: rest)
  }
}

struct PromptWordsMaker: RegionMaker {
  let context: FrameContext

  func words(of prompt: Prompt) -> PromptWords {
    switch prompt.purpose {
    case .search, .help: PromptWords(prefix: "/", text: prompt.text)
    case .seek: PromptWords(prefix: "go to ", text: prompt.text, note: destination(of: prompt))
    case .command: PromptWords(prefix: ":", text: prompt.text, note: problem(of: prompt))
    case .note(let subject):
      PromptWords(
        prefix: "note, \(NoteWords(context: context).subject(subject)): ", text: prompt.text,
        note: problem(of: prompt) ?? room(in: prompt))
    case .filter(let panel):
      PromptWords(
        prefix: "/", text: prompt.text, note: problem(of: prompt) ?? matches(in: panel))
    case .moments:
      PromptWords(prefix: "/", text: prompt.text, note: problem(of: prompt) ?? foundMoments(prompt))
    }
  }

  /// Where a seek would lead, or which forms it can have.
  private func destination(of prompt: Prompt) -> StyledText? {
    if let problem = problem(of: prompt) { return problem }
    guard let playback = view.playback else { return nil }
    guard let target = try? SeekTarget(prompt.text),
      let moment = try? target.moment(in: playback)
    else { return StyledText(SeekError.forms, .muted) }
    let local = playback.offsets.localTime(moment)
    return StyledText("\(local.date) \(local.clock)", .good)
  }

  /// How much may be written, once that is soon used up.
  private func room(in prompt: Prompt) -> StyledText? {
    let count = prompt.text.count
    guard count > Limits.noteLength * 4 / 5 else { return nil }
    return StyledText("\(count) of \(Limits.noteLength)", .muted)
  }

  private func problem(of prompt: Prompt) -> StyledText? {
    prompt.problem.map { StyledText("\(glyphs.warning) \($0)", .warning) }
  }

  /// How many rows pass the filter.
  private func matches(in panel: Panel) -> StyledText? {
    guard let panelView = view.panels[panel], panelView.filter?.isEmpty == false else { return nil }
    return Self.share(panelView.rows.count, of: panelView.unfilteredCount)
  }

  private func foundMoments(_ prompt: Prompt) -> StyledText? {
    guard !prompt.text.isEmpty else { return nil }
    return Self.share(view.moments.rows.count, of: view.moments.unfilteredCount)
  }

  private static func share(_ count: Int, of all: Int) -> StyledText {
    StyledText("\(count) of \(all)", count == 0 ? .warning : .good)
  }
}

extension String {
  /// As much of the end as fits into that many columns.
  fileprivate func end(columns: Int) -> String {
    var text = self[...]
    while !text.isEmpty, TextLayout.width(of: String(text)) > columns { text = text.dropFirst() }
    return String(text)
  }
}
