import Testing
import TestSupport

/// What a theme can colour and a character set can spell is drawn somewhere: who writes a theme would
/// look for it in vain.
@Suite(.inTurn)
struct DrawnTests {
  @Test(
    "Every role of a theme and every sign of a character set is drawn",
    arguments: [
      ("Sources/WallboardScreen/Theme/StyleRole.swift", "  case "),
      ("Sources/WallboardScreen/Canvas/GlyphSet.swift", "  package let "),
    ])
  func isDrawn(path: String, declaration: String) throws {
    let files = try SourceTree(under: "Sources").files
    let table = try #require(files.first { $0.path == path })
    let names = table.lines.filter { $0.hasPrefix(declaration) }.map { line in
      line.dropFirst(declaration.count).prefix { $0.isLetter || $0.isNumber }
    }
    #expect(names.count > 20)
    let code = files.filter { $0.path != path }.flatMap(\.lines)
    var undrawn = Set(names)
    for line in code {
      let chains = line.split { !($0.isLetter || $0.isNumber || $0 == ".") }
      for chain in chains {
        undrawn.subtract(chain.split(separator: ".", omittingEmptySubsequences: false).dropFirst())
      }
    }
    #expect(undrawn.isEmpty)
  }
}
