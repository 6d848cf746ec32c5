import Testing
import WallboardScreen

struct ThemeTests {
  @Test func theDefaultUsesTheTerminalsOwnColoursOnly() {
    for role in StyleRole.allCases {
      let style = Theme.default.style(for: role)
      for color in [style.foreground, style.background] {
        #expect(color.reduced(to: .ansi16) == color, "\(role)")
      }
    }
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
    #expect(selected == Style(.ansi(.white), on: .ansi(.blue), [.dim, .reverse]))
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
    let escalated = theme.style(for: .critical, emphasis: .selected)
    let text = theme.style(for: .text, emphasis: .selected)
    #expect(escalated.attributes.contains(.reverse) != text.attributes.contains(.reverse))
  }

  @Test func whatHasABackgroundOfItsOwnKeepsIt() {
    let escalated = Theme.default.style(for: .critical)
    #expect(Theme.default.style(for: .critical, emphasis: .selected) == escalated)
    #expect(Theme.default.style(for: .critical, emphasis: .reverse) == escalated)
    let blue = Theme(
      name: "blue", styles: [.selection: Style(.ansi(.white), on: .ansi(.blue), .underline)])
    #expect(
      blue.style(for: .critical, emphasis: .selected)
        == Style(.ansi(.brightWhite), on: .ansi(.red), [.bold, .underline]))
  }
}
