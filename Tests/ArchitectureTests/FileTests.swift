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
    where file.path.hasPrefix("Sources/WallboardBoard/Reducer/") {
      for (index, line) in file.lines.enumerated() {
        let code = line.drop(while: \.isWhitespace)
        guard code.hasPrefix("default:") || code.hasPrefix("@unknown default") else { continue }
        Issue.record("\(file.path):\(index + 1): a switch without `default:` decides about each")
      }
    }
  }
}
