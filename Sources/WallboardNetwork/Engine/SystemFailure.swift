import Glibc

/// Why the system did not do what it was asked.
package struct SystemFailure: Error, Equatable {
  /// The number of the error, such as `EAGAIN`.
  package let number: Int32
}

extension SystemFailure: CustomStringConvertible {
  package var description: String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
