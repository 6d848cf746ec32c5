import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardScreen

/// Whether the themes that the program carries can be read.
///
/// What is assumed: that a terminal shows #rrggbb and the 240 colours from 16 on as they are meant,
/// which is so wherever a person has not changed them; that the first sixteen are those of a usual
/// palette; and that a person can read their terminal's own foreground on its own background. How faint
/// `dim` is nobody can know, so no theme of colours uses it.
@Suite("The contrast of the themes", .inTurn)
struct ThemeContrastTests {
  static let colorThemes = ["dark", "light", "high-contrast", "colour-blind"]

  /// Roles of lines and bars, not of words: 3:1 is enough for them (WCAG 2.2, 1.4.11).
  private static let graphics: Set<StyleRole> = [
    .border, .borderFocused, .gaugeFull,
  ]

  private static let emphases: [Emphasis] = [
    [], .selected, .reverse, .bold, [.selected, .bold], [.bold, .reverse],
  ]

  @Test(
    "Every role can be read on its background: selected, reversed, and with 256 colours too",
    arguments: colorThemes, [ColorDepth.truecolor, .indexed256])
  func contrast(name: String, depth: ColorDepth) throws {
    let theme = try load(name)
    let least = name == "high-contrast" && depth == .truecolor ? 7 : 4.5
    for role in StyleRole.allCases {
      let isGraphic = Self.graphics.contains(role)
      for emphasis in isGraphic ? [[]] : Self.emphases {
        let style = theme.style(for: role, emphasis: emphasis, at: depth)
        let contrast = try #require(
          style.contrast(in: .xterm, .weight), "\(role.rawValue) has no colours")
        #expect(contrast >= (isGraphic ? 3 : least), "\(role.rawValue): \(contrast), \(style)")
      }
    }
  }

  @Test(
    "The selected row is seen in however few colours",
    arguments: ThemeLoader.builtIn,
    [ColorDepth.mono, .ansi8, .ansi16, .indexed256, .truecolor])
  func selection(name: String, depth: ColorDepth) throws {
    let theme = try load(name)
    for role in [StyleRole.text, .value, .muted, .identifier, .time] {
      let selected = theme.style(for: role, emphasis: .selected, at: depth)
      let plain = theme.style(for: role, at: depth)
      let isSeen =
        selected.background != plain.background
        || selected.attributes.contains(.reverse) != plain.attributes.contains(.reverse)
      #expect(isSeen, "\(role.rawValue)")
    }
  }

  // Of the sixteen few can be told from each other in every usual palette: Solarized has greys for the
  // bright ones, Konsole's are darker, and white on red is 3.1:1 in foot's.
  @Test(
    "With 16 colours or 8 every role can be read in every usual palette, bold being brighter or not",
    arguments: ["default"] + colorThemes, UsualPalette.all)
  func fewColours(name: String, palette: UsualPalette) throws {
    let theme = try load(name)
    for (depth, least) in [(ColorDepth.ansi16, 3.5), (.ansi8, 3)] {
      for role in StyleRole.allCases {
        let isGraphic = Self.graphics.contains(role)
        for emphasis in isGraphic ? [[]] : Self.emphases {
          let style = theme.style(for: role, emphasis: emphasis, at: depth)
          if style.isOwn { continue }
          for bold in Boldness.allCases {
            let contrast = try #require(style.contrast(in: palette, bold), "\(role.rawValue)")
            #expect(
              contrast >= (isGraphic ? 3 : least),
              "\(role.rawValue), \(depth), \(bold): \(contrast), \(style)")
          }
        }
      }
    }
  }

  @Test("No theme of colours relies on how faint a terminal draws", arguments: colorThemes)
  func dim(name: String) throws {
    let theme = try load(name)
    for role in StyleRole.allCases {
      #expect(!theme.style(for: role).attributes.contains(.dim), "\(role.rawValue)")
    }
  }

  // A colour that stands off black as much as off white stands 4.58:1 off both: there is none better.
  @Test(
    "By default words are in the terminal's own colours, in ones for black and white, or in a pair",
    arguments: [(ColorDepth.truecolor, 4.4), (.indexed256, 3.9)])
  func defaultTheme(depth: ColorDepth, least: Double) throws {
    let theme = try load("default")
    for role in StyleRole.allCases {
      let style = theme.style(for: role, at: depth)
      if style.isOwn { continue }
      guard let foreground = style.foreground.seen(in: .xterm) else {
        Issue.record("\(role.rawValue): \(style)")
        continue
      }
      let grounds =
        style.background.seen(in: .xterm).map { [$0] } ?? [0x000000, 0xFFFFFF].map(RGB.init)
      for ground in grounds {
        let contrast = foreground.contrast(with: ground)
        #expect(contrast >= least, "\(role.rawValue): \(contrast) on \(ground), \(style)")
      }
    }
  }

  @Test(
    "By default all can be seen on other grounds, too",
    arguments: [UsualPalette.campbell, .foot, .alacritty, .konsole, .solarized, .solarizedLight])
  func otherGrounds(palette: UsualPalette) throws {
    let theme = try load("default")
    for depth in [ColorDepth.truecolor, .indexed256] {
      for role in StyleRole.allCases {
        let style = theme.style(for: role, at: depth)
        guard style.background == .terminalDefault,
          let foreground = style.foreground.seen(in: palette)
        else { continue }
        let contrast = foreground.contrast(with: palette.ground)
        #expect(contrast >= 3, "\(role.rawValue): \(contrast), \(style)")
      }
    }
  }

  @Test("Digits and frames have no lines through them", arguments: ThemeLoader.builtIn)
  func figures(name: String) throws {
    let theme = try load(name)
    for depth in [ColorDepth.mono, .ansi8, .ansi16, .indexed256, .truecolor] {
      for role in StyleRole.allCases {
        let style = theme.style(for: role, emphasis: [.bold, .figure], at: depth)
        #expect(style.attributes.isDisjoint(with: [.underline, .italic]), "\(role.rawValue)")
      }
    }
  }

  @Test(
    "Judgements look unlike each other to all eyes", arguments: ColorVision.allCases,
    [ColorDepth.truecolor, .indexed256])
  func colourBlind(vision: ColorVision, depth: ColorDepth) throws {
    let theme = try load("colour-blind")
    let roles: [StyleRole] = [.good, .warning, .critical, .alert, .withOperator]
    for (index, role) in roles.enumerated() {
      for other in roles.dropFirst(index + 1) {
        let distance = try #require(
          theme.style(for: role, at: depth)
            .distance(to: theme.style(for: other, at: depth), seenWith: vision))
        #expect(
          distance >= (depth == .truecolor ? 25 : 20),
          "\(role.rawValue), \(other.rawValue): \(distance)")
      }
    }
  }

  private func load(_ name: String) throws -> Theme {
    try ThemeLoader(environment: [:]).load(name)
  }
}

