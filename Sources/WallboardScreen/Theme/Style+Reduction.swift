extension Style {
  /// The nearest style for a terminal of a given depth. What can be read in the colours that were
  /// meant can be read in those that there are: where the nearest foreground is too like the
  /// nearest background, the nearest one is used that is not. Where brightness cannot be a colour
  /// it becomes bold, so that loud things stay loud.
  package func reduced(to depth: ColorDepth) -> Style {
    var style = Style(
      foreground.reduced(to: depth), on: background.reduced(to: depth), attributes)
    if let readable = readableForeground(on: style, at: depth) {
      style.foreground = readable
    } else if depth == .ansi8, foreground.reduced(to: .ansi16).isBright {
      style.attributes.insert(.bold)
    }
    if depth == .ansi8, Palette.fades(style) { style.attributes.remove(.bold) }
    return style
  }

  /// The foreground to use in place of that of a reduced style; `nil` where that can stay. The
  /// first sixteen colours are the person's own: what a theme makes of them is left as it is.
  private func readableForeground(on reduced: Style, at depth: ColorDepth) -> Color? {
    guard let foreground = foreground.rgb, let background = background.rgb else { return nil }
    let contrast = foreground.contrast(with: background)
    guard contrast >= RGB.visibleContrast else { return nil }
    // Eight colours are too few for more.
    let isReadable = contrast >= RGB.readableContrast && depth > .ansi8
    return Palette.nearest(
      to: foreground, on: reduced, at: depth,
      contrast: isReadable ? RGB.readableContrast : RGB.visibleContrast)
  }
}

extension Palette {
  /// The nearest colour of that depth that stands so far off a style's background; `nil` where the
  /// style's own foreground does, or none does.
  fileprivate static func nearest(
    to color: RGB, on style: Style, at depth: ColorDepth, contrast: Double
  ) -> Color? {
    guard let range = entries(at: depth), let background = usualRGB(of: style.background),
      let foreground = usualRGB(of: style.foreground)
    else { return nil }
    guard foreground.contrast(with: background) < contrast else { return nil }
    let readable = range.filter { rgb($0).contrast(with: background) >= contrast }
    let nearest = readable.min { unlikeness(of: $0, to: color) < unlikeness(of: $1, to: color) }
    return nearest.map { entry in AnsiColor(rawValue: entry).map(Color.ansi) ?? .indexed(entry) }
  }

  /// Whether words come nearer to their background when what is bold is shown brighter, as it is on
  /// terminals of eight colours.
  fileprivate static func fades(_ style: Style) -> Bool {
    guard case .ansi(let color) = style.foreground, !color.isBright,
      let background = usualRGB(of: style.background)
    else { return false }
    let bright = rgb(color.rawValue + 8)
    return bright.contrast(with: background) < rgb(color.rawValue).contrast(with: background)
  }

  private static func entries(at depth: ColorDepth) -> ClosedRange<UInt8>? {
    switch depth {
    case .mono, .truecolor: nil
    case .ansi8: 0...7
    case .ansi16: 0...15
    case .indexed256: 16...255
    }
  }

  /// A colour as most terminals show it.
  private static func usualRGB(of color: Color) -> RGB? {
    switch color {
    case .terminalDefault: nil
    case .ansi(let color): rgb(color.rawValue)
    case .indexed(let index): rgb(index)
    case .rgb(let color): color
    }
  }
}
