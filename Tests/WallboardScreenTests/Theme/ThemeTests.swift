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

  @Test func aThemeSaysOnlyWhatItChanges() throws {
    let theme = try theme(
      roles: [
        "critical": "#ff0000 on 17 bold underline", "muted": "", "title": "on bright-blue dim",
      ])
    let red = RGB(red: 255, green: 0, blue: 0)
    #expect(theme.style(for: .critical) == Style(.rgb(red), on: .indexed(17), [.bold, .underline]))
    #expect(theme.style(for: .muted) == .plain)
    #expect(theme.style(for: .title) == Style(on: .ansi(.brightBlue), .dim))
    #expect(theme.style(for: .good) == Theme.default.style(for: .good))
  }

  @Test func theColoursOfTheTextAreThoseOfTheWholeScreen() throws {
    let theme = try theme(roles: ["text": "white on blue bold", "good": "green", "muted": "dim"])
    #expect(theme.style(for: .text) == Style(.ansi(.white), on: .ansi(.blue), .bold))
    #expect(theme.style(for: .good) == Style(.ansi(.green), on: .ansi(.blue)))
    #expect(theme.style(for: .muted) == Style(.ansi(.white), on: .ansi(.blue), .dim))
    #expect(theme.style(for: .border).background == .ansi(.blue))
    let selected = theme.style(for: .muted, emphasis: .selected)
    #expect(selected == Style(.ansi(.white), on: .ansi(.blue), [.dim, .reverse]))
    #expect(theme.style(for: .text, at: .mono) == Style(.bold))
  }

  @Test func aPaletteNamesColours() throws {
    let theme = try theme(
      palette: ["accent": "#010203", "night": "17"],
      roles: ["title": "accent on night bold", "border": "on night"])
    let accent = RGB(red: 1, green: 2, blue: 3)
    #expect(theme.style(for: .title) == Style(.rgb(accent), on: .indexed(17), .bold))
    #expect(theme.style(for: .border) == Style(on: .indexed(17)))
  }

  @Test func aThemeThatChangesAColourChangesWhatItInherits() throws {
    var definition = ThemeDefinition()
    try definition.define("accent", as: "cyan")
    try definition.describe("title", as: "accent bold")
    try definition.describe("border", as: "dim")
    var heir = definition
    try heir.define("accent", as: "magenta")
    try heir.describe("border", as: "accent")
    #expect(heir.theme(named: "heir").style(for: .title) == Style(.ansi(.magenta), .bold))
    #expect(heir.theme(named: "heir").style(for: .border) == Style(.ansi(.magenta)))
    #expect(definition.theme(named: "").style(for: .title) == Style(.ansi(.cyan), .bold))
  }

  @Test(arguments: [
    ("critcal", "red", ThemeError.unknownRole("critcal")),
    ("critical", "redd", .unknownWord("redd", role: .critical, palette: ["accent"])),
    ("critical", "#12345", .unknownWord("#12345", role: .critical, palette: ["accent"])),
    ("critical", "#+12345", .unknownWord("#+12345", role: .critical, palette: ["accent"])),
    ("critical", "256", .unknownWord("256", role: .critical, palette: ["accent"])),
    ("critical", "red on", .missingBackground(role: .critical, palette: ["accent"])),
    ("critical", "red on bold", .missingBackground(role: .critical, palette: ["accent"])),
    ("critical", "red on acent", .unknownWord("acent", role: .critical, palette: ["accent"])),
    ("critical", "red blue", .repeatedColor("blue", role: .critical)),
    ("critical", "on red on blue", .repeatedColor("blue", role: .critical)),
  ])
  func mistakesAreNamed(role: String, style: String, error: ThemeError) {
    #expect(throws: error) { try theme(palette: ["accent": "cyan"], roles: [role: style]) }
  }

  @Test(arguments: [
    ("accent", "cyann", ThemeError.unknownColor("cyann", name: "accent")),
    ("accent", "other", .unknownColor("other", name: "accent")),
    ("bold", "cyan", .unusableName("bold", because: "means something already")),
    ("on", "cyan", .unusableName("on", because: "means something already")),
    ("17", "cyan", .unusableName("17", because: "means something already")),
    ("my accent", "cyan", .unusableName("my accent", because: wordsOnly)),
    ("", "cyan", .unusableName("", because: wordsOnly)),
  ])
  func mistakesInThePaletteAreNamed(name: String, color: String, error: ThemeError) {
    #expect(throws: error) { try theme(palette: [name: color], roles: [:]) }
  }

  @Test func errorsNameTheChoices() {
    let word = "\(ThemeError.unknownWord("x", role: .text, palette: ["accent", "night"]))"
    #expect("\(ThemeError.unknownRole("x"))".contains("operator-online"))
    #expect(word.contains("bright-red") && word.contains("underline"))
    #expect(word.contains("accent, night"))
    #expect("\(ThemeError.unknownColor("x", name: "accent"))".contains("#rrggbb"))
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
        == Style(.ansi(.brightWhite), on: .ansi(.red), [.bold, .underline]))
  }

  private static let wordsOnly = "is not a word of letters, digits, - and _"

  private func theme(
    palette: [String: String] = [:], roles: [String: String]
  ) throws -> Theme {
    var definition = ThemeDefinition()
    for (name, color) in palette { try definition.define(name, as: color) }
    for (role, style) in roles { try definition.describe(role, as: style) }
    return definition.theme(named: "test")
  }
}
