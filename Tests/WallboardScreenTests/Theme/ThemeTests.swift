import Testing
import WallboardScreen

struct ThemeTests {
  @Test func byDefaultWordsAreInTheTerminalsOwnColours() {
    for depth in [ColorDepth.ansi8, .ansi16, .indexed256, .truecolor] {
      for role in [StyleRole.text, .value, .identifier, .live, .hintText] {
        #expect(Theme.default.style(for: role, at: depth) == Style())
      }
    }
  }

  @Test func withFewColoursAThemeMayLookOtherwise() {
    let theme = Theme(
      name: "few", styles: [.good: Style(.ansi(.green)), .gap: Style(.ansi(.cyan))],
      fewColors: [.good: Style(.ansi(.blue))])
    for depth in [ColorDepth.ansi8, .ansi16] {
      #expect(theme.style(for: .good, at: depth) == Style(.ansi(.blue)))
      #expect(theme.style(for: .gap, at: depth) == Style(.ansi(.cyan)))
      #expect(theme.style(for: .warning, at: depth) == Style(.ansi(.black), on: .ansi(.yellow)))
    }
    #expect(theme.style(for: .good, at: .indexed256) == Style(.ansi(.green)))
  }

  @Test(arguments: [StyleRole.critical, .warning, .alert, .selection, .error])
  func whatMustBeNoticedShowsWithoutColour(role: StyleRole) {
    for theme in [Theme.default, Theme(name: "red", styles: [role: Style(.ansi(.red))])] {
      let mono = theme.style(for: role, at: .mono)
      #expect(mono.foreground == .terminalDefault && mono.background == .terminalDefault)
      #expect(mono.attributes.contains(.bold) || mono.attributes.contains(.reverse))
    }
  }

  @Test func withoutColourWhatHasNoneStaysAsTheThemeSays() {
    let theme = Theme(name: "odd", styles: [.critical: Style(.underline)])
    #expect(theme.style(for: .critical, at: .mono) == Style(.underline))
  }

  @Test func theColoursOfTheTextAreThoseOfTheWholeScreen() throws {
    let theme = try Theme(roles: ["text": "white on blue bold", "good": "green", "muted": "dim"])
    #expect(theme.style(for: .text) == Style(.ansi(.white), on: .ansi(.blue), .bold))
    #expect(theme.style(for: .good) == Style(.ansi(.green), on: .ansi(.blue)))
    #expect(theme.style(for: .muted) == Style(.ansi(.white), on: .ansi(.blue), .dim))
    #expect(theme.style(for: .border).background == .ansi(.blue))
    let selected = theme.style(for: .muted, emphasis: .selected)
    let selection = Theme.default.style(for: .selection)
    #expect(selected == Style(selection.foreground, on: selection.background, .dim))
    #expect(theme.style(for: .text, at: .mono) == Style(.bold))
  }

  @Test func emphasisIsLaidOverTheRole() {
    let theme = Theme(
      name: "blue", styles: [.selection: Style(on: .ansi(.blue)), .good: Style(.ansi(.green))])
    #expect(
      theme.style(for: .good, emphasis: [.selected, .underline])
        == Style(.ansi(.green), on: .ansi(.blue), .underline))
  }

  @Test func aReversedWordStandsOutOfAReversedRow() {
    let theme = Theme(name: "plain", styles: [.critical: Style([.bold, .reverse])])
    let critical = theme.style(for: .critical, emphasis: .selected)
    let text = theme.style(for: .text, emphasis: .selected)
    #expect(critical.attributes.contains(.reverse) != text.attributes.contains(.reverse))
  }

  @Test func whatHasABackgroundOfItsOwnKeepsIt() {
    let critical = Theme.default.style(for: .critical)
    #expect(Theme.default.style(for: .critical, emphasis: .selected) == critical)
    #expect(Theme.default.style(for: .critical, emphasis: .reverse) == critical)
    let blue = Theme(
      name: "blue", styles: [.selection: Style(.ansi(.white), on: .ansi(.blue), .underline)])
    #expect(
      blue.style(for: .critical, emphasis: .selected)
        == Style(critical.foreground, on: critical.background, [.bold, .underline]))
  }
}
