import WallboardScreen

/// Words in their roles, broken into lines of one width.
struct Flow {
  private let width: Int
  private let lettering: Lettering
  private(set) var lines: [[Phrase]] = []
  private var used = 0

  /// Nothing yet. No line is narrower than what one letter can take.
  init(width: Int, _ lettering: Lettering) {
    self.width = max(2, width)
    self.lettering = lettering
  }

  /// Begins a new line with these words, so many columns from the left; all of their lines but the
  /// first stand `hanging` columns further in.
  mutating func add(_ phrase: Phrase, margin: Int = 0, hanging: Int = 0) {
    let margin = min(margin, width / 2)
    let hanging = min(hanging, width / 4)
    let room = max(2, width - margin - hanging)
    for (index, text) in TextLayout.wrapped(lettering.shown(phrase.text), to: room).enumerated() {
      let indent = margin + (index > 0 ? hanging : 0)
      var piece = phrase
      piece.text = text
      lines.append(indent > 0 ? [Phrase(String(repeating: " ", count: indent)), piece] : [piece])
      used = indent + TextLayout.width(of: text)
    }
  }

  /// Puts a short mark after the last word, on a new line where there is no room.
  mutating func mark(_ phrase: Phrase, gap: Int = 1) {
    var phrase = phrase
    phrase.text = lettering.shown(phrase.text)
    let columns = TextLayout.width(of: phrase.text)
    guard !lines.isEmpty, used + gap + columns <= width else { return add(phrase) }
    if gap > 0 { lines[lines.count - 1].append(Phrase(String(repeating: " ", count: gap))) }
    lines[lines.count - 1].append(phrase)
    used += gap + columns
  }

  /// Cuts what is more than `count` lines after the `first`, and says so in the last of them;
  /// `omitted` are lines that were not even added.
  mutating func limit(to count: Int, from first: Int = 0, omitted: Int = 0) {
    let more = lines.count - first - count + omitted
    guard more > 0 else { return }
    let cut = max(1, lines.count - first - count + 1)
    lines.removeLast(min(cut, lines.count))
    lines.append([Phrase("… \(omitted + cut) more lines", .muted)])
  }
}