/// What a terminal makes of bold letters in the first eight colours.
private enum Boldness: CaseIterable {
  case weight, brightness
}

extension Style {
  /// Whether it is in the terminal's own colours alone.
  fileprivate var isOwn: Bool { foreground == .terminalDefault && background == .terminalDefault }

  /// The contrast of its colours; `nil` where one of them is the terminal's own.
  fileprivate func contrast(in palette: UsualPalette, _ bold: Boldness) -> Double? {
    guard let foreground = letters(bold).seen(in: palette),
      let background = background.seen(in: palette)
    else { return nil }
    return foreground.contrast(with: background)
  }

  private func letters(_ bold: Boldness) -> Color {
    guard bold == .brightness, attributes.contains(.bold) else { return foreground }
    switch foreground {
    case .ansi(let color):
      return AnsiColor(rawValue: color.rawValue % 8 + 8).map(Color.ansi) ?? foreground
    case .indexed(let index) where index < 8: return .indexed(index + 8)
    case .terminalDefault, .indexed, .rgb: return foreground
    }
  }

  /// How unlike two styles look by colour alone: in the letters or below them.
  fileprivate func distance(to other: Style, seenWith vision: ColorVision) -> Double? {
    guard let foreground = foreground.seen(in: .xterm),
      let background = background.seen(in: .xterm),
      let otherForeground = other.foreground.seen(in: .xterm),
      let otherBackground = other.background.seen(in: .xterm)
    else { return nil }
    return max(
      vision.distance(foreground, otherForeground), vision.distance(background, otherBackground))
  }
}
