import FoundationEssentials
import Glibc
import WallboardSystem

/// What is at a path. What cannot be looked up never counts as absent: a setting must not be
/// dropped because a folder cannot be entered.
enum FilePath {
  static let leadsNowhere = "it is a link that leads nowhere"
  /// Somebody else may have put the link there, to have its target overwritten.
  static let notThroughLinks =
    "it is a link, and nothing is written through links: give the path of the file itself"

  /// Whether something is there; throws where that cannot be determined, and for a dangling link on
  /// the way.
  static func isThere(_ path: String) throws -> Bool {
    guard let code = lookUp(path) else { return true }
    guard isAbsence(code) else { throw FileFailure.refusal(path, code) }
    if let link = brokenLink(on: path) { throw FileFailure.refusal(link, ENOENT) }
    return false
  }

  /// Whether there is certainly nothing, following links.
  static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) != 0 && isAbsence(errno)
  }

  static func isLink(_ path: String) -> Bool { type(of: path) == S_IFLNK }

  static func isRegularFile(_ path: String) -> Bool { type(of: path) == S_IFREG }

  /// The names in a folder, none where it does not exist; throws where it cannot be read.
  static func names(in folder: String) throws -> [String] {
    guard try isThere(folder) else { return [] }
    do {
      return try list(folder)
    } catch {
      throw FileFailure.refusal(folder, error.code)
    }
  }

  /// The names in a folder that exists.
  static func list(_ folder: String) throws(SystemFailure) -> [String] {
    // FileManager does not report the system's reason.
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemFailure() }
    close(descriptor)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw SystemFailure(code: EIO)
    }
    return names
  }

  /// The path with links resolved; `nil` where there is nothing.
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

  /// The `errno` of looking it up, without following a link; `nil` for none.
  private static func lookUp(_ path: String) -> Int32? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? nil : errno
  }

  /// The dangling link among the folders of a path that does not exist.
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

extension stat {
  /// The status of an open file; `nil` where the system does not tell.
  init?(of descriptor: Int32) {
    self.init()
    guard unsafe fstat(descriptor, &self) == 0 else { return nil }
  }

  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

/// That the system refuses a file or has no room for it, although no setting is wrong: a sentence.
package struct FileFailure: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Errors that mean that the path was set wrongly; all others are failures at run time.
  private static let wrongNames: Set<Int32> = [
    ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EEXIST, ENXIO,
  ]

  /// The error for a path: ``SettingsError`` where the path is wrong. `reason` replaces the
  /// system's words.
  static func refusal(_ path: String, _ code: Int32, _ reason: String? = nil) -> any Error {
    let isLink = code == ENOENT && FilePath.isLink(path)
    let words = reason ?? (isLink ? FilePath.leadsNowhere : "\(SystemFailure(code: code))")
    let sentence = "\(path): \(words)."
    return wrongNames.contains(code) ? SettingsError(sentence) : FileFailure(sentence)
  }
}

/// The folders of a person (XDG Base Directory Specification), without a trailing slash.
enum PersonFolder {
  /// Where the configuration is: `$XDG_CONFIG_HOME/wallboard`, else `~/.config/wallboard`; `nil`
  /// without a home.
  static func configuration(_ environment: [String: String]) -> String? {
    named("XDG_CONFIG_HOME", environment) ?? environment["HOME"].map { $0 + "/.config/wallboard" }
  }

  /// Where the program keeps its state: `$XDG_STATE_HOME/wallboard`, else
  /// `~/.local/state/wallboard`; `nil` without a home, or with one that does not exist, as for a
  /// service's account.
  static func state(_ environment: [String: String]) -> String? {
    if let folder = named("XDG_STATE_HOME", environment) { return folder }
    guard let home = environment["HOME"], !FilePath.isAbsent(home) else { return nil }
    return home + "/.local/state/wallboard"
  }

  /// A path as a person writes it: `~` for their home.
  static func short(_ path: String, _ environment: [String: String]) -> String {
    guard let home = environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  /// The specification has relative paths ignored.
  private static func named(_ variable: String, _ environment: [String: String]) -> String? {
    environment[variable].flatMap { $0.hasPrefix("/") ? $0 + "/wallboard" : nil }
  }
}
