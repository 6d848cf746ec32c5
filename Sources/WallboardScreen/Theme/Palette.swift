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
