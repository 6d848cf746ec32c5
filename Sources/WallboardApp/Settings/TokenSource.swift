import Glibc
package import WallboardPlatform

/// Where the token comes from: the environment, a private file or standard input. Never an
/// argument, since every user of the machine can read those.
package enum TokenSource {
  /// Bytes of a token file; a token has at most ``Credential/longestToken``.
  private static let largest = 16_384

  /// Reads the token; the error says where it may be put.
  package static func credential(
    tokenFile: String?, environment: [String: String]
  ) throws -> Credential {
    guard let text = try token(tokenFile: tokenFile, environment: environment) else {
      throw SettingsError(
        "There is no token: set WALLBOARD_TOKEN, give --token-file PATH (- for standard input), "
          + "or set token_file in config.toml.")
    }
    do {
      return try Credential(token: text.trimmed)
    } catch {
      throw SettingsError("\(error)")
    }
  }

  // An explicit file has precedence over the environment, as flags have.
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
        ? "to make it private, run: chmod 600 \(path)"
        : "it belongs to another user: use a private copy of your own (mode 600), or a pipe."
      throw SettingsError("\(path): others can read the token in it; \(cure)")
    }
  }

  /// Whether systemd passed that file to this service only (`LoadCredential=`). It belongs to root,
  /// or to the user for a user service; an access list lets the service's user read it, which shows
  /// as group permission (systemd.exec(5), "Credentials"; acl(5)). The folder is closed to all
  /// others.
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
  var trimmed: String {
    let body = drop(while: \.isWhitespace)
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }
}
