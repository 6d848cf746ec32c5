import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardScreen

/// Whether the themes that the program carries can be read.
///
/// What is assumed: that a terminal shows #rrggbb and the 240 colours from 16 on as they are meant,
/// which is so wherever a person has not changed them; that where a theme is reduced to sixteen
/// colours they are xterm's; and that a person can read their terminal's own foreground on its own
/// background. How faint `dim` is nobody can know, so no theme of colours uses it.
@Suite("The contrast of the themes", .inTurn)
struct ThemeContrastTests {
  static let colorThemes = ["dark", "light", "high-contrast", "colour-blind"]

  /// Roles of lines and bars, not of words: 3:1 is enough for them (WCAG 2.2, 1.4.11).
  private static let graphics: Set<StyleRole> = [
    .border, .borderFocused, .scrollbar, .gaugeFull, .gaugeEmpty,
  ]

  @Test(
    "Every role can be read on its background: selected, reversed, and in fewer colours too",
    arguments: colorThemes, [ColorDepth.truecolor, .indexed256, .ansi16])
  func contrast(name: String, depth: ColorDepth) throws {
    let theme = try load(name)
    let least = name == "high-contrast" && depth == .truecolor ? 7 : 4.5
    for role in StyleRole.allCases {
      let isGraphic = Self.graphics.contains(role)
      for emphasis in isGraphic ? [[]] : [Emphasis(), .selected, .reverse, [.selected, .bold]] {
        let style = theme.style(for: role, emphasis: emphasis, at: depth)
        let contrast = try #require(style.contrast(in: .xterm), "\(role.rawValue) has no colours")
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

  @Test("With eight colours everything can still be seen", arguments: colorThemes)
  func eightColours(name: String) throws {
    let theme = try load(name)
    for role in StyleRole.allCases {
      for emphasis in [Emphasis(), .selected] {
        let style = theme.style(for: role, emphasis: emphasis, at: .ansi8)
        let contrast = try #require(style.onEightColours.contrast(in: .console))
        #expect(contrast >= 2.5, "\(role.rawValue): \(contrast), \(style)")
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

  // None of the sixteen colours comes to 4.5:1 on black, on white and on both bases of Solarized, in
  // any usual palette: on black and white at once that is a matter of arithmetic. So the default
  // theme has words in the terminal's own foreground, and colours in pairs of which both are the
  // palette's: what is around them does not matter then.
  @Test("By default words are in the terminal's own colours, or in a pair of the sixteen")
  func defaultTheme() throws {
    let theme = try load("default")
    for role in StyleRole.allCases {
      let style = theme.style(for: role)
      let isOwn = style.foreground == .terminalDefault && style.background == .terminalDefault
      let isPair = style.foreground != .terminalDefault && style.background != .terminalDefault
      #expect(isOwn || isPair, "\(role.rawValue): \(style)")
    }
  }

  // Solarized, the Linux console and Visual Studio Code have no colour but black that 4.5:1 of both
  // black and white stand off: there the pairs are as strong as any, bold where they are white.
  @Test(
    "The default theme's pairs can be read in every usual palette",
    arguments: [
      (UsualPalette.xterm, 4.5), (.tango, 4.5), (.campbell, 4.5), (.console, 4.0),
      (.editor, 3.5), (.solarized, 4.0),
    ])
  func pairs(palette: UsualPalette, least: Double) throws {
    let theme = try load("default")
    for role in StyleRole.allCases {
      for emphasis in [Emphasis(), .selected, .reverse] {
        let style = theme.style(for: role, emphasis: emphasis)
        guard let contrast = style.contrast(in: palette) else { continue }
        #expect(contrast >= least, "\(role.rawValue): \(contrast), \(style)")
      }
    }
  }

  @Test("A terminal of eight colours shows the default theme's pairs as they are")
  func pairsOfEight() throws {
    let theme = try load("default")
    for role in StyleRole.allCases {
      let style = theme.style(for: role, at: .ansi8)
      guard let contrast = style.onEightColours.contrast(in: .console) else { continue }
      #expect(contrast >= 4, "\(role.rawValue): \(contrast), \(style)")
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

extension Style {
  /// The contrast of its colours; `nil` where one of them is the terminal's own.
  fileprivate func contrast(in palette: UsualPalette) -> Double? {
    guard let foreground = foreground.seen(in: palette),
      let background = background.seen(in: palette)
    else { return nil }
    return foreground.contrast(with: background)
  }

  /// As terminals of eight colours show it: what is bold is bright there.
  fileprivate var onEightColours: Style {
    guard case .ansi(let color) = foreground, attributes.contains(.bold),
      let bright = AnsiColor(rawValue: color.rawValue % 8 + 8)
    else { return self }
    return Style(.ansi(bright), on: background, attributes)
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
