import ArgumentParser
import WallboardApp
import WallboardBoard
import WallboardEvents

/// `wallboard events`.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Print the events of a workspace, a line per event.",
    discussion: """
      Connection changes go to standard error. Anything that may be protected health information is \
      masked unless you give --privacy open.
      """)

  @OptionGroup var connection: SettingOptions

  @Flag(help: "Print each event as a JSON object.")
  var json = false

  @Flag(help: "Print the events as they came, before they are decoded; needs --privacy open.")
  var raw = false

  func validate() throws {
    guard !raw || connection.privacy == PrivacyMode.open.rawValue else {
      throw ValidationError("--raw prints everything as it came, so it needs --privacy open.")
    }
  }

  func run() throws {
    try Failure.report(files: FileRoom.connection) {
      let run = try HeadlessRun(connection, wantsRawEvents: raw)
      defer { run.session.stop() }
      try run.finish(try raw ? RawMode(run.session, run.reader).run() : events(of: run))
    }
  }

  private func events(of run: HeadlessRun) throws -> HeadlessEnd {
    var mode = EventsMode(run.reader, form: json ? .json : .readable, disclosure: run.disclosure)
    return try mode.run()
  }
}
