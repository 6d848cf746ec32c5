/// A colour by its components.
package struct RGB: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// The colour of these parts of light, each 0 to 255.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour at its purest and brightest; `nil` for what is as good as grey.
  var hue: RGB? {
    let (least, most) = (min(red, green, blue), max(red, green, blue))
    guard most - least >= 48 else { return nil }
    let pure = { (part: UInt8) in UInt8(clamping: Int(part - least) * 255 / Int(most - least)) }
    return RGB(red: pure(red), green: pure(green), blue: pure(blue))
  }

  /// How unlike two colours look: the "redmean" approximation, as an integer.
  func distance(to other: RGB) -> Int {
    let mean = (Int(red) + Int(other.red)) / 2
    let red = Int(red) - Int(other.red)
    let green = Int(green) - Int(other.green)
    let blue = Int(blue) - Int(other.blue)
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }
}
