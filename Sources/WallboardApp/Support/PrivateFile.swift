import Glibc
import WallboardSystem

/// Files that only their owner may read.
enum PrivateFile {
  /// Writes a file that must not be there yet.
  static func create(_ path: String, _ text: String) throws(SystemFailure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    let error = write(text, to: descriptor)
    guard close(descriptor) == 0, error == 0 else {
      let code = error == 0 ? errno : error
      unlink(path)
      throw SystemFailure(code: code)
    }
  }

  /// Writes a file so that a reader finds the old one or the new one whole, whatever happens
  /// meanwhile, and makes its folder where it is missing.
  static func replace(_ path: String, _ text: String) throws(SystemFailure) {
    makeFolder(of: path)
    let new = "\(path).\(getpid()).new"
    // One of a process of the same number that ended half-way.
    unlink(new)
    try create(new, text)
    guard unsafe rename(new, path) == 0 else {
      let code = errno
      unlink(new)
      throw SystemFailure(code: code)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest.removeFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }

  /// Makes the folders of the path that are missing; what cannot be made shows when the file is.
  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      _ = unsafe mkdir(folder, 0o700)
    }
  }

  private static func unlink(_ path: String) { _ = unsafe Glibc.unlink(path) }
}
