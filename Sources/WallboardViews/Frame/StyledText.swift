import WallboardEvents
import WallboardScreen

/// Text in one style. It may come from outside: `Canvas.draw(_:in:)` cuts it and makes it safe.
struct StyledText: Equatable, Sendable {
  var text: String
  var role: StyleRole
  var emphasis: Emphasis
  /// Whether the whole field is filled with the style, not only the text.
  var fillsField = false
  /// What stands there instead where the text, and one of the tails, have no room in whole.
  var brief: String?
  /// What may follow in muted letters: the first of them that has room in whole.
  var tails: [String] = []
  /// The sign that it begins with, or is one of: a legend explains it.
  var sign: Sign?

  init(_ text: String, _ role: StyleRole = .text, emphasis: Emphasis = Emphasis()) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }

  /// A sign, and words after it.
  init(_ sign: Sign, _ glyphs: GlyphSet, _ words: String = "", _ role: StyleRole? = nil) {
    let mark = sign.text(glyphs)
    self.init(words.isEmpty ? mark : "\(mark) \(words)", role ?? sign.role)
    self.sign = sign
  }

  static let empty = StyledText("")

  /// The sign that a legend explains; words that are hidden are known by what stands in their place.
  var shownSign: Sign? {
    guard !text.isEmpty else { return nil }
    return sign ?? (text.contains(Privacy.mask) ? .hidden : nil)
  }

  /// The same text, as what that sign explains.
  func signed(_ sign: Sign?) -> StyledText {
    var phrase = self
    phrase.sign = sign
    return phrase
  }

  /// Another text in the same style.
  func saying(_ text: String) -> StyledText {
    var phrase = self
    phrase.text = text
    return phrase
  }
}

extension Canvas {
  var lettering: Lettering { Lettering(glyphs) }

  /// Draws a phrase in the first row of a field, cut to its width.
  @discardableResult
  mutating func draw(_ phrase: StyledText, in field: Rect, alignment: Alignment = .left) -> Int {
    guard !field.isEmpty else { return 0 }
    if phrase.fillsField { fill(field.row(0), role: phrase.role, emphasis: phrase.emphasis) }
    guard !phrase.text.isEmpty else { return drawTail(of: phrase, in: field) }
    let text = lettering.fitted(words(of: phrase, in: field.width), to: field.width)
    let start = field.columns.lowerBound + indent(of: text, in: field, alignment)
    let width = draw(
      text, at: Point(x: start, y: field.rows.lowerBound), role: phrase.role,
      emphasis: phrase.emphasis, width: field.columns.upperBound - start)
    return width + drawTail(of: phrase, in: field.divided(at: width, from: .left).remainder)
  }

  private func words(of phrase: StyledText, in width: Int) -> String {
    guard let brief = phrase.brief else { return phrase.text }
    let tail = phrase.tails.map { lettering.width(of: $0) }.min() ?? 0
    return lettering.width(of: phrase.text) + tail > width ? brief : phrase.text
  }

  private mutating func drawTail(of phrase: StyledText, in rest: Rect) -> Int {
    guard let tail = phrase.tails.first(where: { lettering.width(of: $0) <= rest.width }) else {
      return 0
    }
    return draw(StyledText(tail, .muted), in: rest)
  }

  /// Draws phrases next to each other, without space between them.
  @discardableResult
  mutating func draw(_ phrases: [StyledText], in field: Rect) -> Rect {
    var rest = field
    for phrase in phrases { _ = rest.cut(draw(phrase, in: rest), from: .left) }
    return rest
  }

  private func indent(of text: String, in field: Rect, _ alignment: Alignment) -> Int {
    switch alignment {
    case .left: 0
    case .right: max(0, field.width - TextLayout.width(of: text))
    case .center: max(0, field.width - TextLayout.width(of: text)) / 2
    }
  }
}
