import ArgumentParser
import WallboardApp

/// `wallboard record`.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write what arrives to a recording, without a screen.",
    discussion: """
      wallboard replay plays it. A recording that is there already is moved aside. What may be \
      protected health information is masked in it, also on standard output, unless --privacy open \
      is given.
      """)

  @OptionGroup var connection: SettingOptions
  @OptionGroup var habits: RecordingHabitOptions

  @Argument(help: "The file; - for standard output.")
  var file: String

  func validate() throws {
    guard file != "-" || habits.recordRotate == nil && habits.recordKeep == nil else {
      throw ValidationError("--record-rotate and --record-keep need a file.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let habits = try habits.habits()
      try HeadlessRun(connection).record(to: file, habits)
    }
  }
}
