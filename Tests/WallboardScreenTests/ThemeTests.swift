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
    let mono = Theme.default.style(for: role).reduced(to: .mono)
    #expect(mono != Theme.default.style(for: .text))
  }

  @Test func aThemeSaysOnlyWhatItChanges() throws {
    let theme = try Theme(
      name: "loud",
      roles: [
        "critical": "#ff0000 on 17 bold underline", "muted": "", "text": "on bright-blue dim",
      ])
    let red = RGB(red: 255, green: 0, blue: 0)
    #expect(theme.style(for: .critical) == Style(.rgb(red), on: .indexed(17), [.bold, .underline]))
    #expect(theme.style(for: .muted) == .plain)
    #expect(theme.style(for: .text) == Style(on: .ansi(.brightBlue), .dim))
    #expect(theme.style(for: .good) == Theme.default.style(for: .good))
  }

  @Test(arguments: [
    ("critcal", "red", ThemeError.unknownRole("critcal")),
    ("critical", "redd", .unknownWord("redd", role: .critical)),
    ("critical", "#12345", .unknownWord("#12345", role: .critical)),
    ("critical", "#+12345", .unknownWord("#+12345", role: .critical)),
    ("critical", "256", .unknownWord("256", role: .critical)),
    ("critical", "red on", .missingBackground(role: .critical)),
    ("critical", "red on bold", .missingBackground(role: .critical)),
    ("critical", "red blue", .repeatedColor("blue", role: .critical)),
    ("critical", "on red on blue", .repeatedColor("blue", role: .critical)),
  ])
  func mistakesAreNamed(role: String, style: String, error: ThemeError) {
    #expect(throws: error) { try Theme(name: "wrong", roles: [role: style]) }
  }

  @Test func errorsNameTheChoices() {
    #expect("\(ThemeError.unknownRole("x"))".contains("operator-online"))
    #expect("\(ThemeError.unknownWord("x", role: .text))".contains("bright-red"))
    #expect("\(ThemeError.unknownWord("x", role: .text))".contains("underline"))
  }

  @Test func emphasisIsLaidOverTheRole() {
    let theme = Theme(
      name: "blue", styles: [.selection: Style(on: .ansi(.blue)), .good: Style(.ansi(.green))])
    #expect(
      theme.style(for: .good, emphasis: [.selected, .underline])
        == Style(.ansi(.green), on: .ansi(.blue), .underline))
  }

  @Test func aReversedWordStandsOutOfAReversedRow() {
    let escalated = Theme.default.style(for: .escalated, emphasis: .selected)
    let text = Theme.default.style(for: .text, emphasis: .selected)
    #expect(escalated.attributes.contains(.reverse) != text.attributes.contains(.reverse))
  }
}
