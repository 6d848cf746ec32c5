/// How many colours may be used.
package enum ColorDepth: Int, Comparable, Sendable {
  case mono, ansi8, ansi16, indexed256, truecolor

  /// The depth of a terminal that has this many colours.
  package init(colors: Int) {
    switch colors {
    case ..<8: self = .mono
    case 8..<16: self = .ansi8
    case 16..<256: self = .ansi16
    case 256..<(1 << 24): self = .indexed256
    default: self = .truecolor
    }
  }

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
