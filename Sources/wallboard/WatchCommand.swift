import ArgumentParser
import WallboardApp

/// `wallboard watch`, and `wallboard` alone.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "The live board of a workspace.")

  @OptionGroup var connection: SettingOptions
  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    try Failure.report {
      let flags = connection.flags.merging(drawing.flags) { first, _ in first }
      let environment = Environment.current
      let settings = try Settings(
        flags: flags, environment: environment,
        file: try ConfigurationFile.load(environment: environment))
      try settings.checkWall(flags: flags)
      let filter = try drawing.filter.map(StartFilter.init(_:))
      try BoardRun.requireTerminal()
      let credential = try TokenSource.credential(
        tokenFile: settings.tokenFile, environment: environment)
      try BoardRun(settings, filter: filter, isSimulated: false).show(credential)
    }
  }
}
