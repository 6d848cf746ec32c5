import Glibc
import WallboardSystem

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
