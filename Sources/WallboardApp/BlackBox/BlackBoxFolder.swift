import CBlackBox
import Glibc
import WallboardEvents
import WallboardRecording
import WallboardScreen
import WallboardSystem

/// The state folder, as far as the black box uses it.
struct BlackBoxFolder {
  /// How many recordings stay.
  static let kept = 5
  /// The file that a crash leaves for the next start: the name of what was written.
  private static let note = "crashed"

  let path: String
  private let home: String?

  /// Creates the folder where it is missing; throws where it cannot be written to.
  init(environment: [String: String]) throws(FileFailure) {
    guard let path = PersonFolder.state(environment) else {
      throw FileFailure("there is no home folder")
    }
    try self.init(path: path, home: environment["HOME"])
  }

  init(path: String, home: String?) throws(FileFailure) {
    PrivateFile.makeFolder(of: "\(path)/\(Self.note)")
    self.path = path
    self.home = home
    close(try descriptor())
  }

  /// The stem of the files of that moment.
  static func stem(at now: Timestamp) -> String { "blackbox-\(now.fileName)" }

  /// Opens the folder; throws where it cannot be written to.
  func descriptor() throws(FileFailure) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(SystemFailure()) }
    guard unsafe faccessat(descriptor, ".", W_OK | X_OK, 0) == 0 else {
      let failure = SystemFailure()
      close(descriptor)
      throw problem(failure)
    }
    return descriptor
  }

  private func problem(_ failure: SystemFailure) -> FileFailure {
    FileFailure("\(clean(path)): \(failure)")
  }

  /// The path of a recording for people: `~/.local/state/wallboard/blackbox-….ndjson`.
  func shown(_ stem: String) -> String {
    let file = "\(path)/\(stem).ndjson"
    guard let home, home.count > 1, file.hasPrefix(home + "/") else { return clean(file) }
    return "~" + clean(String(file.dropFirst(home.count)))
  }

  /// What a crash says before the name of its file.
  var crashMessage: String {
    """
    wallboard crashed. Please report it, with what wallboard doctor says and with the file below, which \
    holds nothing private.
    To see the last minutes: wallboard replay \(clean(path))/
    """
  }

  /// Removes the oldest recordings beyond ``kept``.
  ///
  /// - Returns: The stem of the recording to remove when the next one is written.
  func prune() -> String? {
    let found = Set(names.compactMap(Self.stem)).map { ($0, age(of: $0)) }
    let stems = found.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { $0.0 }
    for stem in stems.dropLast(Self.kept) { remove(stem) }
    return stems.count < Self.kept ? nil : stems[stems.count - Self.kept]
  }

  /// When a recording began, by its header, else by its name: names have local time, which is put
  /// back in autumn.
  private func age(of stem: String) -> Timestamp {
    let source = try? RecordingSource(path: "\(path)/\(stem).ndjson", waits: false)
    let named = Timestamp(fileName: stem.dropFirst("blackbox-".count).prefix(15))
    return source?.reader.header.startedAt ?? named ?? Timestamp(milliseconds: .min)
  }

  /// Removes a recording and its frame.
  func remove(_ stem: String) {
    for ending in [".ndjson", ".txt"] { _ = unsafe unlink("\(path)/\(stem)\(ending)") }
  }

  /// A sentence about the last crash, once: where its last minutes are, or that there may be some
  /// where the note cannot be read.
  func takeCrash(at now: Timestamp) -> String? {
    let note = "\(path)/\(Self.note)"
    let name: String?
    do {
      name = try TextFile.readIfThere(note, atMost: 64)
    } catch let failure as FileFailure {
      return "wallboard may have crashed, but that cannot be read: \(clean("\(failure)"))"
    } catch {
      name = nil
    }
    _ = unsafe unlink(note)
    guard let name else { return nil }
    guard let stem = Self.stem("\(name).ndjson"), names.contains("\(stem).ndjson") else {
      return nil
    }
    let parts = stem.split(separator: "-")
    let isToday = now.fileName.hasPrefix(parts[1])
    let day = isToday ? "" : "on " + Self.grouped(parts[1], [4, 2, 2], "-") + " "
    let time = Self.grouped(parts[2], [2, 2], ":")
    return "wallboard crashed \(day)at \(time): wallboard replay \(shown(stem))"
      + " shows the last minutes"
  }

  private var names: [String] { (try? FilePath.list(path)) ?? [] }

  private func clean(_ path: String) -> String { TextSafety.clean(path).marked }

  private static func grouped(_ digits: Substring, _ lengths: [Int], _ mark: String) -> String {
    var rest = digits
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    .joined(separator: mark)
  }

  /// The stem of one of our names: `blackbox-20260803-120000.ndjson` or `….txt`, possibly with `-2`
  /// etc.
  private static func stem(_ name: String) -> String? {
    let ending = [".ndjson", ".txt"].first(where: name.hasSuffix)
    guard let ending else { return nil }
    let stem = name.dropLast(ending.count)
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.dropFirst().map(\.count)
    let digits = parts.dropFirst().joined().utf8.allSatisfy { (48...57).contains($0) }
    guard parts.first == "blackbox", digits, lengths == [8, 6] || lengths == [8, 6, 1] else {
      return nil
    }
    return String(stem)
  }
}
