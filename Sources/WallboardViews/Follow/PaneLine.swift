import WallboardScreen

/// A line of a followed call's pane.
struct PaneLine: Equatable {
  /// Time, speaker and mark; spaces in their place after an entry's first line.
  var lead: [StyledText]
  /// The words, which a search looks through.
  var body: [StyledText]

  init(lead: [StyledText] = [], body: [StyledText]) {
    self.lead = lead
    self.body = body
  }

  /// This line where nobody knows its time; a rule across the pane has none.
  var withoutTime: PaneLine {
    guard let time = lead.first, time.role == .time else { return self }
    let blank = StyledText(String(repeating: " ", count: TextLayout.width(of: time.text)))
    return PaneLine(lead: [blank] + lead.dropFirst(), body: body)
  }

  /// This line at the top of a pane, where its entry's first one is no longer seen: who speaks, and
  /// that there was more.
  func continuing(_ first: PaneLine, _ glyphs: GlyphSet) -> PaneLine {
    guard let mark = first.lead.last else { return self }
    let torn = mark.saying(mark.text.prefix(1) + String(glyphs.ellipsis))
    return PaneLine(lead: first.lead.dropLast() + [torn], body: body)
  }
}

/// The columns before the words of an entry: time, speaker and mark.
struct LeadColumns: Equatable {
  /// 8 for the whole time, 5 without its seconds, 0 for none.
  let time: Int
  let label: Int

  /// As many as a pane of that width can spare.
  init(width: Int) {
    time = width >= 62 ? 8 : width >= 46 ? 5 : 0
    label = width >= 46 ? 8 : 6
  }

  /// All of them, with a free column after each.
  var width: Int { (time > 0 ? time + 1 : 0) + label + 3 }

  /// A label that fits its column.
  func fitted(_ label: String) -> String {
    guard label.utf8.count > self.label else { return label }
    return Self.shortLabels[label] ?? label
  }

  private static let shortLabels = ["operator": "oper.", "transfer": "transf"]
}

/// Wraps styled text into lines of one width.
struct Flow {
  private let width: Int
  private let lettering: Lettering
  private(set) var lines: [[StyledText]] = []
  private var used = 0

  /// A line has at least two columns, as many as a wide letter takes.
  init(width: Int, _ lettering: Lettering) {
    self.width = max(2, width)
    self.lettering = lettering
  }

  /// Begins a new line, indented by `margin`; where the text is wrapped, the lines after the first
  /// are indented by `hanging` more.
  mutating func add(_ phrase: StyledText, margin: Int = 0, hanging: Int = 0) {
    let margin = min(margin, width / 2)
    let hanging = min(hanging, width / 4)
    let room = max(2, width - margin - hanging)
    for (index, text) in TextLayout.wrapped(lettering.shown(phrase.text), to: room).enumerated() {
      let indent = margin + (index > 0 ? hanging : 0)
      let piece = phrase.saying(text)
      lines.append(
        indent > 0 ? [StyledText(String(repeating: " ", count: indent)), piece] : [piece])
      used = indent + TextLayout.width(of: text)
    }
  }

  /// Puts a short remark after the last word, or on a new line where there is no room.
  mutating func mark(_ phrase: StyledText, gap: Int = 1) {
    let phrase = phrase.saying(lettering.shown(phrase.text))
    let columns = TextLayout.width(of: phrase.text)
    guard !lines.isEmpty, used + gap + columns <= width else { return add(phrase) }
    if gap > 0 { lines[lines.count - 1].append(StyledText(String(repeating: " ", count: gap))) }
    lines[lines.count - 1].append(phrase)
    used += gap + columns
  }

  /// Keeps `count` lines from `first` on, of which the last says how many are missing. `omitted`
  /// lines were not even added.
  mutating func limit(to count: Int, from first: Int = 0, omitted: Int = 0) {
    let more = lines.count - first - count + omitted
    guard more > 0 else { return }
    let cut = max(1, lines.count - first - count + 1)
    lines.removeLast(min(cut, lines.count))
    lines.append([StyledText("… \(omitted + cut) more lines", .muted)])
  }
}
