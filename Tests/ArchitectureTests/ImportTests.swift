import TestSupport
import Foundation
import Testing

/// Which target may import what: the layers of `Package.swift`, line by line. The package manager
/// accepts an import of anything that was built before; this does not.
@Suite(.inTurn)
struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "SplitMix64": [],
    "WallboardSystem": ["Glibc"],
    "WallboardWire": [],
    "WallboardScreen": [],
    "WallboardEvents": ["WallboardWire"],
    "WallboardBoard": ["WallboardEvents", "WallboardWire", "OrderedCollections", "DequeModule"],
    "WallboardPlatform": ["WallboardEvents", "WallboardWire", "FoundationEssentials"],
    "WallboardViews": [
      "WallboardBoard", "WallboardEvents", "WallboardScreen", "OrderedCollections", "DequeModule",
    ],
    "WallboardTerminal": ["CNcurses", "WallboardSystem", "WallboardScreen", "Glibc"],
    "WallboardNetwork": [
      "CCurl", "WallboardSystem", "WallboardWire", "WallboardEvents", "WallboardPlatform",
      "Synchronization", "Glibc",
    ],
    "WallboardRecording": [
      "WallboardBoard", "WallboardEvents", "DequeModule", "Synchronization", "Glibc",
    ],
    "WallboardSimulator": ["SplitMix64", "FlyingSocks", "FoundationEssentials", "Glibc"],
    "WallboardApp": [
      "WallboardSystem", "WallboardWire", "WallboardScreen", "WallboardBoard", "WallboardEvents",
      "WallboardPlatform", "WallboardViews", "WallboardNetwork", "WallboardRecording",
      "WallboardThemes",
      "OrderedCollections", "DequeModule", "TOMLKit", "Logging", "Synchronization",
      "FoundationEssentials", "Glibc", "CBlackBox",
    ],
    // The command line puts the program together, so that it names a type of most layers.
    "wallboard": [
      "CVersion",
      "WallboardSystem", "WallboardApp", "WallboardTerminal", "WallboardSimulator",
      "WallboardBoard",
      "WallboardEvents",
      "WallboardPlatform", "WallboardRecording", "WallboardScreen", "WallboardViews",
      "ArgumentParser", "Dispatch", "Synchronization", "FoundationEssentials",
      "Glibc",
    ],
    "wallboard-bench": [
      "CAllocations", "SplitMix64", "WallboardWire", "WallboardScreen", "WallboardBoard",
      "WallboardEvents", "WallboardPlatform",
      "WallboardViews", "WallboardNetwork", "WallboardRecording", "WallboardTerminal",
      "WallboardApp", "FoundationEssentials", "Glibc",
    ],
    "autobahn-client": ["WallboardNetwork", "WallboardPlatform", "WallboardWire", "Glibc"],
  ]

  @Test func everyTargetImportsWhatItsLayerMay() throws {
    for file in try SourceTree(under: "Sources").files {
      guard let allowed = Self.allowed[file.target] else {
        Issue.record("\(file.path): the target \(file.target) has no line in the table")
        continue
      }
      for (number, line) in file.lines.enumerated() {
        guard let module = importedModule(line), !allowed.contains(module) else { continue }
        Issue.record("\(file.path):\(number + 1): \(file.target) may not import \(module)")
      }
    }
  }

  /// What a target imports and does not list is built, but the target is not built again when it has
  /// changed: then it takes a type for as large as it was, and crashes.
  @Test func everyTargetListsWhatItImports() throws {
    let manifest = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    // Each begins with a target's name and ends before the next one's.
    let targets = manifest.components(separatedBy: "name: \"").dropFirst()
    for file in try SourceTree(under: "Sources").files {
      let entry = targets.last { $0.hasPrefix("\(file.target)\",") } ?? ""
      for module in Set(file.lines.compactMap(importedModule))
      where Self.allowed.keys.contains(module) && !entry.contains("\"\(module)\"") {
        Issue.record("\(file.path) imports \(module), which \(file.target) does not list")
      }
    }
  }

  /// All of Foundation brings ICU, which is five times as large as the program. What dependencies bring,
  /// `.ci/package` finds in what it has built.
  @Test func nothingImportsAllOfFoundation() {
    for (target, allowed) in Self.allowed {
      #expect(
        !allowed.contains { $0.hasPrefix("Foundation") && $0 != "FoundationEssentials" },
        "\(target)")
    }
  }

  @Test func theThemesImportNothing() throws {
    for file in try SourceTree(under: "Themes").files {
      #expect(file.lines.compactMap(importedModule).isEmpty, "\(file.path)")
    }
  }

  @Test func theTableNamesNoTargetThatIsGone() throws {
    let targets = Set(try SourceTree(under: "Sources").files.map(\.target))
    #expect(Set(Self.allowed.keys).subtracting(targets).isEmpty)
  }

  @Test(arguments: [
    ("import A", "A"), ("package import A", "A"), ("@testable import A.B", "A"),
    ("  private import struct A.B", "A"), ("@preconcurrency package import A // why", "A"),
    ("// import A", nil), ("let important = 1", nil), ("/// We import A", nil),
    ("the import A", nil),
  ])
  func findsTheImportInALine(line: String, module: String?) {
    #expect(importedModule(line) == module)
  }

  private func importedModule(_ line: String) -> String? {
    let modifiers = ["package", "public", "internal", "private", "fileprivate"]
    let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) {
      words.removeFirst()
    }
    guard words.first == "import" else { return nil }
    words.removeFirst()
    if let word = words.first, kinds.contains(word) { words.removeFirst() }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }
}
