import ArgumentParser
import WallboardApp
import WallboardEvents
import WallboardTerminal

/// `wallboard doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the settings, the way to the platform and the terminal: a line each.",
    discussion: """
      Each line is ok, a warning or failed, and says what to do. It takes the flags and variables \
      that the board takes, and asks the platform as the board does: the token, the stream with a \
      heartbeat (up to 20 seconds) and a resumption, each read, and a handshake for a call that \
      does not exist. Nothing is changed anywhere, and nothing private is printed: it can be pasted \
      into a report.

      Status 0 where nothing failed, 1 where something did, 2 where the token was refused.

      --config prints every setting with its value and where that comes from, as a config.toml that \
      means the same; what is the default stands behind a number sign. That is no report: it has \
      what you wrote, arguments of a program among it.
      """)

  @OptionGroup var connection: SettingOptions
  @OptionGroup var look: LookOptions

  @Flag(help: "One JSON object.")
  var json = false

  @Flag(help: "Print every setting, its value and where that comes from, and check nothing else.")
  var config = false

  func validate() throws {
    guard !json || !config else { throw ValidationError("--json and --config exclude each other.") }
  }

  func run() throws {
    let flags = connection.flags.merging(look.flags) { first, _ in first }
    let check = SettingsCheck(flags: flags, environment: Environment.current)
    try Failure.report(files: config ? 0 : FileRoom.connection) {
      if config { try printSettings(check) } else { try examine(check) }
    }
  }

  private func printSettings(_ check: SettingsCheck) throws {
    guard let text = ConfigurationText(check, version: Version.text) else {
      for problem in check.problems { Message.write(problem.description) }
      throw Failure(status: 64, "")
    }
    var writer = OutputWriter()
    for line in text.lines { writer.write(line: line) }
    try Failure.finish(&writer)
  }

  private func examine(_ check: SettingsCheck) throws {
    let output = LineOutput()
    var doctor = Doctor(
      check, environment: Environment.current, version: Version.text,
      program: Version.words, tell: { if !json { output.write($0) } })
    doctor.examine(terminal: TerminalProbe.facts)
    if json { output.write(try JSONLineEncoder(nil).line(doctor.report)) }
    try output.finish()
    guard doctor.report.end == .done else {
      throw Failure(status: doctor.report.end.status, "")
    }
  }
}

/// Writes each line at once: a person waits for it.
private final class LineOutput {
  private var writer = OutputWriter()

  func write(_ line: String) {
    writer.write(line: line)
    writer.flush()
  }

  func finish() throws { try Failure.finish(&writer) }
}
