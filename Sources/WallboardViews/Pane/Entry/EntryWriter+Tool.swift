import WallboardBoard
import WallboardEvents
import WallboardScreen

extension EntryWriter {
  func lines(of run: ToolRun, at time: Timestamp, isUnfolded: Bool) -> [PaneLine] {
    let indent = min(2 * run.depth, bodyWidth / 3)
    let margin = Phrase(String(repeating: " ", count: indent))
    var body = headlines(of: run, since: time, width: bodyWidth - indent).map { [margin] + $0 }
    if isUnfolded {
      body += detail(of: run, width: bodyWidth - indent - 2).map { [margin, Phrase("  ")] + $0 }
    }
    return led(
      body, at: time, label: Phrase("tool", .muted),
      mark: Phrase(String(run.status.mark(glyphs)), run.status.look))
  }

  /// One line, and as many as the reason takes where a run failed.
  private func headlines(of run: ToolRun, since time: Timestamp, width: Int) -> [[Phrase]] {
    let name = Phrase(context.lettering.shown(run.name?.string ?? "a tool") + " ", .value)
    let standing = Phrase(standing(of: run, since: time), run.status.look)
    let place = [run.integrationName, run.endpointName].compactMap { $0?.string }
    let through = place.isEmpty ? "" : "  \(glyphs.separator) " + place.joined(separator: "/")
    var flow = Flow(width: width, context.lettering)
    if let reason = reason(of: run) {
      flow.add(Phrase("\(name.text)\(standing.text): \(reason)", run.status.look), hanging: 2)
      flow.limit(to: Self.eventLines)
      return flow.lines
    }
    return [cut([name, standing, Phrase(through, .muted)], to: width)]
  }

  private func standing(of run: ToolRun, since time: Timestamp) -> String {
    let length = run.durationMilliseconds.map { " after " + Durations.measured($0) } ?? ""
    switch run.status {
    case .running:
      let since = context.now.seconds(since: run.startedAt ?? time)
      return "runs " + Durations.stopwatch(since)
    case .succeeded: return "done" + length
    case .failed: return "failed" + length
    case .unfinished: return "unfinished"
    }
  }

  private func reason(of run: ToolRun) -> String? {
    guard run.status == .failed, let failure = run.failure, !failure.isEmpty else { return nil }
    return failure.words(disclosure)
  }

  private func detail(of run: ToolRun, width: Int) -> [[Phrase]] {
    var lines: [[Phrase]] = []
    let input = run.input.map {
      $0.reveal(disclosure).map { JSONPrinter.lines(of: $0.json) } ?? [$0.description]
    }
    let output = run.output.map {
      $0.reveal(disclosure).map { JSONReindenter.lines(of: $0.string) } ?? [$0.description]
    }
    lines += part("input", input, width: width)
    lines += part("output", output, width: width)
    if let transport = run.transport { lines += part("through", [transport.string], width: width) }
    guard lines.isEmpty else { return lines }
    var flow = Flow(width: width, context.lettering)
    flow.add(Phrase("nothing is known of its input and output", .muted))
    return flow.lines
  }

  private func part(_ label: String, _ texts: [String]?, width: Int) -> [[Phrase]] {
    guard let texts else { return [] }
    let room = 8
    var flow = Flow(width: width - room, context.lettering)
    for text in texts.prefix(Self.detailLines) {
      let content = text.drop { $0 == " " }
      flow.add(Phrase(String(content)), margin: text.count - content.count, hanging: 2)
    }
    flow.limit(to: Self.detailLines, omitted: max(0, texts.count - Self.detailLines))
    return flow.lines.enumerated().map { index, line in
      [Phrase(TextLayout.fitted(index == 0 ? label : "", to: room), .label)] + line
    }
  }

  /// The phrases as far as there is room for them.
  private func cut(_ phrases: [Phrase], to width: Int) -> [Phrase] {
    var rest = width
    return phrases.map { phrase in
      var piece = phrase
      piece.text = rest > 0 ? context.lettering.fitted(phrase.text, to: rest) : ""
      rest -= TextLayout.width(of: piece.text)
      return piece
    }
  }
}

extension ToolRun.Status {
  var look: StyleRole {
    switch self {
    case .running: .toolRunning
    case .succeeded: .toolSucceeded
    case .failed: .toolFailed
    case .unfinished: .warning
    }
  }

  func mark(_ glyphs: GlyphSet) -> Character {
    switch self {
    case .running: glyphs.halfDot
    case .succeeded: glyphs.check
    case .failed: glyphs.failure
    case .unfinished: glyphs.hollowDot
    }
  }
}
