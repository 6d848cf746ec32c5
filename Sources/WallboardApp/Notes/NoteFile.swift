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
  package func read() throws -> (notes: [Note], unreadable: Int) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw FileFailure.refusal(path, errno) }
      return ([], 0)
    }
    defer { close(descriptor) }
    let lines = try self.lines(of: descriptor)
    var notes: [Note] = []
    var unreadable = 0
    for line in lines {
      if let note = try? NoteLine(json: line.span, author: .recording) {
        if note.workspace == workspace { notes.append(note.note) }
      } else {
        unreadable += 1
      }
    }
    return (notes, unreadable)
  }

  /// Adds a note to the file, and sees it on the disk.
  package func append(_ note: Note) throws {
    PrivateFile.makeFolder(of: path)
    let text = try encoder.line(NoteLine(workspace: workspace, note: note)) + "\n"
    let descriptor = try openLocked()
    // Closing it gives the lock back.
    defer { close(descriptor) }
    do throws(SystemFailure) {
      guard stat(of: descriptor)?.isRegularFile == true else { throw SystemFailure(code: EINVAL) }
      guard fchmod(descriptor, 0o600) == 0 else { throw SystemFailure() }
      try writeAll(Array(text.utf8), to: descriptor)
      guard fsync(descriptor) == 0 else { throw SystemFailure() }
    } catch {
      throw FileFailure.refusal(path, error.code)
    }
    if stat(of: descriptor).map({ $0.st_size > Self.largest }) == true {
      try dropOld(descriptor, at: note.at)
    }
  }

  /// The file, which no other board writes to meanwhile. One that was replaced before it was locked is
  /// opened anew.
  private func openLocked() throws -> Int32 {
    for _ in 0..<8 {
      let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = unsafe open(path, flags, 0o600)
      guard descriptor >= 0 else {
        let code = errno
        throw FileFailure.refusal(
          path, code, FilePath.isLink(path) ? FilePath.notThroughLinks : nil)
      }
      guard flock(descriptor, LOCK_EX) == 0 else {
        let code = errno
        close(descriptor)
        throw FileFailure.refusal(path, code)
      }
      var named = stat()
      if unsafe lstat(path, &named) == 0, named.st_ino == stat(of: descriptor)?.st_ino {
        return descriptor
      }
      close(descriptor)
    }
    throw FileFailure.refusal(path, EBUSY)
  }

  /// Keeps half of what there may be: the newest, and none that is too old. What cannot be read is
  /// dropped with them.
  private func dropOld(_ descriptor: Int32, at now: Timestamp) throws {
    var kept: [[UInt8]] = []
    var size = 0
    for line in try lines(of: descriptor).reversed() {
      size += line.count + 1
      guard size <= Self.largest / 2 else { break }
      guard let note = try? NoteLine(json: line.span, author: .recording).note,
        now.milliseconds(since: note.at) < Self.lifetime
      else { continue }
      kept.append(line)
    }
    let text = kept.reversed().map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    do throws(SystemFailure) { try PrivateFile.replace(path, text) } catch {
      throw FileFailure.refusal(path, error.code)
    }
  }

  /// The lines at the end of a file; the first may be half of one, which then cannot be read.
  private func lines(of descriptor: Int32) throws -> [[UInt8]] {
    guard let status = stat(of: descriptor), status.isRegularFile else {
      throw SettingsError("\(path): it is not a file.")
    }
    var offset = max(0, Int64(status.st_size) - Int64(2 * Self.largest))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= 2 * Self.largest {
      let count = unsafe pread(descriptor, &buffer, buffer.count, Int(offset))
      guard count >= 0 else { throw FileFailure.refusal(path, errno) }
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
