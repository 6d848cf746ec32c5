import TestSupport
import Testing

@Suite(.inTurn)
struct FileTests {
  private let limit = 400

  @Test func noFileIsTooLongToRead() throws {
    for file in try SourceTree(under: "Sources").files + SourceTree(under: "Tests").files
    where file.lines.count > limit {
      Issue.record("\(file.path) has \(file.lines.count) lines, more than \(limit)")
    }
  }

  /// A new event, intent or status has to be decided about, not fall through.
  @Test func theReducerNamesEveryCase() throws {
    for file in try SourceTree(under: "Sources").files
    where file.target == "WallboardBoard" {
      for (index, line) in file.lines.enumerated() {
        let code = line.drop(while: \.isWhitespace)
        guard code.hasPrefix("default:") || code.hasPrefix("@unknown default") else { continue }
        Issue.record("\(file.path):\(index + 1): a switch without `default:` decides about each")
      }
    }
  }

  /// Of a type that is only `package` the compiler hands no body to another module, whatever its members
  /// say: what is generic is looked up at each call then.
  @Test func whatIsInlinableBelongsToATypeThatIs() throws {
    let declaration =
      /^(?<shown>@usableFromInline )?package (?:final )?(?:struct|enum|class|protocol) (?<name>\w+)/
    let opening =
      /^(?:@usableFromInline )?(?:package )?(?:final )?(?:struct|enum|class|protocol|extension) (?<name>\w+)/
    var hidden: Set<String> = []
    var inlined: [(type: String, place: String)] = []
    for file in try SourceTree(under: "Sources").files {
      var type = ""
      for (index, line) in file.lines.enumerated() {
        if let match = line.firstMatch(of: opening) { type = String(match.name) }
        if let match = line.firstMatch(of: declaration), match.shown == nil {
          hidden.insert(String(match.name))
        }
        if line.contains("@inlinable") { inlined.append((type, "\(file.path):\(index + 1)")) }
      }
    }
    #expect(!inlined.isEmpty)
    for (type, place) in inlined where hidden.contains(type) {
      Issue.record("\(place): \(type) is not @usableFromInline, so this is inlined nowhere else")
    }
  }
}
