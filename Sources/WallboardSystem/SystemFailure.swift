import Glibc

/// An error of the system.
package struct SystemFailure: Error, Equatable {
  /// Its number, such as `EAGAIN`.
  package let code: Int32

  /// The error of that number; by default that of the last call that failed on this thread.
  package init(code: Int32 = errno) {
    self.code = code
  }
}

extension SystemFailure: CustomStringConvertible {
  /// The C library's words.
  package var description: String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
