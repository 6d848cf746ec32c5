import FoundationEssentials
import Glibc
import WallboardSystem

/// What stands at a path. "Cannot be told" is never "not there": what is set may not be left out
/// because a folder cannot be entered.
enum FilePath {
  static let leadsNowhere = "it is a link to nothing"
  /// Somebody else may have laid it there: what it leads to would be overwritten.
  static let notThroughLinks =
    "it is a link, and nothing is written through one: name the file that it stands for"

  /// Whether something stands there; throws where that cannot be told, and where a link on the way
  /// leads nowhere.
  static func isThere(_ path: String) throws -> Bool {
    guard let code = lookUp(path) else { return true }
    guard isAbsence(code) else { throw FileFailure.refusal(path, code) }
    if let link = brokenLink(on: path) { throw FileFailure.refusal(link, ENOENT) }
    return false
  }

  /// Whether nothing stands there for certain, also behind a link.
  static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) != 0 && isAbsence(errno)
  }

  static func isLink(_ path: String) -> Bool { type(of: path) == S_IFLNK }

  static func isRegularFile(_ path: String) -> Bool { type(of: path) == S_IFREG }

  /// The names in a folder; none where nothing stands at that path. Throws where it cannot be looked
  /// into.
  static func names(in folder: String) throws -> [String] {
    guard try isThere(folder) else { return [] }
    do {
      return try list(folder)
    } catch {
      throw FileFailure.refusal(folder, error.code)
    }
  }

  /// The names in a folder that is there.
  static func list(_ folder: String) throws(SystemFailure) -> [String] {
    // For the system's reason, which the other does not tell.
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemFailure() }
    close(descriptor)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw SystemFailure(code: EIO)
    }
    return names
  }

  /// The path as the system has it, without links; `nil` where it leads nowhere.
  static func canonical(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  private static func type(of path: String) -> mode_t? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func isAbsence(_ code: Int32) -> Bool { code == ENOENT || code == ENOTDIR }

  /// The error of looking for what stands there, be it a link; `nil` for none.
  private static func lookUp(_ path: String) -> Int32? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? nil : errno
  }

  /// The link that leads nowhere, of the folders of a path that is not there.
  private static func brokenLink(on path: String) -> String? {
    var path = path[...]
    while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = path[..<slash]
      guard lookUp(String(path)) == nil else { continue }
      return isLink(String(path)) && isAbsent(String(path)) ? String(path) : nil
    }
    return nil
  }
}

/// That the system refuses a file or has no room for it, although nothing that a person set is wrong:
/// a sentence for them.
package struct FileFailure: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }

  /// What leads nowhere, or to something else, was named wrongly; all else failed at run time.
  private static let wrongNames: Set<Int32> = [
    ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EEXIST, ENXIO,
  ]

  /// The error for a path, ``SettingsError`` where the path is wrong; `reason` is what the system's
  /// words do not say.
  static func refusal(_ path: String, _ code: Int32, _ reason: String? = nil) -> any Error {
    let isLink = code == ENOENT && FilePath.isLink(path)
    let words = reason ?? (isLink ? FilePath.leadsNowhere : "\(SystemFailure(code: code))")
    let sentence = "\(path): \(words)."
    return wrongNames.contains(code) ? SettingsError(sentence) : FileFailure(sentence)
  }
}

/// The folders of a person (XDG Base Directory Specification), each without a slash at its end.
enum PersonFolder {
  /// Where the configuration is: `$XDG_CONFIG_HOME/wallboard`, else `~/.config/wallboard`; `nil` where
  /// the environment names no home.
  static func configuration(_ environment: [String: String]) -> String? {
    named("XDG_CONFIG_HOME", environment) ?? environment["HOME"].map { $0 + "/.config/wallboard" }
  }

  /// Where what the program remembers is: `$XDG_STATE_HOME/wallboard`, else
  /// `~/.local/state/wallboard`; `nil` where the environment names no home, or one that is not there,
  /// as of a service's account.
  static func state(_ environment: [String: String]) -> String? {
    if let folder = named("XDG_STATE_HOME", environment) { return folder }
    guard let home = environment["HOME"], !FilePath.isAbsent(home) else { return nil }
    return home + "/.local/state/wallboard"
  }

  /// The specification has relative paths ignored.
  private static func named(_ variable: String, _ environment: [String: String]) -> String? {
    environment[variable].flatMap { $0.hasPrefix("/") ? $0 + "/wallboard" : nil }
  }
}
