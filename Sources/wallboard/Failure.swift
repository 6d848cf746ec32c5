import ArgumentParser
import Glibc
import WallboardApp
import WallboardSystem

/// A failed run, with the interface's exit status.
struct Failure: Error {
  let status: Int32
  let message: String

  init(status: Int32, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Flushes the output; throws where it could not be written.
  static func finish(_ writer: inout OutputWriter) throws {
    writer.flush()
    if case .failed(let reason) = writer.end { throw Failure(status: 1, reason) }
  }

  /// Ends the program as a run without a screen did.
  static func finish(_ end: HeadlessEnd) throws {
    switch end {
    case .done: return
    case .failed(let reason), .refused(let reason): throw Failure(status: end.status, reason)
    case .unmet, .unknown: throw Failure(status: end.status, "")
    }
  }

  /// Runs the body, which may open so many files and connections at once. What it throws becomes
  /// one line on standard error and an exit status.
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

/// How many files and connections a process may still open.
///
/// What a command may need is checked before it begins: some libraries trap when none are left, and
/// a board has to be able to reconnect.
enum FileRoom {
  /// Without a network.
  static let replay = 16
  /// A stream, four reads, four followed calls, their name look-ups, a log and a recording.
  static let connection = 32
  /// Clients of the simulated platform.
  static let simulator = 32
  /// Both ends of each connection.
  static let demo = 56

  static func require(_ count: Int) throws {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<count {
      let descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(SystemFailure(), count, opened.count) }
      opened.append(descriptor)
    }
  }

  private static func failure(_ reason: SystemFailure, _ count: Int, _ left: Int) -> Failure {
    let cure = reason.code == EMFILE ? " To allow more, run: ulimit -n 1024" : ""
    return Failure(
      status: 1,
      "\(reason): up to \(count) files and connections are needed, and only \(left) can be opened."
        + cure)
  }
}
