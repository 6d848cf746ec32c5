import ArgumentParser

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
      SnapshotCommand.self,
      SimulateCommand.self, ThemesCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)
}
