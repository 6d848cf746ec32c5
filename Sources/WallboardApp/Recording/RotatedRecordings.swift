import Glibc
import WallboardBoard
import WallboardEvents
import WallboardRecording
import WallboardSystem

/// The recordings that were full and were moved aside: `day-20260803-120000.ndjson` beside
/// `day.ndjson`.
///
/// Names have local time, which is put back in autumn, so age is told by the start time in the
/// header.
struct RotatedRecordings {
  /// When a file began, to the second, and its number within that second.
  private typealias Name = (date: String, number: Int)

  private struct Aside {
    let path: String
    let name: Name
  }

  private let stem: String
  private let ending: String
  private let workspace: String
  /// Those moved aside by this run: all that is known where the folder cannot be listed.
  private var own: [Aside] = []
  /// The names in a folder; `nil` where it cannot be listed.
  private let names: (String) -> [String]?

  /// The rotated recordings beside that file; only those of the workspace are ever removed.
  init(
    of path: String, workspace: String,
    names: @escaping (String) -> [String]? = { try? FilePath.list($0) }
  ) {
    let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let dot = path[file...].lastIndex(of: ".").flatMap { $0 > file ? $0 : nil } ?? path.endIndex
    stem = String(path[..<dot])
    ending = String(path[dot...])
    self.workspace = workspace
    self.names = names
  }

  /// Moves a file aside, named by the local time of its start; never overwrites one.
  mutating func add(_ path: String, date: String) throws(SystemFailure) {
    // Numbered after all others of that second.
    let first = (all.filter { $0.name.date == date }.map(\.name.number).max() ?? 0) + 1
    for number in first...first + 98 {
      let aside = "\(stem)-\(date)" + (number == 1 ? "" : "-\(number)") + ending
      // link(2), not rename(2), which would replace an existing file.
      if unsafe link(path, aside) == 0 {
        _ = unsafe unlink(path)
        own.append(Aside(path: aside, name: (date, number)))
        return
      }
      guard errno == EEXIST else { throw SystemFailure() }
    }
    throw SystemFailure(code: EEXIST)
  }

  /// Removes the oldest ones beyond `kept`.
  mutating func drop(allBut kept: Int) {
    let ours = all.compactMap { aside in
      began(aside).map { (aside.path, $0, aside.name.number) }
    }
    for aside in ours.sorted(by: { ($0.1, $0.2) < ($1.1, $1.2) }).dropLast(kept) {
      _ = unsafe unlink(aside.0)
    }
    own = own.suffix(kept)
  }

  /// When it began; `nil` unless it is a recording of the workspace with a name that
  /// ``add(_:date:)`` gave.
  private func began(_ aside: Aside) -> Timestamp? {
    let descriptor = unsafe open(aside.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard stat(of: descriptor)?.isRegularFile == true,
      let header = try? RecordingReader(descriptor: descriptor).header,
      header.workspace.string == workspace,
      [header.fileName, header.startedAt.fileName].contains(aside.name.date)
    else { return nil }
    return header.startedAt
  }

  /// All files with such a name.
  private var all: [Aside] {
    let slash = stem.lastIndex(of: "/")
    let folder = slash.map { String(stem[...$0]) } ?? ""
    let prefix = stem[(slash.map { stem.index(after: $0) } ?? stem.startIndex)...] + "-"
    guard let names = names(folder.isEmpty ? "." : folder) else { return own }
    return names.compactMap { file in
      guard file.hasPrefix(prefix), file.hasSuffix(ending) else { return nil }
      return Self.name(file.dropFirst(prefix.count).dropLast(ending.count)).map {
        Aside(path: folder + file, name: $0)
      }
    }
  }

  /// Parses `20260803-120000`, possibly with `-2` etc.
  private static func name(_ text: Substring) -> Name? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard digits, (2...3).contains(parts.count), parts[0].count == 8, parts[1].count == 6,
      let number = parts.count == 2 ? 1 : Int(parts[2]), number < 1_000_000
    else { return nil }
    return ("\(parts[0])-\(parts[1])", number)
  }
}

extension RecordingHeader {
  /// The local time of its start, where it was recorded.
  var fileName: String {
    startedAt.fileName(utcOffset: offsets?.first ?? Clock.utcOffset(at: startedAt))
  }
}
