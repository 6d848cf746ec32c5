import Testing
@testable import WallboardScreen

struct ColorTests {
  @Test(arguments: [
    (0xFF0000, 196), (0x00FF00, 46), (0x0000FF, 21), (0xFFFFFF, 231), (0x000000, 16),
    (0x808080, 244), (0x5F87AF, 67), (0x303030, 236),
  ])
  func theNearestOf256(value: Int, index: UInt8) {
    #expect(rgb(value).reduced(to: .indexed256) == .indexed(index))
  }

  @Test(arguments: [
    (0xFF0000, AnsiColor.brightRed), (0xCD0000, .red), (0x00CD00, .green), (0x101010, .black),
    (0xFFFFFF, .brightWhite), (0x7F7F7F, .brightBlack), (0xFF8D82, .brightRed), (0x86C98F, .green),
    (0xF2C265, .yellow), (0x98A2B3, .brightBlack), (0xD6DBE4, .white),
  ])
  func theNearestOfSixteen(value: Int, color: AnsiColor) {
    #expect(rgb(value).reduced(to: .ansi16) == .ansi(color))
  }

  @Test func fewerColoursKeepLoudThingsLoud() {
    let style = Style(.ansi(.brightRed)).reduced(to: .ansi8)
    #expect(style == Style(.ansi(.red), .bold))
    #expect(
      Style(.ansi(.brightRed), .underline).reduced(to: .mono)
        == Style(.terminalDefault, on: .terminalDefault, .underline))
  }

  @Test func contrastIsThatOfTheGuidelines() {
    let (black, white) = (RGB(red: 0, green: 0, blue: 0), RGB(red: 255, green: 255, blue: 255))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
    #expect(black.contrast(with: black) == 1)
    // The usual example: the lightest grey that can be read on white.
    let grey = RGB(red: 118, green: 118, blue: 118)
    #expect(abs(grey.contrast(with: white) - 4.542) < 0.001)
  }

  @Test(arguments: [ColorDepth.ansi16, .indexed256])
  func whatCanBeReadCanBeReadInFewerColours(depth: ColorDepth) throws {
    // The nearest of both is the same grey, or nearly.
    for (ink, ground) in [(0x666666, 0xF0F0F0), (0xE03030, 0x000000), (0x9097A3, 0x1B1E24)] {
      let style = Style(rgb(ink), on: rgb(ground)).reduced(to: depth)
      let (foreground, background) = try #require(usual(style))
      #expect(foreground.contrast(with: background) >= 4.5, "\(style)")
    }
  }

  @Test func boldIsLeftOutWhereItWouldMakeWordsLikeTheirBackground() {
    // A terminal of eight colours shows what is bold brighter: black would be grey.
    let chip = Style(rgb(0x100000), on: rgb(0xD00000), .bold)
    #expect(chip.reduced(to: .ansi8) == Style(.ansi(.black), on: .ansi(.red)))
    let light = Style(rgb(0xFFFFFF), on: rgb(0xD00000), .bold)
    #expect(light.reduced(to: .ansi8) == Style(.ansi(.white), on: .ansi(.red), .bold))
  }

  @Test func whatIsMeantToBeFaintStaysFaint() {
    let style = Style(rgb(0x303030), on: rgb(0x262626))
    #expect(style.reduced(to: .indexed256) == Style(.indexed(236), on: .indexed(235)))
  }

  private func usual(_ style: Style) -> (RGB, RGB)? {
    guard let foreground = style.foreground.usual, let background = style.background.usual else {
      return nil
    }
    return (foreground, background)
  }

  @Test(arguments: [ColorDepth.mono, .ansi8, .ansi16, .indexed256, .truecolor])
  func theTerminalsOwnColourStays(depth: ColorDepth) {
    #expect(Color.terminalDefault.reduced(to: depth) == .terminalDefault)
    #expect(Color.terminalDefault.number(at: depth) == nil)
  }

  @Test func numbersAreThePalettesOrTheColourItself() {
    #expect(Color.ansi(.brightRed).number(at: .indexed256) == 9)
    #expect(Color.ansi(.red).number(at: .truecolor) == 1)
    #expect(Color.indexed(196).number(at: .truecolor) == 0xFF0000)
    #expect(rgb(0x123456).number(at: .truecolor) == 0x123456)
  }

  @Test(arguments: [
    (ColorChoice.auto, 256, ColorDepth.indexed256), (.auto, 8, .ansi8), (.auto, 0, .mono),
    (.never, 256, .mono), (.ansi16, 256, .ansi16), (.ansi16, 8, .ansi8),
    (.truecolor, 88, .ansi16), (.truecolor, 1 << 24, .truecolor), (.indexed256, 88, .ansi16),
    // Asked for in words, it is had where it can be: many a description of 256 colours is modest.
    (.truecolor, 256, .truecolor),
  ])
  func aChoiceIsNeverMoreThanTheTerminalMayHave(
    choice: ColorChoice, colors: Int, depth: ColorDepth
  ) {
    #expect(choice.depth(on: ColorSupport(colors: colors)) == depth)
  }

  @Test("The description goes first, then what the terminal claims, unless another is in between")
  func claims() {
    var terminal = ColorSupport(colors: 256, claim: "truecolor")
    #expect(ColorChoice.auto.depth(on: terminal) == .truecolor)
    #expect(ColorChoice.indexed256.depth(on: terminal) == .indexed256)
    #expect(ColorChoice.never.depth(on: terminal) == .mono)
    terminal.isMultiplexed = true
    #expect(ColorChoice.auto.depth(on: terminal) == .indexed256)
    #expect(ColorChoice.truecolor.depth(on: terminal) == .truecolor)
    terminal.isDescribedDirect = true
    #expect(ColorChoice.auto.depth(on: terminal) == .truecolor)
    #expect(ColorChoice.auto.depth(on: ColorSupport(colors: 256, claim: "1")) == .indexed256)
    // A console with eight names for colours has no way to tell one by its parts.
    #expect(ColorChoice.auto.depth(on: ColorSupport(colors: 8, claim: "24bit")) == .ansi8)
    #expect(ColorChoice.truecolor.depth(on: ColorSupport(colors: 8)) == .ansi8)
  }

  private func rgb(_ value: Int) -> Color {
    .rgb(
      RGB(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
        blue: UInt8(truncatingIfNeeded: value)))
  }
}

extension Color {
  /// As xterm shows it.
  fileprivate var usual: RGB? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let color): Palette.rgb(color.rawValue)
    case .indexed(let index): Palette.rgb(index)
    case .rgb(let color): color
    }
  }
}
