import ArgumentParser
import WallboardApp

/// The end of a run that did not go well, with the interface's exit status.
struct Failure: Error {
  let status: Int32
  let message: String

  init(status: Int32, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Writes what is left of a product; throws where it could not be written.
  static func finish(_ writer: inout OutputWriter) throws {
    writer.flush()
    if case .failed(let reason) = writer.end { throw Failure(status: 1, reason) }
  }

  /// Runs the body, which may open so many files and connections at once; what it throws becomes one
  /// line on standard error and an exit status.
  static func report(files: Int = 0, _ body: () throws -> Void) throws {
    do {
      try FileRoom.require(files)
      try body()
    } catch let failure as Failure {
      if !failure.message.isEmpty { Message.write(failure.message) }
      throw ExitCode(failure.status)
    } catch let error as SettingsError {
      Message.write(error.description)
      throw ExitCode(64)
    } catch let error as SessionError {
      Message.write(error.description)
      throw ExitCode(error.end.status)
    } catch {
      Message.write("\(error)")
      throw ExitCode(1)
    }
  }
}
