import Glibc
import WallboardEvents
import WallboardRecording
import WallboardSystem

/// The file of a recording, of mode 0600, or standard output for `-`. A recording that was there
/// before is moved aside, never overwritten.
struct RecordingFile: ~Copyable {
  private let path: String
  let isOutput: Bool
  private var rotated: RotatedRecordings
  private let habits: RecordingHabits
  private var descriptor: Int32 = -1
  private var buffer: [UInt8] = []
  private var isDirty = false
  /// Bytes, written or buffered, since ``beginCounting()``.
  private var size = 0
  /// The local day on which it began.
  private var day = ""

  /// The path of standard output.
  static let output = "-"
  private static let bufferSize = 64 << 10

  init(path: String, habits: RecordingHabits, workspace: String) {
    self.path = path
    isOutput = path == Self.output
    rotated = RotatedRecordings(of: path, workspace: workspace)
    self.habits = habits
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Closes the file and begins a new one; throws where it cannot be created, and where something
  /// else than a recording is in the way.
  mutating func begin(at now: Timestamp) throws(SystemFailure) {
    try end()
    descriptor = isOutput ? fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0) : try create()
    guard descriptor >= 0 else { throw SystemFailure() }
    size = 0
    day = now.localDay
    if habits.rotation != nil { rotated.drop(allBut: habits.kept) }
  }

  private mutating func create() throws(SystemFailure) -> Int32 {
    try moveAside()
    return unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  /// Whether it is time for a new file.
  func isFull(at now: Timestamp) -> Bool {
    switch habits.rotation {
    case .size(let limit): size >= limit
    case .day: now.localDay != day
    case nil: false
    }
  }

  /// Counts from here on: the beginning of a file, which may be large, does not fill it.
  mutating func beginCounting() { size = 0 }

  /// Adds a line, which is written by ``flush()`` or with its batch.
  mutating func write(_ line: String) throws(SystemFailure) {
    buffer += line.utf8
    buffer.append(UInt8(ascii: "\n"))
    size += line.utf8.count + 1
    if buffer.count >= Self.bufferSize { try flush() }
  }

  mutating func flush() throws(SystemFailure) {
    guard !buffer.isEmpty else { return }
    try writeAll(buffer, to: descriptor)
    isDirty = true
    buffer.removeAll(keepingCapacity: true)
  }

  /// Syncs to the disk; also throws where the file has been removed.
  mutating func sync() throws(SystemFailure) {
    try flush()
    guard isDirty, !isOutput else { return }
    isDirty = false
    guard fsync(descriptor) == 0 else { throw SystemFailure() }
    guard let status = stat(of: descriptor), status.st_nlink > 0 else {
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

  private mutating func moveAside() throws(SystemFailure) {
    let known = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard known >= 0 else {
      if errno == ENOENT { return }
      throw SystemFailure()
    }
    defer { close(known) }
    guard let status = stat(of: known), status.isRegularFile else {
      throw SystemFailure(code: EEXIST)
    }
    if let reader = try? RecordingReader(descriptor: known) {
      try rotated.add(path, date: reader.header.fileName)
    } else if status.st_size == 0 {
      // Left by a run that was killed before it could write anything.
      let began = Timestamp(milliseconds: Int64(status.st_mtim.tv_sec) * 1_000)
      try rotated.add(path, date: began.fileName)
    } else {
      throw SystemFailure(code: EEXIST)
    }
  }
}

extension Timestamp {
  /// The local day, as it stands in names of files.
  fileprivate var localDay: String { String(fileName.prefix(8)) }
}

package struct RecordingHabits: Equatable, Sendable {
  /// When a recording continues in a new file.
  package enum Rotation: Equatable, Sendable {
    /// At so many bytes.
    case size(Int)
    /// At local midnight.
    case day
  }

  /// `nil` for a single file.
  package var rotation: Rotation?
  /// How many full files are kept beside the current one.
  package var kept = 7

  /// A single file.
  package init() {}

  /// Parses `--record-rotate` and `--record-keep`.
  package init(rotation: String?, kept: String?) throws {
    if let rotation { self.rotation = try Self.rotation(rotation) }
    guard let kept else { return }
    guard let number = Int(kept), (1...10_000).contains(number) else {
      throw SettingsError("--record-keep: “\(kept)” is not a number from 1 to 10000.")
    }
    self.kept = number
  }

  private static func rotation(_ text: String) throws -> Rotation {
    if text == "day" { return .day }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    if let unit = text.last.flatMap({ units[Character($0.uppercased())] }),
      let number = Int(text.dropLast()), (1...1_000_000).contains(number)
    {
      return .size(max(number * unit, smallest))
    }
    throw SettingsError("--record-rotate: “\(text)” is neither day nor a size such as 100M or 2G.")
  }

  /// Bytes; a smaller file would hold little beside its beginning.
  private static let smallest = 64 << 10
}
