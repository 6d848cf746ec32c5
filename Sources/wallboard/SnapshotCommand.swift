import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents

/// `wallboard snapshot`.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Print the board once.",
    discussion: """
      Without --for or --until-end it is printed as soon as the stream is open and the platform's \
      state has been loaded. Anything that may be protected health information is masked unless you \
      give --privacy open.

      --check tests the board's numbers, for cron and monitoring: it prints one line, and the exit \
      status is 0 when the condition holds, 1 when it does not, 3 when that is not known. The numbers \
      are \(Metric.allCases.map(\.rawValue).joined(separator: ", ")); those of the numbers panel, \
      whose words with underscores do as well, such as hung_up_waiting.
      """)

  @OptionGroup var connection: SettingOptions

  @Flag(help: "Print the board as a JSON object.")
  var json = false

  @Option(name: .customLong("for"), help: "Collect events for so long, such as 500ms, 10s or 2m.")
  var duration: DurationArgument?

  @Flag(help: "Collect events until the stream ends.")
  var untilEnd = false

  @Option(
    help: "Check whether a condition holds, such as 'longest_wait<2m and (live>0 or stale==0)'.",
    transform: Check.init(typed:))
  var check: Check?

  func validate() throws {
    guard check == nil || !json else {
      throw ValidationError("Give either --check or --json, not both.")
    }
    guard duration == nil || !untilEnd else {
      throw ValidationError("Give either --for or --until-end, not both.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let run = try HeadlessRun(connection)
      defer { run.session.stop() }
      let mode = SnapshotMode(run.reader, at: moment, as: form, disclosure: run.disclosure)
      try run.finish(try mode.run())
    }
  }

  private var form: SnapshotMode.Form {
    check.map(SnapshotMode.Form.verdict) ?? (json ? .json : .text)
  }

  private var moment: SnapshotMode.Moment {
    if untilEnd { return .streamEnd }
    return duration.map { .after(milliseconds: $0.milliseconds) } ?? .complete
  }
}

extension Check {
  fileprivate init(typed text: String) throws {
    do {
      try self.init(text)
    } catch {
      throw ValidationError(error.description)
    }
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
