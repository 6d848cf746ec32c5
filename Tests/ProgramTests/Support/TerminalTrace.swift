import TestSupport
import Foundation

/// All that a program wrote to its terminal, byte by byte.
final class TerminalTrace {
  let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  deinit {
    try? FileManager.default.removeItem(at: file)
  }

  /// What was written so far, as Latin-1, so that every byte is a character.
  var text: String {
    get throws { String(data: try Data(contentsOf: file), encoding: .isoLatin1) ?? "" }
  }

  /// Waits until what was written is as it has to be, and returns it.
  @discardableResult
  func wait(
    _ awaited: String, until holds: (String) -> Bool
  ) async throws -> String {
    var written = ""
    try await waitUntil(awaited, seen: { String(written.suffix(400)).debugDescription }) {
      written = (try? text) ?? ""
      return holds(written)
    }
    return written
  }
}

extension String {
  /// Whether a private mode of the terminal was set last, or reset; `nil` when neither was.
  func isModeOn(_ mode: Int) -> Bool? {
    let on = range(of: "\u{1B}[?\(mode)h", options: .backwards)?.lowerBound
    let off = range(of: "\u{1B}[?\(mode)l", options: .backwards)?.lowerBound
    guard let last = [on, off].compactMap({ $0 }).max() else { return nil }
    return last == on
  }
}
