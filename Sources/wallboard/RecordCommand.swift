import ArgumentParser
import WallboardApp

/// `wallboard record`.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what arrives, without a screen.",
    discussion: """
      wallboard replay plays the recording. One that is already there is moved aside, never \
      overwritten. Anything that may be protected health information is masked, on standard output \
      too, unless you give --privacy open.
      """)

  @OptionGroup var connection: SettingOptions
  @OptionGroup var habits: RecordingHabitOptions

  @Argument(help: "The file to write; - for standard output.")
  var file: String

  func validate() throws {
    guard file != "-" || habits.recordRotate == nil && habits.recordKeep == nil else {
      throw ValidationError("--record-rotate and --record-keep need a file, not standard output.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let habits = try habits.habits()
      try HeadlessRun(connection).record(to: file, habits)
    }
  }
}
