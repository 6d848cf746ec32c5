import Glibc
package import WallboardPlatform

/// Where the token comes from: the environment, a private file or standard input. Never an
/// argument, for every user of the machine can read those.
package enum TokenSource {
  /// Bytes of a token file; a token has at most ``Credential/longestToken``.
  private static let largest = 16_384

  /// Reads the token, and says where it would have to be when there is none.
  package static func credential(
    tokenFile: String?, environment: [String: String]
  ) throws -> Credential {
    guard let text = try token(tokenFile: tokenFile, environment: environment) else {
      throw SettingsError(
        "There is no token: set WALLBOARD_TOKEN, or give --token-file PATH "
          + "(- for standard input), or set token_file in config.toml.")
    }
    do {
      return try Credential(token: text.trimmed)
    } catch {
      throw SettingsError("\(error)")
    }
  }

  // An explicit file goes before the environment, as flags do.
  private static func token(
    tokenFile: String?, environment: [String: String]
  ) throws -> String? {
    switch tokenFile {
    case "-": try TextFile.read(STDIN_FILENO, named: "standard input", atMost: largest)
    case .some(let path): try privateText(path)
    case nil: environment["WALLBOARD_TOKEN"]
    }
  }

  private static func privateText(_ path: String) throws -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SettingsError("\(path): \(SystemError.last).") }
    defer { close(descriptor) }
    // The open file is asked, not the path: nobody can put another in its place in between.
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SettingsError("\(path): \(SystemError.last).")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SettingsError("\(path): not a regular file.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw SettingsError(
        "\(path): others can read the token in it; make it private with: chmod 600 \(path)")
    }
    return try TextFile.read(descriptor, named: path, atMost: largest)
  }
}

extension String {
  /// Without the spaces and line ends around it.
  var trimmed: String {
    let body = drop(while: \.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }
}
