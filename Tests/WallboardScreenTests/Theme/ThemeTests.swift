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
      #expect(theme.style(for: .waiting, at: depth) == Style(.ansi(.black), on: .ansi(.yellow)))
    }
    #expect(theme.style(for: .good, at: .indexed256) == Style(.ansi(.green)))
  }

  @Test(arguments: [StyleRole.escalated, .critical, .warning, .waiting, .alert, .selection, .error])
  func whatMustBeNoticedShowsWithoutColour(role: StyleRole) {
    for theme in [Theme.default, Theme(name: "red", styles: [role: Style(.ansi(.red))])] {
      let mono = theme.style(for: role, at: .mono)
      #expect(mono.foreground == .terminalDefault && mono.background == .terminalDefault)
      #expect(mono.attributes.contains(.bold) || mono.attributes.contains(.reverse))
    }
  }

  @Test func withoutColourWhatHasNoneStaysAsTheThemeSays() {
    let theme = Theme(name: "odd", styles: [.escalated: Style(.underline)])
    #expect(theme.style(for: .escalated, at: .mono) == Style(.underline))
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
    let theme = Theme(name: "plain", styles: [.escalated: Style([.bold, .reverse])])
    let escalated = theme.style(for: .escalated, emphasis: .selected)
    let text = theme.style(for: .text, emphasis: .selected)
    #expect(escalated.attributes.contains(.reverse) != text.attributes.contains(.reverse))
  }

  @Test func whatHasABackgroundOfItsOwnKeepsIt() {
    let escalated = Theme.default.style(for: .escalated)
    #expect(Theme.default.style(for: .escalated, emphasis: .selected) == escalated)
    #expect(Theme.default.style(for: .escalated, emphasis: .reverse) == escalated)
    let blue = Theme(
      name: "blue", styles: [.selection: Style(.ansi(.white), on: .ansi(.blue), .underline)])
    #expect(
      blue.style(for: .escalated, emphasis: .selected)
        == Style(escalated.foreground, on: escalated.background, [.bold, .underline]))
  }
}
