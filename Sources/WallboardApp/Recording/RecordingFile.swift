import FoundationEssentials
import Glibc
import WallboardCore
import WallboardRecording

/// The file of a recording, of mode 0600. What was there before is moved aside, never written over.
struct RecordingFile: ~Copyable {
  private let path: String
  private let habits: RecordingHabits
  private let workspace: String
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var isDirty = false
  /// Bytes written and to be written since ``beginCounting()``.
  private var size = 0
  /// The day, by local time, on which it began.
  private var day = ""

  /// Bytes that are gathered before they are written.
  private static let bufferSize = 64 << 10

  init(path: String, habits: RecordingHabits, workspace: String) {
    self.path = path
    self.workspace = workspace
    self.habits = habits
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Begins a new file, and closes the one before; throws where it cannot be made, and where
  /// something stands there that is no recording.
  mutating func begin(at now: Timestamp) throws(SystemFailure) {
    try end()
    try moveAside()
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    size = 0
    day = now.localDay
    if habits.rotation != nil { dropOldest() }
  }

  /// Whether it is time for a new one.
  func isFull(at now: Timestamp) -> Bool {
    switch habits.rotation {
    case .size(let limit): size >= limit
    case .day: now.localDay != day
    case nil: false
    }
  }

  /// Counts from here on: what a file begins with, which may be much, fills no file.
  mutating func beginCounting() { size = 0 }

  /// Adds a line; it is written by ``flush()``, or when enough has come together.
  mutating func write(_ line: String) throws(SystemFailure) {
    buffer += line.utf8
    buffer.append(UInt8(ascii: "\n"))
    size += line.utf8.count + 1
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what was added.
  mutating func flush() throws(SystemFailure) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count > 0 {
        written += count
        isDirty = true
      } else if errno != EINTR {
        throw SystemFailure(code: errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Has the disk keep what was written; throws where the file has no name any more, too.
  mutating func sync() throws(SystemFailure) {
    try flush()
    guard isDirty else { return }
    isDirty = false
    guard fsync(descriptor) == 0 else { throw SystemFailure(code: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
      throw SystemFailure(code: ENOENT)
    }
  }

  /// Writes what is left, and closes it.
  mutating func end() throws(SystemFailure) {
    guard descriptor >= 0 else { return }
    try sync()
    close(descriptor)
    descriptor = -1
  }

  private borrowing func moveAside() throws(SystemFailure) {
    let known = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard known >= 0 else {
      if errno == ENOENT { return }
      throw SystemFailure(code: errno)
    }
    defer { close(known) }
    var status = stat()
    guard unsafe fstat(known, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw SystemFailure(code: EEXIST)
    }
    let began =
      if let reader = try? RecordingReader(descriptor: known) {
        reader.header.startedAt
      } else if status.st_size == 0 {
        // The program was killed before it could write anything.
        Timestamp(milliseconds: Int64(status.st_mtim.tv_sec) * 1_000)
      } else {
        throw SystemFailure(code: EEXIST)
      }
    let date = began.fileName
    // After all of that second, also after those that were removed since.
    let first = (asides().last { $0.age.date == date }?.age.number ?? 0) + 1
    for number in first...first + 98 {
      let aside = name(date + (number == 1 ? "" : "-\(number)"))
      // A link and not a new name: a file that has the name already stays.
      if unsafe link(path, aside) == 0 {
        _ = unsafe unlink(path)
        return
      }
      guard errno == EEXIST else { throw SystemFailure(code: errno) }
    }
    throw SystemFailure(code: EEXIST)
  }

  /// The path with that before its extension: `day.ndjson` becomes `day-20260803-120000.ndjson`.
  private borrowing func name(_ addition: String) -> String {
    let (stem, ending) = parts
    return "\(stem)-\(addition)\(ending)"
  }

  private var parts: (stem: String, ending: String) {
    let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let dot = path[file...].lastIndex(of: "."), dot > file else { return (path, "") }
    return (String(path[..<dot]), String(path[dot...]))
  }

  /// Removes the oldest of the files that were moved aside, as far as there are too many.
  private borrowing func dropOldest() {
    let workspace = workspace
    let ours = asides().filter { Self.isOurs($0, workspace) }
    for aside in ours.dropLast(habits.kept) { _ = unsafe unlink(aside.path) }
  }

  /// Whether that is a recording of the workspace, and was named by ``moveAside()``.
  private static func isOurs(_ aside: (path: String, age: Age), _ workspace: String) -> Bool {
    let descriptor = unsafe open(aside.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let header = try? RecordingReader(descriptor: descriptor).header
    else { return false }
    return header.workspace.string == workspace && header.startedAt.fileName == aside.age.date
  }

  /// When a file began that was moved aside, to the second, and the how many-th of that second.
  private typealias Age = (date: String, number: Int)

  /// The files that were moved aside, the oldest first.
  private borrowing func asides() -> [(path: String, age: Age)] {
    let (stem, ending) = parts
    let slash = stem.lastIndex(of: "/")
    let folder = slash.map { String(stem[...$0]) } ?? ""
    let prefix = String(stem[(slash.map { stem.index(after: $0) } ?? stem.startIndex)...]) + "-"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.compactMap { name -> (path: String, age: Age)? in
      guard name.hasPrefix(prefix), name.hasSuffix(ending) else { return nil }
      return Self.age(name.dropFirst(prefix.count).dropLast(ending.count)).map {
        (folder + name, $0)
      }
    }.sorted { $0.age < $1.age }
  }

  /// Reads `20260803-120000`, or that with `-2` and so on.
  private static func age(_ text: Substring) -> Age? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard digits, (2...3).contains(parts.count), parts[0].count == 8, parts[1].count == 6,
      let number = parts.count == 2 ? 1 : Int(parts[2]), number < 1_000_000
    else { return nil }
    return ("\(parts[0])-\(parts[1])", number)
  }
}

extension Timestamp {
  /// The local day, as it stands in names of files.
  fileprivate var localDay: String { String(fileName.prefix(8)) }
}
