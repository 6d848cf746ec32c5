/// A colour as a theme names it; a terminal may only have a nearer or poorer one.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault

  case ansi(AnsiColor)

  /// A number in the 256-colour palette.
  case indexed(UInt8)

  case rgb(RGB)

  /// What it looks like; `nil` where only the person knows, who chose the terminal's own colours
  /// and its first sixteen.
  package var rgb: RGB? {
    switch self {
    case .terminalDefault, .ansi: nil
    case .indexed(let index): index < 16 ? nil : Palette.rgb(index)
    case .rgb(let color): color
    }
  }
}

extension Color {
  /// Reads a colour as a theme file names it; `nil` when it is none.
  package init?(name: String) {
    if name == "default" {
      self = .terminalDefault
    } else if let color = AnsiColor.allCases.first(where: { $0.name == name }) {
      self = .ansi(color)
    } else if let color = RGB(hexadecimal: name) {
      self = .rgb(color)
    } else if let index = UInt8(name) {
      self = .indexed(index)
    } else {
      return nil
    }
  }

  /// The name that `init(name:)` reads.
  package var name: String {
    switch self {
    case .terminalDefault: "default"
    case .ansi(let color): color.name
    case .indexed(let index): String(index)
    case .rgb(let color): color.hexadecimal
    }
  }

  /// What may be written for a colour.
  static var choices: String {
    let names = AnsiColor.allCases.map(\.name).joined(separator: ", ")
    return "default, \(names), 0 to 255, #rrggbb"
  }
}

extension RGB {
  fileprivate init?(hexadecimal text: String) {
    guard text.hasPrefix("#"), text.utf8.count == 7, !text.contains("+") else { return nil }
    guard let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    self.init(value)
  }

  /// Such as `#fdf6e3`.
  package var hexadecimal: String {
    "#" + [red, green, blue].map(Self.digits).joined()
  }

  private static func digits(_ value: UInt8) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}

extension Color {
  /// The number by which a terminal of a given depth knows the colour, after reduction to that
  /// depth; `nil` for the terminal's own. With direct colour a number is the colour itself, and only
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

/// The sixteen colours that the terminal's own palette defines, in the order of their numbers.
package enum AnsiColor: UInt8, CaseIterable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite

  /// Its name in a theme file.
  package var name: String {
    switch self {
    case .black: "black"
    case .red: "red"
    case .green: "green"
    case .yellow: "yellow"
    case .blue: "blue"
    case .magenta: "magenta"
    case .cyan: "cyan"
    case .white: "white"
    case .brightBlack: "bright-black"
    case .brightRed: "bright-red"
    case .brightGreen: "bright-green"
    case .brightYellow: "bright-yellow"
    case .brightBlue: "bright-blue"
    case .brightMagenta: "bright-magenta"
    case .brightCyan: "bright-cyan"
    case .brightWhite: "bright-white"
    }
  }

  /// The colour of the darker half of the palette, for terminals that have no other.
  package var base: AnsiColor {
    AnsiColor(rawValue: rawValue % 8) ?? self
  }

  package var isBright: Bool { rawValue >= 8 }
}

/// A colour by its components.
package struct RGB: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Of a number such as 0xRRGGBB.
  init(_ number: UInt32) {
    self.init(
      red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
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

extension RGB {
  /// The least contrast of ordinary text (WCAG 2.2, 1.4.3).
  package static let readableContrast = 4.5
  /// The least contrast of large text and of lines that mean something (WCAG 2.2, 1.4.3, 1.4.11).
  package static let visibleContrast = 3.0

  /// How much two colours differ in lightness, 1 to 21 (WCAG 2.2, "contrast ratio").
  package func contrast(with other: RGB) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// 0 to 1 (WCAG 2.2, "relative luminance").
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // To the power of 2.4: this module imports nothing, and the library has no such function.
    return base * base * fifthRoot(of: base * base)
  }

  /// By Newton's method, for 0 to 1; it comes down from 1, and twelve steps are more than enough
  /// for what the smallest component gives.
  private static func fifthRoot(of value: Double) -> Double {
    var root = 1.0
    for _ in 0..<12 {
      let fourth = root * root * root * root
      root -= (fourth * root - value) / (5 * fourth)
    }
    return root
  }
}
