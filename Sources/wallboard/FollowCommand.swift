import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents

/// `wallboard follow`.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "Print what happens in one call, a line per event.",
    discussion: """
      Ends with the call. The exit status is 0 when the call has ended, 1 when there is no such call \
      or the platform stopped the feed, 2 when the token was refused. It reconnects when the \
      connection is lost. Connection changes go to standard error. Anything that may be protected \
      health information is masked unless you give --privacy open. Without --json, what the AI says \
      is printed once the line is complete.
      """)

  @Argument(help: "The call ID, as the board and wallboard snapshot show it.")
  var call: String

  @OptionGroup var connection: SettingOptions

  @Flag(help: "Print each event as a JSON object.")
  var json = false

  func validate() throws {
    guard CallSID(call) != nil else {
      throw ValidationError("A call ID has 1 to \(Limits.identifierLength) bytes.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      guard let callSID = CallSID(call) else { return }
      let run = try HeadlessRun(connection, subject: .call(callSID))
      defer { run.session.stop() }
      var mode = EventsMode(run.reader, form: json ? .json : .readable, disclosure: run.disclosure)
      try run.finish(try mode.run())
    }
  }
}
