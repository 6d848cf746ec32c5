import Testing

@testable import WallboardScreen

struct PaletteTests {
  @Test(arguments: [
    (0xFF0000, 196), (0x00FF00, 46), (0x0000FF, 21), (0xFFFFFF, 231), (0x000000, 16),
    (0x808080, 244), (0x5F87AF, 67), (0x303030, 236),
  ])
  func theNearestOf256(value: Int, index: UInt8) {
    #expect(Color(rgb: value).reduced(to: .indexed256) == .indexed(index))
  }

  @Test(arguments: [
    (0xFF0000, AnsiColor.brightRed), (0xCD0000, .red), (0x00CD00, .green), (0x101010, .black),
    (0xFFFFFF, .brightWhite), (0x7F7F7F, .brightBlack), (0xFF8D82, .brightRed), (0x86C98F, .green),
    (0xF2C265, .yellow), (0x98A2B3, .brightBlack), (0xD6DBE4, .white),
  ])
  func theNearestOfSixteen(value: Int, color: AnsiColor) {
    #expect(Color(rgb: value).reduced(to: .ansi16) == .ansi(color))
  }

  @Test func fewerColoursKeepLoudThingsLoud() {
    let style = Style(.ansi(.brightRed)).reduced(to: .ansi8)
    #expect(style == Style(.ansi(.red), .bold))
    #expect(
      Style(.ansi(.brightRed), .underline).reduced(to: .mono)
        == Style(.terminalDefault, on: .terminalDefault, .underline))
  }

  @Test(arguments: [ColorDepth.ansi16, .indexed256])
  func whatCanBeReadCanBeReadInFewerColours(depth: ColorDepth) throws {
    // The nearest of both is the same grey, or nearly.
    for (ink, ground) in [(0x666666, 0xF0F0F0), (0xE03030, 0x000000), (0x9097A3, 0x1B1E24)] {
      let style = Style(Color(rgb: ink), on: Color(rgb: ground)).reduced(to: depth)
      let (foreground, background) = try #require(usual(style))
      #expect(foreground.contrast(with: background) >= 4.5, "\(style)")
    }
  }

  @Test func boldIsLeftOutWhereItWouldMakeWordsLikeTheirBackground() {
    // Many terminals show what is bold brighter: black would be grey.
    let chip = Style(Color(rgb: 0x100000), on: Color(rgb: 0xD00000), .bold)
    #expect(chip.reduced(to: .ansi8) == Style(.ansi(.black), on: .ansi(.red)))
    for depth in [ColorDepth.ansi8, .ansi16, .indexed256, .truecolor] {
      for black in [Color.ansi(.black), .indexed(0)] {
        let style = Style(black, on: .ansi(.yellow), [.bold, .underline]).reduced(to: depth)
        #expect(style.attributes == .underline)
      }
      let loud = Style(.ansi(.red), .bold)
      #expect(loud.reduced(to: depth) == loud)
    }
    #expect(chip.reduced(to: .truecolor) == chip)
    let light = Style(Color(rgb: 0xFFFFFF), on: Color(rgb: 0xD00000), .bold)
    #expect(light.reduced(to: .ansi8) == Style(.ansi(.white), on: .ansi(.red), .bold))
  }

  @Test func whatIsMeantToBeFaintStaysFaint() {
    let style = Style(Color(rgb: 0x303030), on: Color(rgb: 0x262626))
    #expect(style.reduced(to: .indexed256) == Style(.indexed(236), on: .indexed(235)))
  }

  private func usual(_ style: Style) -> (RGB, RGB)? {
    guard let foreground = style.foreground.usual, let background = style.background.usual else {
      return nil
    }
    return (foreground, background)
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
