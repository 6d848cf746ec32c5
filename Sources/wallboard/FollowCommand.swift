import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents

/// `wallboard follow`.
struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "One call's observer feed on standard output, a line per event.",
    discussion: """
      Ends with the call: status 0 when its feed came to its end, 1 when there is no such call or \
      the feed was stopped, 2 when the credential was refused. A lost connection is made again.
      Connection changes go to standard error. What may be protected health information is masked \
      unless --privacy open is given. Without --json an agent's line is printed once it is whole.
      """)

  @Argument(help: "The call's SID, as the board and wallboard snapshot show it.")
  var call: String

  @OptionGroup var connection: SettingOptions

  @Flag(help: "A JSON object per line.")
  var json = false

  func validate() throws {
    guard CallSID(call) != nil else {
      throw ValidationError("A call SID has 1 to \(Limits.identifierLength) bytes.")
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
