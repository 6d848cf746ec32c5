import WallboardScreen

/// Words in a role: what a field of the screen shows. The words may come from anywhere:
/// `Canvas.draw(_:in:)` bounds them and makes them safe.
struct Phrase: Equatable, Sendable {
  var text: String
  var role: StyleRole
  var emphasis: Emphasis
  /// Whether the whole field is drawn in the role, not only the words.
  var fillsField = false

  init(_ text: String, _ role: StyleRole = .text, emphasis: Emphasis = Emphasis()) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }

  static let empty = Phrase("")

  /// Other words that look the same.
  func saying(_ text: String) -> Phrase {
    var phrase = self
    phrase.text = text
    return phrase
  }
}

extension Canvas {
  /// How words are brought into its fields.
  var lettering: Lettering { Lettering(glyphs) }

  /// Draws a phrase in the first row of a field, cut to it.
  ///
  /// - Returns: The columns that it took.
  @discardableResult
  mutating func draw(_ phrase: Phrase, in field: Rect, alignment: Alignment = .left) -> Int {
    guard !field.isEmpty else { return 0 }
    if phrase.fillsField { fill(field.row(0), role: phrase.role, emphasis: phrase.emphasis) }
    guard !phrase.text.isEmpty else { return 0 }
    let text = lettering.fitted(phrase.text, to: field.width)
    let start = field.columns.lowerBound + indent(of: text, in: field, alignment)
    return draw(
      text, at: Point(x: start, y: field.rows.lowerBound), role: phrase.role,
      emphasis: phrase.emphasis, width: field.columns.upperBound - start)
  }

  /// Draws phrases one after the other, without space between them.
  ///
  /// - Returns: What is left of the field.
  @discardableResult
  mutating func draw(_ phrases: [Phrase], in field: Rect) -> Rect {
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
