import WallboardScreen

extension Scene {
  /// Draws a phrase in the first row of a field, cut to it.
  ///
  /// - Returns: The columns that it took.
  @discardableResult
  func draw(
    _ phrase: Phrase, in field: Rect, alignment: Alignment = .left, on canvas: inout Canvas
  ) -> Int {
    canvas.draw(phrase, in: field, alignment: alignment)
  }

  /// Draws phrases one after the other, without space between them.
  ///
  /// - Returns: What is left of the field.
  @discardableResult
  func draw(_ phrases: [Phrase], in field: Rect, on canvas: inout Canvas) -> Rect {
    canvas.draw(phrases, in: field)
  }

  /// The columns that phrases take one after the other.
  func width(of phrases: [Phrase]) -> Int {
    lettering.width(of: phrases)
  }
}
