/// What is known of a terminal's colours.
package struct ColorSupport: Hashable, Sendable {
  /// How many its description has.
  package var colors: Int
  /// Whether the description says that a colour may be told by its parts (`RGB`, `Tc`).
  package var isDescribedDirect: Bool
  /// What `COLORTERM` says; empty for nothing.
  package var claim: String
  /// Whether there is a multiplexer in between, to which the claim of the terminal behind it does
  /// not apply.
  package var isMultiplexed: Bool

  /// What a description says, and nothing else.
  package init(
    colors: Int, isDescribedDirect: Bool = false, claim: String = "", isMultiplexed: Bool = false
  ) {
    self.colors = colors
    self.isDescribedDirect = isDescribedDirect
    self.claim = claim
    self.isMultiplexed = isMultiplexed
  }

  /// Whether a colour can be told by its parts at all: where 256 can be told by their numbers.
  private var mayBeDirect: Bool { colors >= 256 }

  /// What to rely on: the description first, then the claim.
  fileprivate var depth: ColorDepth {
    let isClaimed = !isMultiplexed && ["truecolor", "24bit"].contains(claim)
    return mayBeDirect && (isDescribedDirect || isClaimed) ? .truecolor : ColorDepth(colors: colors)
  }

  fileprivate var utmost: ColorDepth { mayBeDirect ? .truecolor : ColorDepth(colors: colors) }
}

extension ColorChoice {
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
