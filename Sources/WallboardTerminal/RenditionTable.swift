import CNcurses
import WallboardScreen

/// The look of every role in use, found once per theme.
struct RenditionTable {
  private struct Key: Hashable {
    let role: StyleRole
    let emphasis: Emphasis
  }

  private let theme: Theme
  private let depth: ColorDepth
  private let hasDefaultColors: Bool
  /// Where the description lacks what the terminal has: numbers for colours that have none.
  private(set) var slots: ColorSlots?
  private var known: [Key: Rendition] = [:]

  init(theme: Theme, depth: ColorDepth, usesSlots: Bool, hasDefaultColors: Bool) {
    slots = usesSlots ? ColorSlots() : nil
    self.theme = theme
    self.depth = depth
    self.hasDefaultColors = hasDefaultColors
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

  // A terminal that runs out of pairs shows the rest without colour; emphasis is still there.
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
