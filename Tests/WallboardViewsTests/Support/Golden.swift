import Foundation
import Testing
import WallboardScreen

/// Screens as text files: every row's text, then every row's roles.
///
/// `WALLBOARD_RECORD=1 swift test` writes them anew, and fails: a test that has just written what it
/// expects has tested nothing.
enum Golden {
  private static let isRecording =
    ProcessInfo.processInfo.environment["WALLBOARD_RECORD"] != nil

  static func expect(
    _ canvas: Canvas, named name: String, rows: Int = .max,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = "\(name)-\(canvas.size.width)x\(canvas.size.height).txt"
    let actual = text(of: canvas, rows: rows)
    if isRecording {
      try actual.write(to: sources.appending(path: file), atomically: true, encoding: .utf8)
      Issue.record("\(file) was recorded", sourceLocation: sourceLocation)
      return
    }
    let stored = Bundle.module.resourceURL?.appending(path: "Golden/\(file)")
    let expected = try stored.map { try String(contentsOf: $0, encoding: .utf8) } ?? ""
    for (index, pair) in zip(lines(of: expected), lines(of: actual)).enumerated()
    where pair.0 != pair.1 {
      Issue.record(
        "\(file):\(index + 1)\n- \(pair.0)\n+ \(pair.1)", sourceLocation: sourceLocation)
    }
    #expect(
      lines(of: expected).count == lines(of: actual).count, "\(file)",
      sourceLocation: sourceLocation)
  }

  private static var sources: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden")
  }

  private static func text(of canvas: Canvas, rows: Int) -> String {
    (canvas.rows.prefix(rows) + [""] + canvas.roleRows.prefix(rows)).joined(separator: "\n") + "\n"
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
