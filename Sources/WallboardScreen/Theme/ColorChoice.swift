/// How much colour a person asked for; the raw value is what they type.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case never
  case ansi16 = "16"
  case indexed256 = "256"
  case truecolor

  /// The depth to use on a terminal that has this many colours: never more than it has.
  package func depth(onTerminalWith colors: Int) -> ColorDepth {
    min(limit, ColorDepth(colors: colors))
  }

  private var limit: ColorDepth {
    switch self {
    case .auto, .truecolor: .truecolor
    case .never: .mono
    case .ansi16: .ansi16
    case .indexed256: .indexed256
    }
  }
}
