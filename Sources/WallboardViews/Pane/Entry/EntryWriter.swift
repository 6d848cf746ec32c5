import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Writes the entries of a followed call's time line in lines of one width.
///
/// How many lines an entry takes depends on the entry, the width and the disclosure alone, never on
/// the clock: what ticks stands on a line that is cut, not wrapped.
struct EntryWriter {
  /// Lines of an event that is read.
  static let eventLines = 4
  /// Lines of what a barge-in kept from being said.
  static let unspokenLines = 4
  /// Lines of an unfolded tool call's input, and of its output.
  static let detailLines = 40

  let context: FrameContext
  let width: Int
  let columns: LeadColumns

  init(_ context: FrameContext, width: Int) {
    self.context = context
    self.width = max(1, width)
    columns = LeadColumns(width: width)
  }

  var disclosure: Disclosure { context.paneDisclosure }
  var glyphs: GlyphSet { context.glyphs }
  var bodyWidth: Int { max(2, width - columns.width) }

  /// The lines of an entry, at least one.
  func lines(of entry: TimelineEntry, isUnfolded: Bool) -> [PaneLine] {
    switch entry.content {
    case .utterance(let utterance): lines(of: utterance, at: entry.at)
    case .tool(let run): lines(of: run, at: entry.at, isUnfolded: isUnfolded)
    case .event(let event): lines(of: event, at: entry.at)
    case .malformed(let reason):
      warning("a message could not be understood: \(reason)", at: entry.at)
    case .degraded(let name, let faults):
      warning(
        "\(name): \(faults.summary): "
          + faults.sentences.map(\.string).joined(separator: "; "), at: entry.at)
    case .gap(let seconds): [rule(gap(seconds), .gap, with: glyphs.gap)]
    case .ended(let ending): [rule(ending.sentence, .title, with: glyphs.horizontal)]
    }
  }

  /// Whether the lines of an entry change while the entry does not.
  func ticks(_ entry: TimelineEntry) -> Bool {
    switch entry.content {
    case .utterance(let utterance): !disclosure.words && utterance.endedAt == nil
    case .tool(let run): run.status == .running
    case .event, .malformed, .degraded, .gap, .ended: false
    }
  }

  /// Puts time, label and mark before the first line, and room for them before the others.
  func led(
    _ body: [[Phrase]], at time: Timestamp, label: Phrase = .empty, mark: Phrase
  ) -> [PaneLine] {
    let blank = [Phrase(String(repeating: " ", count: columns.width))]
    return body.enumerated().map { index, line in
      PaneLine(lead: index == 0 ? lead(time, label, mark) : blank, body: line)
    }
  }

  private func lead(_ time: Timestamp, _ label: Phrase, _ mark: Phrase) -> [Phrase] {
    var name = label
    name.text =
      TextLayout.fitted(
        context.lettering.shown(columns.fitted(label.text)), to: columns.label, alignment: .right,
        ellipsis: glyphs.ellipsis) + " "
    var sign = mark
    sign.text += " "
    guard columns.time > 0 else { return [name, sign] }
    return [Phrase("\(context.timeOfDay(time).prefix(columns.time)) ", .time), name, sign]
  }

  private func gap(_ seconds: Int64) -> String {
    "\(Durations.exact(seconds)) missing: the connection was lost"
  }

  /// Words in the middle of a line that goes from side to side.
  private func rule(_ words: String, _ role: StyleRole, with line: Character) -> PaneLine {
    let text = context.lettering.fitted(" \(words) ", to: max(1, width - 4))
    let rest = max(0, width - TextLayout.width(of: text))
    let left = String(repeating: line, count: rest / 2)
    let right = String(repeating: line, count: rest - rest / 2)
    return PaneLine(body: [Phrase(left, role), Phrase(text, role), Phrase(right, role)])
  }

  private func warning(_ words: String, at time: Timestamp) -> [PaneLine] {
    var flow = Flow(width: bodyWidth, context.lettering)
    flow.add(Phrase(words, .warning))
    flow.limit(to: Self.eventLines)
    return led(flow.lines, at: time, mark: Phrase(String(glyphs.warning), .warning))
  }
}

extension CallEnding {
  /// `ended: completed after 4:05`
  var sentence: String {
    let why = reason.map { ": " + $0.words } ?? ""
    let length = Durations.seconds(duration).map { " after " + Durations.stopwatch($0) } ?? ""
    return "ended" + why + length
  }
}
