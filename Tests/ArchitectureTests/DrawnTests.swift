import Testing
import TestSupport

/// What a theme can colour and a character set can spell is drawn somewhere: who writes a theme would
/// look for it in vain.
@Suite(.inTurn)
struct DrawnTests {
  /// A role stands alone, a sign is one of a set: the same word as a member of anything else draws
  /// nothing.
  @Test(
    "Every role of a theme and every sign of a character set is drawn",
    arguments: [
      (
        "Sources/WallboardScreen/Theme/StyleRole.swift", "  case ",
        #"(?:^|[^\w)\]}?!>])(?:StyleRole)?\.(\w+)"#
      ),
      (
        "Sources/WallboardScreen/Canvas/GlyphSet.swift", "  package let ", #"(?:^|\W)glyphs\.(\w+)"#
      ),
    ])
  func isDrawn(path: String, declaration: String, use: String) throws {
    let files = try SourceTree(under: "Sources").files
    let table = try #require(files.first { $0.path == path })
    let names = table.lines.filter { $0.hasPrefix(declaration) }.map { line in
      line.dropFirst(declaration.count).prefix { $0.isLetter || $0.isNumber }
    }
    #expect(names.count > 20)
    let drawing = files.filter {
      ["WallboardScreen", "WallboardViews"].contains($0.target) && $0.path != path
    }
    let use = try Regex(use, as: (Substring, Substring).self)
    let drawn = drawing.flatMap(\.lines).flatMap { $0.matches(of: use).map(\.output.1) }
    let undrawn = Set(names).subtracting(drawn)
    #expect(undrawn.isEmpty)
  }
}
