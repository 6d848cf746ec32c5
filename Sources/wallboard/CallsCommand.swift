import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardPlatform

/// `wallboard calls`.
struct CallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls",
    abstract: "Print the calls of the past, the newest first, a line each.",
    discussion: """
      --since and --until take a day (2026-08-03, today, yesterday), or how long ago (90m, 2h, 3d); \
      of a day --until takes the whole. A filter is that of the board, with these fields: ended, \
      escalated, direction, service, caller, step, call, time (how long the call lasted), age (how \
      long ago it began), turns, quality. Anything that may be protected health information is \
      masked unless you give --privacy open.
      """)

  @OptionGroup var connection: SettingOptions

  @Option(help: "The earliest calls, such as 2026-08-03, yesterday or 2h.", transform: Self.moment)
  var since: PastMoment?

  @Option(help: "The latest calls, such as 2026-08-03, yesterday or 30m.", transform: Self.moment)
  var until: PastMoment?

  @Option(
    help: "Print only what matches, such as 'ended:hangup time>5m -billing'.",
    transform: PastCallFilter.init(typed:))
  var filter: PastCallFilter?

  @Option(help: "The most calls to print.")
  var limit = 100

  @Flag(help: "Print each call as a JSON object.")
  var json = false

  @Flag(help: "Print comma-separated values, with a line of names.")
  var csv = false

  private static let limits = 1...SnapshotReader.mostItems

  func validate() throws {
    guard !json || !csv else { throw ValidationError("Give either --json or --csv, not both.") }
    guard Self.limits.contains(limit) else {
      throw ValidationError(
        "--limit: a number from \(Self.limits.lowerBound) to \(Self.limits.upperBound).")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let choice = PastCallsMode.Choice(
        since: since, until: until, filter: filter, limit: limit)
      var mode = PastCallsMode(
        try PastPlatform(connection), choice, as: json ? .json : csv ? .csv : .readable,
        disclosure: connection.disclosure)
      try Failure.finish(try mode.run())
    }
  }

  private static func moment(_ text: String) throws -> PastMoment {
    guard let moment = PastMoment(text) else {
      throw ValidationError(
        "“\(text.prefix(40))” is no time of the past: a day such as 2026-08-03, today or yesterday, "
          + "or how long ago, such as 2h.")
    }
    return moment
  }
}

extension PastCallFilter {
  fileprivate init(typed text: String) throws {
    do {
      try self.init(text)
    } catch {
      throw ValidationError("\(error).")
    }
  }
}

extension PastPlatform {
  /// The platform of this command line.
  convenience init(_ options: SettingOptions) throws {
    let settings = try Settings(flags: options.flags)
    try self.init(settings, credential: try settings.credential(), version: Version.text)
  }
}

extension SettingOptions {
  /// What this command line lets be printed.
  var disclosure: Disclosure {
    Privacy(mode: Settings.outputPrivacy(flags: flags), pseudonyms: .random()).output
  }
}
