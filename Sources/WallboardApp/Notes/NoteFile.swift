import Glibc
package import WallboardEvents
package import WallboardPlatform
import WallboardSystem

/// The notes of all who use this account, a line each, kept beside the remembered layout: in clear, for
/// the next person is to read them, and readable by that person's account alone.
package struct NoteFile {
  /// In bytes; what is older than the newest so many is not read.
  static let largest = 1 << 20
  /// In milliseconds; an older note is dropped.
  static let lifetime: Int64 = 14 * 86_400_000
  private static let name = "notes.ndjson"

  private let path: String
  private let workspace: WorkspaceID
  private let encoder: JSONLineEncoder

  /// `nil` where the environment names no home.
  package init?(environment: [String: String], workspace: WorkspaceID, pseudonyms: PseudonymKey) {
    guard let folder = PersonFolder.state(environment) else { return nil }
    self.init(path: folder + "/" + Self.name, workspace: workspace, pseudonyms: pseudonyms)
  }

  init(path: String, workspace: WorkspaceID, pseudonyms: PseudonymKey) {
    self.path = path
    self.workspace = workspace
    encoder = JSONLineEncoder(Privacy(mode: .open, pseudonyms: pseudonyms).output)
  }

  /// The notes of this workspace, oldest first, and how many lines could not be read; none where there
  /// is no file, and throws where it cannot be read.
  package func read(at now: Timestamp) throws -> (notes: [Note], unreadable: Int) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw FileFailure.refusal(path, errno) }
      return ([], 0)
    }
    defer { close(descriptor) }
    let lines = try self.lines(of: descriptor).map(Self.note)
    let notes = lines.compactMap(\.self).filter { line in
      line.workspace == workspace && now.milliseconds(since: line.note.at) < Self.lifetime
    }
    return (notes.map(\.note), lines.count { $0 == nil })
  }

  /// Adds a note to the file, and sees it on the disk.
  package func append(_ note: Note) throws {
    PrivateFile.makeFolder(of: path)
    let line = try encoder.line(NoteLine(workspace: workspace, note: note))
    let descriptor = try openLocked()
    // Closing it gives the lock back.
    defer { close(descriptor) }
    do throws(SystemFailure) {
      try Self.append(line, to: descriptor)
      try dropOld(descriptor, at: note.at)
    } catch {
      throw FileFailure.refusal(path, error.code)
    }
  }

  /// The file, which no other board writes to meanwhile. One that was replaced before it was locked is
  /// opened anew.
  private func openLocked() throws -> Int32 {
    for _ in 0..<Self.attempts {
      let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = unsafe open(path, flags, 0o600)
      guard descriptor >= 0 else {
        let code = errno
        throw FileFailure.refusal(
          path, code, FilePath.isLink(path) ? FilePath.notThroughLinks : nil)
      }
      var named = stat()
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe lstat(path, &named) == 0,
        named.st_ino == stat(of: descriptor)?.st_ino
      {
        return descriptor
      }
      close(descriptor)
      // A board writes for a moment; one that hangs must not hold up this one.
      usleep(10_000)
    }
    throw FileFailure.refusal(path, EBUSY)
  }

  /// How often the file is tried to be had, a hundredth of a second apart.
  private static let attempts = 30

  /// Writes a line whole or not at all, below one whose writer did not come to its end.
  private static func append(_ line: String, to descriptor: Int32) throws(SystemFailure) {
    guard let status = stat(of: descriptor), status.isRegularFile else {
      throw SystemFailure(code: EINVAL)
    }
    guard fchmod(descriptor, 0o600) == 0 else { throw SystemFailure() }
    var last = UInt8(ascii: "\n")
    if status.st_size > 0, unsafe pread(descriptor, &last, 1, status.st_size - 1) != 1 {
      throw SystemFailure()
    }
    do throws(SystemFailure) {
      let text = (last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n"
      try writeAll(Array(text.utf8), to: descriptor)
      guard fsync(descriptor) == 0 else { throw SystemFailure() }
    } catch {
      _ = ftruncate(descriptor, status.st_size)
      throw error
    }
  }

  /// Drops what is too old, and of what would be too much all but the newest half; what cannot be read
  /// goes with them then.
  private func dropOld(_ descriptor: Int32, at now: Timestamp) throws(SystemFailure) {
    let lines = try self.lines(of: descriptor)
    let isTooMuch = lines.reduce(0) { $0 + $1.count + 1 } > Self.largest
    let isAged = { (line: [UInt8]) in
      Self.note(line).map { now.milliseconds(since: $0.note.at) >= Self.lifetime } ?? isTooMuch
    }
    guard isTooMuch || lines.contains(where: isAged) else { return }
    var room = isTooMuch ? Self.largest / 2 : Self.largest
    let newest = lines.reversed().filter { !isAged($0) }.prefix { line in
      room -= line.count + 1
      return room >= 0
    }
    let text = newest.reversed().map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    try PrivateFile.replace(path, text)
  }

  private static func note(_ line: [UInt8]) -> NoteLine? {
    try? NoteLine(json: line.span, author: .recording)
  }

  /// The lines at the end of a file; the first may be half of one, which then cannot be read.
  private func lines(of descriptor: Int32) throws(SystemFailure) -> [[UInt8]] {
    guard let status = stat(of: descriptor), status.isRegularFile else {
      throw SystemFailure(code: EINVAL)
    }
    var offset = max(0, Int64(status.st_size) - Int64(2 * Self.largest))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= 2 * Self.largest {
      let count = unsafe pread(descriptor, &buffer, buffer.count, Int(offset))
      guard count >= 0 else { throw SystemFailure() }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
      offset += Int64(count)
    }
    return bytes.split(separator: 0x0A).map(Array.init)
  }
}

/// A note, and the workspace that it was written in.
private struct NoteLine: FieldReadable, Encodable {
  let workspace: WorkspaceID
  let note: Note

  private enum CodingKeys: String, CodingKey {
    case workspace
  }

  init(workspace: WorkspaceID, note: Note) {
    self.workspace = workspace
    self.note = note
  }

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let name = try fields.key("workspace", BoundedString.self)
    guard let workspace = WorkspaceID(name.string) else { throw FieldFault(.unreadable) }
    self.workspace = workspace
    note = try Note(&value)
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(BoundedString(workspace.rawValue), forKey: .workspace)
    try note.encode(to: encoder)
  }
}
