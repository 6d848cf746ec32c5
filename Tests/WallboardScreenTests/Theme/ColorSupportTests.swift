import Testing
import WallboardScreen

struct ColorSupportTests {
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
}
