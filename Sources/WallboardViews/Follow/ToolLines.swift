import WallboardBoard
import WallboardEvents
import WallboardScreen

extension EntryWriter {
  /// The most lines of an unfolded tool call's input, and of its output.
  static let detailLines = 40

  func lines(of run: ToolRun, at time: Timestamp, isUnfolded: Bool) -> [PaneLine] {
    let indent = min(2 * run.depth, bodyWidth / 3)
    let margin = StyledText(String(repeating: " ", count: indent))
    var body = headlines(of: run, since: time, width: bodyWidth - indent).map { [margin] + $0 }
    if isUnfolded {
      body += detail(of: run, width: bodyWidth - indent - 2).map {
        [margin, StyledText("  ")] + $0
      }
    }
    return withLead(
      body, at: time, label: StyledText("tool", .muted),
      mark: StyledText(run.status.sign, glyphs))
  }

  /// One line, or more for the reason of a failure.
  private func headlines(of run: ToolRun, since time: Timestamp, width: Int) -> [[StyledText]] {
    let name = StyledText(
      context.lettering.shown(run.name?.spoken ?? "a tool") + " ", .value)
    let standing = StyledText(standing(of: run, since: time), run.status.style)
    let place = [run.integrationName, run.endpointName].compactMap { $0?.spoken }
    let through = place.isEmpty ? "" : "  \(glyphs.separator) " + place.joined(separator: "/")
    var flow = Flow(width: width, context.lettering)
    if let reason = reason(of: run), isBrief {
      return [cut([name, standing, StyledText(": \(reason)", run.status.style)], to: width)]
    } else if let reason = reason(of: run) {
      flow.add(StyledText("\(name.text)\(standing.text): \(reason)", run.status.style), hanging: 2)
      flow.limit(to: Self.eventLines)
      return flow.lines
    }
    return [cut([name, standing, StyledText(through, .muted)], to: width)]
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

  private func detail(of run: ToolRun, width: Int) -> [[StyledText]] {
    var lines: [[StyledText]] = []
    let input = run.input.map {
      $0.reveal(disclosure).map { JSONPrinter.lines(of: $0.json) } ?? [$0.description]
    }
    let output = run.output.map {
      $0.reveal(disclosure).map { JSONReindenter.lines(of: $0.string) } ?? [$0.description]
    }
    lines += part("input", input, width: width)
    lines += part("output", output, width: width)
    if let transport = run.transport { lines += part("through", [transport.string], width: width) }
    // As the platform writes it, for whoever looks it up there.
    let name = run.name.flatMap { $0.string == $0.spoken ? nil : $0.string }
    let names = name.map { part("name", [$0], width: width) } ?? []
    guard lines.isEmpty else { return lines + names }
    var flow = Flow(width: width, context.lettering)
    flow.add(StyledText("nothing is known of its input and output", .muted))
    return flow.lines + names
  }

  private func part(_ label: String, _ texts: [String]?, width: Int) -> [[StyledText]] {
    guard let texts else { return [] }
    let room = 8
    var flow = Flow(width: width - room, context.lettering)
    for text in texts.prefix(Self.detailLines) {
      let content = text.drop { $0 == " " }
      flow.add(StyledText(String(content)), margin: text.count - content.count, hanging: 2)
    }
    flow.limit(to: Self.detailLines, omitted: max(0, texts.count - Self.detailLines))
    return flow.lines.enumerated().map { index, line in
      [StyledText(TextLayout.fitted(index == 0 ? label : "", to: room), .label)] + line
    }
  }

  /// The phrases as far as there is room for them.
  private func cut(_ phrases: [StyledText], to width: Int) -> [StyledText] {
    var rest = width
    return phrases.map { phrase in
      let text = rest > 0 ? context.lettering.fitted(phrase.text, to: rest) : ""
      rest -= TextLayout.width(of: text)
      return phrase.saying(text)
    }
  }
}

extension ToolRun.Status {
  var style: StyleRole { sign.role }

  fileprivate var sign: Sign {
    switch self {
    case .running: .toolRunning
    case .succeeded: .toolDone
    case .failed: .toolFailed
    case .unfinished: .toolUnfinished
    }
  }
}

/// Prints JSON for people: a member or an element a line, nested ones indented by two columns.
enum JSONPrinter {
  static func lines(of value: JSONValue) -> [String] {
    switch value {
    case .null, .bool, .number: [value.description]
    case .string(let text): quoted(text.string)
    case .array(let elements):
      block("[", elements.map { lines(of: $0) }, "]")
    case .object(let members):
      block("{", members.sorted { $0.key < $1.key }.map(member), "}")
    }
  }

  private static func member(_ key: String, _ value: JSONValue) -> [String] {
    let lines = lines(of: value)
    return ["\(key): " + (lines.first ?? "")] + lines.dropFirst()
  }

  private static func block(_ open: String, _ parts: [[String]], _ close: String) -> [String] {
    guard !parts.isEmpty else { return [open + close] }
    return [open] + parts.flatMap { $0.map { "  " + $0 } } + [close]
  }

  /// Line breaks in a string stay.
  private static func quoted(_ text: String) -> [String] {
    "\"\(text)\"".split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }
}

/// Breaks a text that looks like JSON into indented lines. It need not be JSON to its end: what a
/// tool answers may be cut, or only resemble it. Nothing is left out but white space between tokens.
struct JSONReindenter {
  /// Levels that are indented.
  private static let deepest = 16

  private var lines: [String] = []
  private var line = ""
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// The text's lines; a text that does not begin like an object or an array keeps its own.
  static func lines(of text: String) -> [String] {
    let first = text.first { !$0.isWhitespace }
    guard first == "{" || first == "[" else {
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init)
    }
    var reindenter = JSONReindenter()
    for character in text { reindenter.take(character) }
    reindenter.breakLine()
    return reindenter.lines
  }

  private mutating func take(_ character: Character) {
    if isInString { return takeInString(character) }
    switch character {
    case "{", "[":
      line.append(character)
      breakLine()
      depth += 1
    case "}", "]":
      close(with: character)
    case ",":
      line.append(character)
      breakLine()
    case ":": line += ": "
    case "\"":
      isInString = true
      line.append(character)
    default:
      if !character.isWhitespace { line.append(character) }
    }
  }

  private mutating func takeInString(_ character: Character) {
    line.append(character.isNewline ? " " : character)
    if isEscaped {
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      isInString = false
    }
  }

  private mutating func close(with bracket: Character) {
    breakLine()
    depth = max(0, depth - 1)
    // An empty object or array stays on one line.
    if let last = lines.last, last.hasSuffix(bracket == "}" ? "{" : "[") {
      lines.removeLast()
      line = String(last.drop { $0 == " " })
    }
    line.append(bracket)
  }

  private mutating func breakLine() {
    guard !line.isEmpty else { return }
    lines.append(String(repeating: " ", count: 2 * min(depth, Self.deepest)) + line)
    line = ""
  }
}
