import Foundation

/// The package's own sources, as text.
struct SourceTree {
  /// A Swift file of a target.
  struct File {
    /// The path from the package's root.
    let path: String
    let target: String
    let lines: [String]

    var folder: String { String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)) }
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let files: [File]

  /// Every Swift file below the directory; its targets are the directories one level down.
  init(under directory: String) throws {
    let base = Self.root.appending(path: directory)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
      var lines = text.components(separatedBy: "\n")
      // The end of the last line begins no other.
      if lines.last == "" { lines.removeLast() }
      return File(
        path: "\(directory)/\(path)", target: String(path.prefix { $0 != "/" }), lines: lines)
    }
  }
}
