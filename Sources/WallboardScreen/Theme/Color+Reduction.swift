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
