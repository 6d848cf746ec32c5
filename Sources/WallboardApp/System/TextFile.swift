import Glibc
import WallboardSystem

/// Small files, read whole.
enum TextFile {
  enum Kind {
    /// A regular file. `/dev/null` counts as an empty one: a link to it is how settings are
    /// switched off.
    case file
    /// Also a pipe, such as a shell's `<(…)`.
    case fileOrPipe
  }

  /// Milliseconds that a pipe may be silent: time for a person to unlock what writes to it.
  static let patience = 120_000
  /// The device of `/dev/null` (devices.txt: major 1, minor 3).
  private static let null: dev_t = 0x103

  /// The text of a file of at most so many bytes; `nil` where there is none. A file that cannot be
  /// read is an error: it may set something.
  static func readIfThere(_ path: String, atMost limit: Int) throws -> String? {
    try FilePath.isThere(path) ? try read(path, atMost: limit) : nil
  }

  /// The text of a file of at most so many bytes, which has to be UTF-8. `check` is called with the
  /// status of the open file before it is read.
  static func read(
    _ path: String, _ kind: Kind = .file, atMost limit: Int, patience: Int = patience,
    check: (stat) throws -> Void = { _ in }
  ) throws -> String {
    let (descriptor, status) = try open(path, kind)
    defer { close(descriptor) }
    try check(status)
    let isPipe = status.st_mode & S_IFMT == S_IFIFO
    return try read(
      descriptor, named: path, atMost: limit, patience: isPipe ? patience : nil)
  }

  /// Opens a file without waiting for a writer. The kind is asked of the open file, not of its
  /// path, which could be replaced in between.
  private static func open(_ path: String, _ kind: Kind) throws -> (descriptor: Int32, status: stat)
  {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = unsafe Glibc.open(path, flags)
    guard descriptor >= 0 else { throw FileFailure.refusal(path, errno) }
    guard let status = stat(of: descriptor) else {
      let code = errno
      close(descriptor)
      throw FileFailure.refusal(path, code)
    }
    switch (status.st_mode & S_IFMT, kind) {
    case (S_IFREG, _), (S_IFIFO, .fileOrPipe): return (descriptor, status)
    case (S_IFCHR, .file) where status.st_rdev == null: return (descriptor, status)
    case (let type, _):
      close(descriptor)
      throw SettingsError("\(path): \(type == S_IFDIR ? "it is a folder" : "it is not a file").")
    }
  }

  /// Reads an open file, pipe or terminal to its end; throws after `patience` milliseconds of
  /// silence.
  static func read(
    _ descriptor: Int32, named name: String, atMost limit: Int, patience: Int? = nil
  ) throws -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      // Before the first read, too: a pipe that has no writer yet reads as if at its end.
      if let patience { try wait(for: descriptor, named: name, patience) }
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        // Somebody who shares the descriptor has set it to non-blocking.
        try wait(for: descriptor, named: name, -1)
        continue
      }
      guard count >= 0 else { throw FileFailure.refusal(name, errno) }
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else {
        throw SettingsError("\(name): it is larger than \(limit) bytes.")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError("\(name): it is not UTF-8 text.")
    }
    return text
  }

  private static func wait(for descriptor: Int32, named name: String, _ patience: Int) throws {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe Glibc.poll(&poll, 1, Int32(clamping: patience)) != 0 else {
      throw FileFailure("\(name): nothing was written to it for \(patience / 1_000) seconds.")
    }
  }
}

/// Files that only their owner may read.
enum PrivateFile {
  /// Creates a file that must not exist yet.
  static func create(_ path: String, _ text: String) throws(SystemFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemFailure() }
    do throws(SystemFailure) {
      try writeAll(Array(text.utf8), to: descriptor)
      guard fsync(descriptor) == 0 else { throw SystemFailure() }
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    guard close(descriptor) == 0 else {
      let failure = SystemFailure()
      unlink(path)
      throw failure
    }
  }

  /// Replaces a file atomically: a reader finds the old one or the new one, whole. Creates its
  /// folder where it is missing.
  static func replace(_ path: String, _ text: String) throws(SystemFailure) {
    makeFolder(of: path)
    let new = "\(path).\(getpid()).new"
    // Left over by a process of the same number that died half-way.
    unlink(new)
    try create(new, text)
    guard unsafe rename(new, path) == 0 else {
      let failure = SystemFailure()
      unlink(new)
      throw failure
    }
  }

  /// Creates the missing folders of the path; a failure shows when the file is created.
  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o700)
    }
  }

  private static func unlink(_ path: String) { _ = unsafe Glibc.unlink(path) }
}
