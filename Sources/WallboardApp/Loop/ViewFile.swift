import Glibc
package import WallboardEvents
import WallboardSystem

/// Where a person finds what `e` has saved.
package struct ViewFile {
  /// Files within one second; more are not needed.
  private static let mostOfASecond = 9

  private let folders: [String]

  /// Saves in the current folder, or at home where that cannot be written to.
  package init(environment: [String: String]) {
    self.init(folders: ["."] + [environment["HOME"]].compactMap { $0 })
  }

  init(folders: [String]) {
    self.folders = folders
  }

  /// Writes the rows to a new file that only its owner may read.
  ///
  /// - Returns: A sentence: where the file is, or why there is none.
  package func save(_ rows: [String], at now: Timestamp) -> String {
    let text = rows.map { $0.withoutTrailingSpaces + "\n" }.joined()
    var reason = "there is no folder for it"
    for folder in folders {
      do throws(SystemFailure) {
        return "Saved, masked: \(try save(text, in: folder, at: now))"
      } catch {
        reason = "\(error)"
      }
    }
    return "The view could not be saved: \(reason)"
  }

  private func save(
    _ text: String, in folder: String, at now: Timestamp, number: Int = 1
  ) throws(SystemFailure) -> String {
    let name = "wallboard-\(now.fileName)" + (number == 1 ? "" : "-\(number)") + ".txt"
    do throws(SystemFailure) {
      try PrivateFile.create("\(folder)/\(name)", text)
    } catch {
      guard error.code == EEXIST, number < Self.mostOfASecond else { throw error }
      return try save(text, in: folder, at: now, number: number + 1)
    }
    return folder == "." ? name : "\(folder)/\(name)"
  }
}

extension String {
  var withoutTrailingSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}
