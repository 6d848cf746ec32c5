import FoundationEssentials
package import WallboardBoard

/// The layout as it was when the program last ran.
package final class LayoutMemory {
  /// In bytes; a larger file is not ours.
  private static let largest = 1 << 16
  /// The shortest time between two writes, in nanoseconds.
  static let pause: Int64 = 10_000_000_000

  /// What was remembered when the program started.
  package let remembered: Layout
  /// Why nothing was remembered although there is, or may be, a file.
  package let problem: String?
  private let path: String
  /// Whether the file may be replaced: what cannot be read, or is not a regular file, is left
  /// alone.
  private let isReplaceable: Bool
  private var written: Layout
  private var writtenAt: Int64?

  /// `nil` where the environment names no home.
  package convenience init?(environment: [String: String]) {
    guard let folder = PersonFolder.state(environment) else { return nil }
    self.init(path: folder + "/layout.json")
  }

  init(path: String) {
    self.path = path
    var layout = Layout()
    var problem: String?
    var isReplaceable = true
    do {
      if let text = try TextFile.readIfThere(path, atMost: Self.largest) {
        layout = try JSONDecoder().decode(Layout.self, from: Data(text.utf8))
      }
    } catch is DecodingError {
      problem = "The saved layout is not used: \(path) is not a layout"
    } catch {
      problem = "The saved layout is not used: \(error)"
      isReplaceable = !(error is FileFailure) && FilePath.isRegularFile(path)
    }
    self.isReplaceable = isReplaceable
    remembered = layout
    self.problem = problem
    written = layout
  }

  /// Remembers the layout, at most once every ``pause``; `uptime` is in nanoseconds.
  package func note(_ layout: Layout, at uptime: Int64) {
    if let writtenAt, uptime - writtenAt < Self.pause { return }
    guard layout != written else { return }
    writtenAt = uptime
    remember(layout)
  }

  package func remember(_ layout: Layout) {
    guard isReplaceable, layout != written else { return }
    written = layout
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(layout) else { return }
    // A full or read-only disk is no reason to disturb somebody at a board.
    try? PrivateFile.replace(path, String(decoding: data, as: UTF8.self) + "\n")
  }
}
