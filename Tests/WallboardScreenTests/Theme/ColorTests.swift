import Testing
import WallboardScreen

struct ColorTests {
  @Test func contrastIsThatOfTheGuidelines() {
    let (black, white) = (RGB(red: 0, green: 0, blue: 0), RGB(red: 255, green: 255, blue: 255))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
    #expect(black.contrast(with: black) == 1)
    // The usual example: the lightest grey that can be read on white.
    let grey = RGB(red: 118, green: 118, blue: 118)
    #expect(abs(grey.contrast(with: white) - 4.542) < 0.001)
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
    #expect(Color(rgb: 0x123456).number(at: .truecolor) == 0x123456)
  }
}

extension Color {
  /// The colour that is written `#rrggbb` as this number.
  init(rgb value: Int) {
    self = .rgb(
      RGB(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
        blue: UInt8(truncatingIfNeeded: value)))
  }
}
