import ArgumentParser
import WallboardApp
import WallboardBoard

/// `wallboard report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print what happened in a recording: the numbers and their targets, alerts, waits.",
    usage:
      "wallboard report --from FILE [--since TIME] [--until TIME] [--markdown | --csv | --json]",
    discussion: """
      It begins with how much was seen, for what happened in a gap is counted nowhere. What the \
      recording does not tell is called not known. Anything that may be protected health information \
      is masked unless you give --privacy open; what a recording masks cannot be shown.

      A time is as replay --at takes it: a local time such as 14:02, or from the start such as +5m \
      or 50%. Who waits, works or is wrong when the time begins is counted as well. With --csv each \
      table begins with the names of its columns, and the first field of each line is the table's name.
      """)

  @Option(
    help: ArgumentHelp("The recording; - for standard input.", valueName: "FILE"))
  var from: String

  @Option(
    help: ArgumentHelp("When to begin; at the beginning by default.", valueName: "TIME"),
    transform: { try SeekTarget($0) })
  var since: SeekTarget?

  @Option(
    help: ArgumentHelp("When to end; at the end by default.", valueName: "TIME"),
    transform: { try SeekTarget($0) })
  var until: SeekTarget?

  @Flag(help: "Print Markdown, to be pasted.")
  var markdown = false

  @Flag(help: "Print comma-separated values, for a spreadsheet.")
  var csv = false

  @Flag(help: "Print a JSON object.")
  var json = false

  @Option(help: .of(.privacy))
  var privacy: String?

  func validate() throws {
    guard [markdown, csv, json].count(where: { $0 }) <= 1 else {
      throw ValidationError("Give one of --markdown, --csv and --json.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.replay) {
      var flags: [Setting: String] = [:]
      flags[.privacy] = privacy
      let settings = try Settings(flags: flags)
      let source = try RecordingSource(path: from)
      try ReportPrint(settings, flags: flags, source).run(form, since: since, until: until)
    }
  }

  private var form: ReportPrint.Form {
    if json { return .json }
    if csv { return .csv }
    return markdown ? .markdown : .text
  }
}
