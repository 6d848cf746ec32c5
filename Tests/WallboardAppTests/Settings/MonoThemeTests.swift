import Testing
import WallboardBoard
import WallboardEvents

@testable import WallboardApp
@testable import WallboardScreen
@testable import WallboardViews

/// Whether everything can be told without colours.
@Suite("The board without colours")
struct MonoThemeTests {
  private static let sets: [GlyphSet] = [.unicode, .ascii]

  @Test("The mono theme has no colours, and says what is used wherever there are none")
  func noColours() throws {
    let theme = try ThemeLoader(environment: [:]).load("mono")
    for role in StyleRole.allCases {
      #expect(theme.style(for: role) == Style(role.attributesWithoutColor), "\(role.rawValue)")
    }
  }

  @Test(
    "Without colours every theme looks like it where it had any",
    arguments: ["dark", "light", "high-contrast", "colour-blind"])
  func everyTheme(name: String) throws {
    let theme = try ThemeLoader(environment: [:]).load(name)
    for role in StyleRole.allCases {
      let style = theme.style(for: role, at: .mono)
      #expect(style.foreground == .terminalDefault && style.background == .terminalDefault)
    }
    #expect(theme.style(for: .critical, at: .mono) == Style([.bold, .reverse]))
    #expect(theme.style(for: .selection, at: .mono).attributes.contains(.reverse))
  }

  @Test("How a call stands is told by mark or attribute", arguments: sets)
  func calls(glyphs: GlyphSet) throws {
    let all: [CallStanding] = [
      .waiting(seconds: 3, nil), .waiting(seconds: 20, .warning),
      .waiting(seconds: 60, .critical), .withOperator, .handback, .listened, .new, .live,
    ]
    try expectDifferent(all.map { ("\($0)", $0.role, $0.phrase(glyphs).text.first ?? " ") })
  }

  @Test("How an operator stands is told by mark or attribute", arguments: sets)
  func operators(glyphs: GlyphSet) throws {
    let all: [(String, StyleRole, Character)] = [
      ("online", .operatorOnline, glyphs.filledDot), ("busy", .operatorBusy, glyphs.halfDot),
      ("offline", .operatorOffline, glyphs.hollowDot),
    ]
    try expectDifferent(all)
  }

  @Test("Judgements are told by attribute alone")
  func judgements() throws {
    let all: [StyleRole] = [.good, .warning, .critical, .alertAcknowledged]
    try expectDifferent(all.map { ($0.rawValue, $0, " ") })
  }

  private func expectDifferent(_ states: [(String, StyleRole, Character)]) throws {
    let theme = try ThemeLoader(environment: [:]).load("mono")
    for (index, state) in states.enumerated() {
      for other in states.dropFirst(index + 1) {
        let isTold =
          state.2 != other.2 || theme.style(for: state.1) != theme.style(for: other.1)
        #expect(isTold, "\(state.0) and \(other.0)")
      }
    }
  }
}
