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

  /// Runs the body; what it throws becomes one line on standard error and an exit status.
  static func report(_ body: () throws -> Void) throws {
    ProcessSetup.prepare()
    do {
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
