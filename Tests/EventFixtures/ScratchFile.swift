import Glibc
package import WallboardSystem

/// Bytes in a file that has no name.
package final class ScratchFile {
  /// Where they can be read from their beginning.
  package let descriptor: Int32

  /// A file of those bytes.
  package init(_ bytes: [UInt8]) throws(SystemFailure) {
    var name = Array("/tmp/wallboard-test-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&name)
    _ = unsafe unlink(name)
    try writeAll(bytes, to: descriptor)
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    close(descriptor)
  }
}
