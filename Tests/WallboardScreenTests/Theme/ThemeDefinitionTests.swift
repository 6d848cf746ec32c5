import Testing
import WallboardScreen

struct ThemeDefinitionTests {
  @Test func aThemeSaysOnlyWhatItChanges() throws {
    let theme = try Theme(
      roles: [
        "critical": "#ff0000 on 17 bold underline", "muted": "", "title": "on bright-blue dim",
      ])
    let red = RGB(red: 255, green: 0, blue: 0)
    #expect(theme.style(for: .critical) == Style(.rgb(red), on: .indexed(17), [.bold, .underline]))
    #expect(theme.style(for: .muted) == Style())
    #expect(theme.style(for: .title) == Style(on: .ansi(.brightBlue), .dim))
    #expect(theme.style(for: .good) == Theme.default.style(for: .good))
  }

  @Test("A theme that describes what is drawn no more is one all the same")
  func retiredRoles() throws {
    var definition = ThemeDefinition()
    for role in StyleRole.retired {
      #expect(StyleRole(rawValue: role) == nil)
      try definition.describe(role, as: "red")
      try definition.describeForFewColors(role, as: "red")
    }
  }

  @Test func aPaletteNamesColours() throws {
    let theme = try Theme(
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
    #expect(throws: error) { try Theme(palette: ["accent": "cyan"], roles: [role: style]) }
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
    #expect(throws: error) { try Theme(palette: [name: color], roles: [:]) }
  }

  @Test func errorsNameTheChoices() {
    let word = "\(ThemeError.unknownWord("x", role: .text, palette: ["accent", "night"]))"
    #expect("\(ThemeError.unknownRole("x"))".contains("operator-online"))
    #expect(word.contains("bright-red") && word.contains("underline"))
    #expect(word.contains("accent, night"))
    #expect("\(ThemeError.unknownColor("x", name: "accent"))".contains("#rrggbb"))
  }

  private static let wordsOnly = "is not a word of letters, digits, - and _"
}

extension Theme {
  /// What a file with these lines comes to.
  init(palette: [String: String] = [:], roles: [String: String]) throws {
    var definition = ThemeDefinition()
    for (name, color) in palette { try definition.define(name, as: color) }
    for (role, style) in roles { try definition.describe(role, as: style) }
    self = definition.theme(named: "test")
  }
}
