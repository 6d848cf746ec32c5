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
    case .some(let path): try privateText(path, environment)
    case nil: environment["WALLBOARD_TOKEN"]
    }
  }

  private static func privateText(_ path: String, _ environment: [String: String]) throws -> String
  {
    try TextFile.read(path, .fileOrPipe, atMost: largest) { status in
      guard status.st_mode & 0o077 != 0, !isCredential(path, status, environment) else { return }
      let cure =
        status.st_uid == geteuid()
        ? "make it private with: chmod 600 \(path)"
        : "it is another user's: give a copy of mode 600 of your own, or a pipe"
      throw SettingsError("\(path): others can read the token in it; \(cure)")
    }
  }

  /// Whether systemd has passed that file to this service alone (`LoadCredential=`): it belongs to
  /// root, and an access list lets the service's user read it, which stands in the mode as the
  /// group's right (systemd.exec(5), "Credentials"; acl(5)). The folder is closed to all others. A
  /// person's own services have them of that person.
  private static func isCredential(
    _ path: String, _ status: stat, _ environment: [String: String]
  ) -> Bool {
    guard let folder = environment["CREDENTIALS_DIRECTORY"], folder.hasPrefix("/"),
      let passed = FilePath.canonical(folder), let file = FilePath.canonical(path),
      let slash = file.lastIndex(of: "/"), file[..<slash] == passed
    else { return false }
    var closed = stat()
    return unsafe stat(passed, &closed) == 0
      && [(status, 0o037 as mode_t), (closed, 0o027)].allSatisfy { found, forbidden in
        found.st_mode & forbidden == 0 && [0, geteuid()].contains(found.st_uid)
      }
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
