import ArgumentParser
import WallboardApp
import WallboardCore

/// `wallboard snapshot`.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Connect, fold, and print the board once.",
    discussion: """
      Without --for or --until-end it is printed as soon as the stream is open and the platform's \
      state has been read. What may be protected health information is masked unless --privacy \
      open is given.
      """)

  @OptionGroup var connection: SettingOptions

  @Flag(help: "One JSON object.")
  var json = false

  @Option(name: .customLong("for"), help: "Fold so long, such as 500ms, 10s or 2m.")
  var duration: DurationArgument?

  @Flag(help: "Fold until the stream ends.")
  var untilEnd = false

  func validate() throws {
    guard duration == nil || !untilEnd else {
      throw ValidationError("--for and --until-end exclude each other.")
    }
  }

  func run() throws {
    try Failure.report {
      let run = try HeadlessRun(connection)
      defer { run.session.stop() }
      let mode = SnapshotMode(run.reader, at: moment, asJSON: json, disclosure: run.disclosure)
      try run.finish(try mode.run())
    }
  }

  private var moment: SnapshotMode.Moment {
    if untilEnd { return .streamEnd }
    return duration.map { .after(milliseconds: $0.milliseconds) } ?? .complete
  }
}

/// A length of time as a person types it, such as `500ms`, `10s` or `1h30m`.
struct DurationArgument: ExpressibleByArgument {
  /// 1 millisecond to 1,000 hours.
  let milliseconds: Int64

  init?(argument: String) {
    guard let length = TimeLength(argument), (1...3_600_000_000).contains(length.milliseconds)
    else { return nil }
    milliseconds = length.milliseconds
  }
}
