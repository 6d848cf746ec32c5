extension Style {
  /// The nearest style for a terminal of a given depth. Where brightness cannot be a colour it
  /// becomes bold, so that loud things stay loud.
  package func reduced(to depth: ColorDepth) -> Style {
    var style = Style(
      foreground.reduced(to: depth), on: background.reduced(to: depth), attributes)
    if depth == .ansi8, foreground.reduced(to: .ansi16).isBright {
      style.attributes.insert(.bold)
    }
    return style
  }
}
