import Glibc

/// Why the system did not do what it was asked.
package struct SystemFailure: Error, Equatable {
  /// The number of the error, such as `EAGAIN`.
  package let code: Int32

  /// A failure of that number, else what the last call that failed on this thread has to say.
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
