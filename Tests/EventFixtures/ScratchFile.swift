import Glibc

/// Bytes in a file that has no name.
package final class ScratchFile {
  /// Where they can be read from their beginning.
  package let descriptor: Int32

  /// Why there is no file.
  package struct Failure: Error {
    let number: Int32
  }

  /// A file of those bytes.
  package init(_ bytes: [UInt8]) throws(Failure) {
    var name = Array("/tmp/wallboard-test-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&name)
    _ = unsafe unlink(name)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { rest in
        unsafe write(descriptor, rest.baseAddress, rest.count)
      }
      guard count > 0 else { throw Failure(number: errno) }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    close(descriptor)
  }
}
