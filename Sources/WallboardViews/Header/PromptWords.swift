import WallboardBoard
import WallboardScreen

/// A line that is being typed, and what there is to say to it.
struct PromptWords: Equatable {
  /// What stands before it and tells what it is for.
  let prefix: String
  let text: String
  /// What it finds, or why it cannot be used.
  var note: Phrase?

  /// Where its parts stand in a field, and what is left of that. What is typed has room first, then what
  /// is to be said to it, then what more will be typed.
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

  /// Draws what is typed, its end where it is too long, and where the next letter will stand.
  func drawTyped(in field: Rect, on canvas: inout Canvas) {
    var rest = canvas.draw([Phrase(prefix, .hintKey)], in: field)
    let shown = canvas.lettering.shown(TextSafety.clean(text).text)
    rest = canvas.draw([Phrase(shown.end(columns: rest.width - 1), .input)], in: rest)
    canvas.draw(Phrase(" ", .input, emphasis: .reverse), in: rest)
  }
}

/// Makes what a prompt shows.
struct PromptWordsMaker: RegionMaker {
  let context: FrameContext

  /// What is typed, and what is to be said to it.
  func words(of prompt: Prompt) -> PromptWords {
    switch prompt.purpose {
    case .search, .help: PromptWords(prefix: "/", text: prompt.text)
    case .seek: PromptWords(prefix: "go to ", text: prompt.text, note: destination(of: prompt))
    case .command: PromptWords(prefix: ":", text: prompt.text, note: problem(of: prompt))
    case .filter(let panel):
      PromptWords(
        prefix: "/", text: prompt.text, note: problem(of: prompt) ?? matches(in: panel))
    }
  }

  /// Where what is typed leads, or what can be typed.
  private func destination(of prompt: Prompt) -> Phrase? {
    if let problem = problem(of: prompt) { return problem }
    guard let playback = view.playback else { return nil }
    guard let target = try? SeekTarget(prompt.text),
      let moment = try? target.moment(in: playback)
    else { return Phrase(SeekError.forms, .muted) }
    let local = playback.offsets.localTime(moment)
    return Phrase("\(local.date) \(local.clock)", .good)
  }

  private func problem(of prompt: Prompt) -> Phrase? {
    prompt.problem.map { Phrase("\(glyphs.warning) \($0)", .warning) }
  }

  /// How many rows pass what is typed.
  private func matches(in panel: Panel) -> Phrase? {
    guard let panelView = view.panels[panel], panelView.filter?.isEmpty == false else { return nil }
    let count = panelView.rows.count
    return Phrase("\(count) of \(panelView.unfilteredCount)", count == 0 ? .warning : .good)
  }
}

extension String {
  /// As much of the end as stands in that many columns.
  fileprivate func end(columns: Int) -> String {
    var text = self[...]
    while !text.isEmpty, TextLayout.width(of: String(text)) > columns { text = text.dropFirst() }
    return String(text)
  }
}
