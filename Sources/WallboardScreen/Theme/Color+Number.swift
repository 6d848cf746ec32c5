extension Color {
  /// The number by which a terminal of a given depth knows the colour, after reduction to that
  /// depth; nil for the terminal's own. With direct colour a number is the colour itself, and only
  /// the first eight are the palette's.
  package func number(at depth: ColorDepth) -> Int? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let color): Self.number(ofEntry: color.rawValue, at: depth)
    case .indexed(let index): Self.number(ofEntry: index, at: depth)
    case .rgb(let color): color.number
    }
  }

  private static func number(ofEntry index: UInt8, at depth: ColorDepth) -> Int {
    depth == .truecolor && index >= 8 ? Palette.rgb(index).number : Int(index)
  }
}

extension RGB {
  fileprivate var number: Int {
    Int(red) << 16 | Int(green) << 8 | Int(blue)
  }
}
