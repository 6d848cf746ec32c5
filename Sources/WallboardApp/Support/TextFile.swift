import Glibc

/// Small files, read whole.
enum TextFile {
  /// The text of a file of at most so many bytes; bytes that are no UTF-8 are an error.
  static func read(_ path: String, atMost limit: Int) throws -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SettingsError("\(path): \(SystemError.last).") }
    defer { close(descriptor) }
    return try read(descriptor, named: path, atMost: limit)
  }

  /// The text that an open file, a pipe or a terminal gives until its end.
  static func read(_ descriptor: Int32, named name: String, atMost limit: Int) throws -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SettingsError("\(name): \(SystemError.last).") }
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else {
        throw SettingsError("\(name): larger than \(limit) bytes.")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError("\(name): not UTF-8 text.")
    }
    return text
  }
}

/// That the system could not do what it was asked for.
struct SystemFailure: Error, Equatable {
  let code: Int32

  var words: String { SystemError.words(code) }
}

/// What the system said went wrong.
enum SystemError {
  /// The newest error of this thread, in words.
  static var last: String { words(errno) }

  /// An error in words.
  static func words(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
