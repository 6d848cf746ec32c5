/// The usual values of the 256-colour palette, for finding the nearest entry.
enum Palette {
  /// The entry from 16 on that looks most like a colour. The first sixteen are the person's own and
  /// may be anything.
  static func nearestIndexed(to color: RGB) -> UInt8 {
    nearest(to: color, among: 16...255)
  }

  /// The one of the sixteen that looks most like a colour, by xterm's values.
  static func nearestAnsi(to color: RGB) -> AnsiColor {
    AnsiColor(rawValue: nearest(to: color, among: 0...15)) ?? .white
  }

  /// The usual value of an entry.
  static func rgb(_ index: UInt8) -> RGB {
    switch index {
    case 0..<16: ansi(index)
    case 16..<232: cube(Int(index) - 16)
    default: gray(level: Int(index) - 232)
    }
  }

  /// How unlike a colour an entry looks. Of the sixteen none is pale: there the hue counts most, or
  /// else what is pale would become grey and say nothing any more.
  static func unlikeness(of entry: UInt8, to color: RGB) -> Int {
    let usual = rgb(entry)
    let distance = usual.distance(to: color)
    guard entry < 16 else { return distance }
    switch (color.hue, usual.hue) {
    case (let hue?, let other?): return distance + 8 * other.distance(to: hue)
    case (nil, nil): return distance
    case (nil, _?), (_?, nil): return distance + (1 << 40)
    }
  }

  private static func nearest(to color: RGB, among entries: ClosedRange<UInt8>) -> UInt8 {
    let nearest = entries.min { unlikeness(of: $0, to: color) < unlikeness(of: $1, to: color) }
    return nearest ?? entries.lowerBound
  }

  private static func ansi(_ index: UInt8) -> RGB {
    switch index {
    case 7: RGB(red: 229, green: 229, blue: 229)
    case 8: RGB(red: 127, green: 127, blue: 127)
    case 12: RGB(red: 92, green: 92, blue: 255)
    default: primary(index, full: index < 8 ? 205 : 255)
    }
  }

  private static func primary(_ index: UInt8, full: UInt8) -> RGB {
    RGB(
      red: index & 1 != 0 ? full : 0,
      green: index & 2 != 0 ? full : 0,
      blue: index & 4 != 0 ? full : 0)
  }

  private static func cube(_ index: Int) -> RGB {
    RGB(red: cubeLevel(index / 36), green: cubeLevel(index / 6 % 6), blue: cubeLevel(index % 6))
  }

  private static func cubeLevel(_ step: Int) -> UInt8 {
    step == 0 ? 0 : UInt8(clamping: 55 + 40 * step)
  }

  private static func gray(level: Int) -> RGB {
    let value = UInt8(clamping: 8 + 10 * level)
    return RGB(red: value, green: value, blue: value)
  }
}

extension Color {
  /// The nearest colour that a terminal of a given depth has.
  package func reduced(to depth: ColorDepth) -> Color {
    switch depth {
    case .mono: .terminalDefault
    case .ansi8: reducedToAnsi(\.base)
    case .ansi16: reducedToAnsi(\.self)
    case .indexed256: reducedToIndexed
    case .truecolor: self
    }
  }

  var isBright: Bool {
    switch self {
    case .ansi(let color): color.isBright
    case .terminalDefault, .indexed, .rgb: false
    }
  }

  /// Which of the first eight it is.
  fileprivate var baseOfPalette: AnsiColor? {
    switch self {
    case .ansi(let color): color.isBright ? nil : color
    case .indexed(let index): index < 8 ? AnsiColor(rawValue: index) : nil
    case .terminalDefault, .rgb: nil
    }
  }

  private func reducedToAnsi(_ variant: KeyPath<AnsiColor, AnsiColor>) -> Color {
    switch self {
    case .terminalDefault: self
    case .ansi(let color): .ansi(color[keyPath: variant])
    case .indexed(let index): .ansi(nearestAnsi(index)[keyPath: variant])
    case .rgb(let color): .ansi(Palette.nearestAnsi(to: color)[keyPath: variant])
    }
  }

  private var reducedToIndexed: Color {
    switch self {
    case .terminalDefault, .ansi, .indexed: self
    case .rgb(let color): .indexed(Palette.nearestIndexed(to: color))
    }
  }

  private func nearestAnsi(_ index: UInt8) -> AnsiColor {
    AnsiColor(rawValue: index) ?? Palette.nearestAnsi(to: Palette.rgb(index))
  }
}

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
    if style.mayBeSpoiltByBold { style.attributes.remove(.bold) }
    return style
  }

  /// Many terminals show the first eight colours brighter where they are bold, however many they have:
  /// Konsole, Xfce's, st and rxvt among them. What is brighter in a palette only who made it knows: in
  /// Solarized they are greys, and black on yellow would be grey on yellow. So in a pair, of which the
  /// other colour stays as it is, no letters are bold but white ones.
  private var mayBeSpoiltByBold: Bool {
    guard let color = foreground.baseOfPalette, background != .terminalDefault else { return false }
    return color != .white
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
