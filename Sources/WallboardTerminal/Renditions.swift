import CNcurses
import WallboardScreen

/// How ncurses is told to draw each role in use, found once per theme.
struct RenditionTable {
  private struct Key: Hashable {
    let role: StyleRole
    let emphasis: Emphasis
  }

  /// The number of colours of a terminal that takes them by their parts.
  private static let directColors = 1 << 24

  private let theme: Theme
  private let depth: ColorDepth
  private let hasDefaultColors: Bool
  /// Numbers for colours that the terminal has and its description has not; `nil` where it has.
  private(set) var slots: ColorSlots?
  private var known: [Key: Rendition] = [:]

  init(theme: Theme, depth: ColorDepth, on curses: CursesScreen) {
    self.theme = theme
    self.depth = depth
    hasDefaultColors = curses.hasDefaultColors
    slots = depth == .truecolor && curses.colors < Self.directColors ? ColorSlots() : nil
  }

  mutating func rendition(of cell: Cell) -> Rendition {
    let key = Key(role: cell.role, emphasis: cell.emphasis)
    if let rendition = known[key] { return rendition }
    let style = theme.style(for: key.role, emphasis: key.emphasis, at: depth)
    let rendition = rendition(of: style)
    known[key] = rendition
    return rendition
  }

  private mutating func rendition(of style: Style) -> Rendition {
    Rendition(attributes: Self.attributes(of: style.attributes), pair: pair(for: style))
  }

  // Where ncurses runs out of pairs the rest has no colour, but its attributes.
  private mutating func pair(for style: Style) -> Int32 {
    let foreground = number(of: style.foreground)
    let background = number(of: style.background)
    guard depth > .mono, foreground != nil || background != nil else { return 0 }
    let pair = alloc_pair(
      Int32(foreground ?? (hasDefaultColors ? -1 : 7)),
      Int32(background ?? (hasDefaultColors ? -1 : 0)))
    return max(0, pair)
  }

  private mutating func number(of color: Color) -> Int? {
    slots == nil ? color.number(at: depth) : slots?.number(of: color)
  }

  private static func attributes(of attributes: TextAttributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= wallboard_attribute_bold() }
    if attributes.contains(.dim) { result |= wallboard_attribute_dim() }
    if attributes.contains(.underline) { result |= wallboard_attribute_underline() }
    if attributes.contains(.reverse) { result |= wallboard_attribute_reverse() }
    if attributes.contains(.italic) { result |= wallboard_attribute_italic() }
    return result
  }
}

/// How ncurses is told to draw a style.
struct Rendition {
  let attributes: attr_t
  let pair: Int32
}

/// Numbers by which ncurses knows colours that the terminal's description cannot name: it writes the
/// number, and ``FrameWriter`` puts the colour in its place. They begin at 16: the first sixteen
/// colours are the person's own.
struct ColorSlots {
  private static let numbers = 16..<256

  /// What stands for a number in the terminal's sequence, such as `2;255;128;0`.
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

  /// Once a theme has used all numbers, colours become the nearest of the sixteen.
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
