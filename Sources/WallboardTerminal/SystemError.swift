import Glibc

/// The C library's errors in words.
enum SystemError {
  /// What the last call that failed has to say.
  static var current: String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }
}
