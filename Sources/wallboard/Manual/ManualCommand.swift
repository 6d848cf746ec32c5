import ArgumentParser
import Glibc
import WallboardApp
import WallboardSystem

/// `wallboard manual`, for those who make packages.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the pages of the manual to a folder.",
    shouldDisplay: false)

  @Argument(help: "The folder.")
  var folder: String

  func run() throws {
    try Failure.report {
      for page in try ManualPages.all() {
        let text = page.text(version: Version.text, date: Version.date)
        try write(text, to: "\(folder)/\(page.fileName)")
      }
    }
  }

  private func write(_ text: String, to path: String) throws {
    do throws(SystemFailure) {
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw SystemFailure() }
      defer { close(descriptor) }
      try writeAll(Array(text.utf8), to: descriptor)
    } catch {
      throw Failure(status: 1, "\(path): \(error).")
    }
  }
}
