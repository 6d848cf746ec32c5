import TestSupport
import Testing

@Suite(.inTurn)
struct FileTests {
  /// Lines of a file that is read from top to bottom.
  private static let longestFile = 300
  private static let fullestFolder = 25

  /// Files of rows, which nobody reads from top to bottom; in parts it would be harder to see what is
  /// missing. Each with its reason.
  private static let tables = [
    "Sources/WallboardEvents/Workspace/WorkspaceEvent.swift": "the events, each named a few times",
    "Tests/EventFixtures/EventFixture+Table.swift": "a payload per event of the platform",
  ]

  @Test func noFileIsTooLongToRead() throws {
    for file in try sources() where file.lines.count > Self.longestFile {
      guard Self.tables[file.path] == nil else { continue }
      Issue.record("\(file.path) has \(file.lines.count) lines, more than \(Self.longestFile)")
    }
  }

  @Test func noFileIsCalledATableWithoutNeed() throws {
    let long = Set(try sources().filter { $0.lines.count > Self.longestFile }.map(\.path))
    #expect(Set(Self.tables.keys).subtracting(long).isEmpty, "gone, or short enough")
  }

  @Test func noFolderHoldsTooManyFiles() throws {
    let folders = Dictionary(grouping: try sources(), by: \.folder)
    for (folder, files) in folders where files.count > Self.fullestFolder {
      Issue.record("\(folder) has \(files.count) Swift files, more than \(Self.fullestFolder)")
    }
  }

  private func sources() throws -> [SourceTree.File] {
    try SourceTree(under: "Sources").files + SourceTree(under: "Tests").files
  }

  /// Where events are folded, a new one has to be decided about, not fall through.
  private static let deciders = [
    "Sources/WallboardBoard/reduce.swift", "Sources/WallboardBoard/Intent.swift",
    "Sources/WallboardBoard/Follow/ObservationEvents.swift",
    "Sources/WallboardBoard/Follow/PaneDensity.swift",
  ]

  @Test func whoDecidesAboutEventsNamesEachOfThem() throws {
    let files = try SourceTree(under: "Sources").files.filter { Self.deciders.contains($0.path) }
    #expect(files.count == Self.deciders.count)
    for file in files {
      for (index, line) in file.lines.enumerated() where line.contains("case _:") {
        Issue.record("\(file.path):\(index + 1): here a switch names every case")
      }
    }
  }

  /// What only picks some cases out says so with `case _:`, and why.
  @Test func noSwitchOfTheBoardHasADefault() throws {
    for file in try SourceTree(under: "Sources").files
    where file.target == "WallboardBoard" {
      for (index, line) in file.lines.enumerated() {
        let code = line.drop(while: \.isWhitespace)
        guard code.hasPrefix("default:") || code.hasPrefix("@unknown default") else { continue }
        Issue.record(
          "\(file.path):\(index + 1): a switch names every case, or says `case _:` and why")
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
