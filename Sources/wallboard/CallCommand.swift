import ArgumentParser
import WallboardApp
import WallboardEvents

/// `wallboard call`.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Print one call's whole story.",
    discussion: """
      Who said what, the AI's tools and steps, the operators, and the slowest turns. The exit status \
      is 1 when there is no such call; one that is live may not be written down yet. The platform \
      notes who reads transcripts. Anything that may be protected health information is masked \
      unless you give --privacy open.
      """)

  @Argument(help: "The call ID, as wallboard calls shows it.")
  var call: String

  @OptionGroup var connection: SettingOptions

  @Flag(help: "Print the story as a JSON object.")
  var json = false

  @Flag(help: "Print the story as Markdown.")
  var markdown = false

  func validate() throws {
    guard CallSID(call) != nil else {
      throw ValidationError("A call ID has 1 to \(Limits.identifierLength) bytes.")
    }
    guard !json || !markdown else {
      throw ValidationError("Give either --json or --markdown, not both.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      guard let callSID = CallSID(call) else { return }
      let mode = StoryMode(
        try PastPlatform(connection), callSID,
        as: json ? .json : markdown ? .markdown : .readable, disclosure: connection.disclosure)
      try Failure.finish(try mode.run())
    }
  }
}
