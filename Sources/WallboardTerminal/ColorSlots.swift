import WallboardScreen

/// Numbers by which ncurses knows colours that the terminal's description has no names for: it
/// writes the number, and ``FrameRewriter`` puts the colour in its place. They are those from 16 on;
/// the first sixteen are the person's own.
struct ColorSlots {
  private static let numbers = 16..<256

  /// What stands for a number in an order to the terminal, such as `2;255;128;0`.
  private(set) var parameters: [Int: [UInt8]] = [:]

  private var known: [Color: Int] = [:]

  /// The number for a colour; nil for the terminal's own.
  mutating func number(of color: Color) -> Int? {
    switch color {
    case .terminalDefault: nil
    case .ansi(let color): Int(color.rawValue)
    case .indexed(let index) where index < 16: Int(index)
    case .indexed(let index): slot(of: color, "5;\(index)")
    case .rgb(let rgb): slot(of: color, "2;\(rgb.red);\(rgb.green);\(rgb.blue)")
    }
  }

  /// A theme with more colours than there are numbers has the last ones in the nearest of sixteen.
  private mutating func slot(of color: Color, _ parameters: String) -> Int? {
    if let number = known[color] { return number }
    let number = Self.numbers.lowerBound + known.count
    guard number < Self.numbers.upperBound else {
      return color.reduced(to: .ansi16).number(at: .ansi16)
    }
    known[color] = number
    self.parameters[number] = Array(parameters.utf8)
    return number
  }
}
