/// How many colours may be used.
package enum ColorDepth: Int, Comparable, Sendable {
  case mono, ansi8, ansi16, indexed256, truecolor

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
