/// What is known of a terminal's colours.
package struct ColorSupport: Hashable, Sendable {
  /// As many as its terminfo entry has.
  package var colors: Int
  /// Whether the entry says that a colour may be given by its components (`RGB`, `Tc`).
  package var isDescribedDirect: Bool
  /// What `COLORTERM` says; empty for nothing.
  package var claim: String
  /// Whether there is a multiplexer in between, to which the claim of the terminal behind it does
  /// not apply.
  package var isMultiplexed: Bool

  package init(
    colors: Int, isDescribedDirect: Bool = false, claim: String = "", isMultiplexed: Bool = false
  ) {
    self.colors = colors
    self.isDescribedDirect = isDescribedDirect
    self.claim = claim
    self.isMultiplexed = isMultiplexed
  }

  /// Whether components may work at all: they do where 256 colours have numbers.
  private var mayBeDirect: Bool { colors >= 256 }

  /// What to rely on: the terminfo entry first, then the claim.
  fileprivate var depth: ColorDepth {
    let isClaimed = !isMultiplexed && ["truecolor", "24bit"].contains(claim)
    return mayBeDirect && (isDescribedDirect || isClaimed) ? .truecolor : ColorDepth(colors: colors)
  }

  fileprivate var utmost: ColorDepth { mayBeDirect ? .truecolor : ColorDepth(colors: colors) }
}

/// How much colour a person asked for; the raw value is what they type.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case never
  case ansi16 = "16"
  case indexed256 = "256"
  case truecolor

  /// The depth to use: as much as the terminal is known to have; where a person asks for more, as
  /// much as it may have.
  package func depth(on terminal: ColorSupport) -> ColorDepth {
    switch self {
    case .auto: terminal.depth
    case .never: .mono
    case .ansi16: min(.ansi16, terminal.depth)
    case .indexed256: min(.indexed256, terminal.depth)
    case .truecolor: terminal.utmost
    }
  }
}

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
