import ArgumentParser
import Glibc
import WallboardApp
import WallboardScreen

/// The command line.
@main
struct Wallboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallboard",
    abstract: "A live board of a contact centre where AI voice agents and people share the calls.",
    discussion: """
      wallboard demo shows a simulated contact centre: no account, no configuration.
      wallboard shows the workspace of your token.
      """,
    version: Version.text,
    subcommands: [
      WatchCommand.self, DemoCommand.self, FollowCommand.self, EventsCommand.self,
      SnapshotCommand.self, RecordCommand.self, ReplayCommand.self,
      SimulateCommand.self, ThemesCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// As the parser does it, except that what it quotes of the arguments cannot steer a terminal: a
  /// name of a file may stand among them.
  static func main() {
    ProcessSetup.prepare()
    do {
      try CommandNames.check(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    let status = exitCode(for: error)
    do {
      try tell(fullMessage(for: error), isProduct: status.isSuccess)
      Glibc.exit(status.rawValue)
    } catch {
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }

  /// Help that was asked for is a product; what is wrong is a message.
  private static func tell(_ text: String, isProduct: Bool) throws {
    guard !text.isEmpty else { return }
    try Failure.report {
      var writer = OutputWriter(descriptor: isProduct ? STDOUT_FILENO : STDERR_FILENO)
      writer.write(line: isProduct ? text : TextSafety.cleanLines(text).marked)
      if isProduct { try Failure.finish(&writer) } else { writer.flush() }
    }
  }
}
