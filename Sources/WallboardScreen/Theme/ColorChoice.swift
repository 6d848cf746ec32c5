/// How much colour a person asked for; the raw value is what they type.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case never
  case ansi16 = "16"
  case indexed256 = "256"
  case truecolor
}
