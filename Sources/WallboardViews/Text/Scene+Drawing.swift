import WallboardScreen

extension Scene {
  /// Draws a phrase in the first row of a field, cut to it.
  ///
  /// - Returns: The columns that it took.
  @discardableResult
  func draw(
    _ phrase: Phrase, in field: Rect, alignment: Alignment = .left, on canvas: inout Canvas
  ) -> Int {
    guard !field.isEmpty else { return 0 }
    if phrase.fillsField { canvas.fill(field.row(0), role: phrase.role, emphasis: phrase.emphasis) }
    guard !phrase.text.isEmpty else { return 0 }
    let text = lettering.fitted(phrase.text, to: field.width)
    let start = field.columns.lowerBound + indent(of: text, in: field, alignment)
    return canvas.draw(
      text, at: Point(x: start, y: field.rows.lowerBound), role: phrase.role,
      emphasis: phrase.emphasis, width: field.columns.upperBound - start)
  }

  /// Draws phrases one after the other, without space between them.
  ///
  /// - Returns: What is left of the field.
  @discardableResult
  func draw(_ phrases: [Phrase], in field: Rect, on canvas: inout Canvas) -> Rect {
    var rest = field
    for phrase in phrases {
      _ = rest.cut(draw(phrase, in: rest, on: &canvas), from: .left)
    }
    return rest
  }

  /// The columns that phrases take one after the other.
  func width(of phrases: [Phrase]) -> Int {
    phrases.reduce(0) { $0 + lettering.width(of: $1.text) }
  }

  private func indent(of text: String, in field: Rect, _ alignment: Alignment) -> Int {
    switch alignment {
    case .left: 0
    case .right: max(0, field.width - TextLayout.width(of: text))
    case .center: max(0, field.width - TextLayout.width(of: text)) / 2
    }
  }
}
